"""Snapshots that screens load before they follow the stream: read at one moment, with the event number they are true
for.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import Q

from orders.documents import (
    Document,
    service_call_document,
    session_document,
    session_step_document,
    stored_order_document,
    table_details_document,
    table_document,
)
from orders.models import Order, OrderStatus, StoreCounter
from orders.selectors import open_session_of, orders_of
from tables.models import ServiceCall, Table, TableSession


@contextmanager
def one_moment() -> Iterator[None]:
    """Every read inside sees the same committed state."""
    with transaction.atomic():
        # Inside another transaction (a test's) the level cannot change any more, and need not.
        if connection.vendor == "postgresql" and not connection.savepoint_ids and connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def last_event_number(store_id: uuid.UUID) -> int:
    """The number of the store's newest event."""
    return StoreCounter.objects.filter(store=store_id).values_list("last_event", flat=True).first() or 0


def bill_total(orders: Iterable[Order]) -> int:
    """What the guests owe: cancelled orders are not on the bill."""
    return sum(order.total for order in orders if order.status != OrderStatus.CANCELLED)


def table_orders(*, store_id: uuid.UUID, table_id: uuid.UUID) -> Document:
    """The open session of one table, for its tablet."""
    with one_moment():
        number = last_event_number(store_id)
        session = open_session_of(table_id)
        orders = list(orders_of(store_id).filter(session=session).order_by("id")) if session else []
    return {
        "session": session_document(session) if session else None,
        "orders": [stored_order_document(order) for order in orders],
        "total": bill_total(orders),
        "last_event_id": number,
    }


def board(store_id: uuid.UUID) -> Document:
    """Every table with its open session, orders and calls: a fixed number of queries."""
    with one_moment():
        number = last_event_number(store_id)
        sessions = {
            session.table_id: session for session in TableSession.objects.filter(store=store_id, closed_at=None)
        }
        # A table that was taken out of use is there until its guests have gone.
        tables = list(Table.objects.filter(Q(is_active=True) | Q(pk__in=list(sessions)), store=store_id))
        orders = list(
            orders_of(store_id).filter(session__in=[session.pk for session in sessions.values()]).order_by("id")
        )
        calls = list(ServiceCall.objects.filter(store=store_id, acknowledged_at=None).order_by("id"))
    orders_by_session: dict[uuid.UUID, list[Order]] = defaultdict(list)
    for order in orders:
        orders_by_session[order.session_id].append(order)
    return {
        "last_event_id": number,
        "tables": [
            table_details_document(table)
            | {
                "session": _open_session(sessions.get(table.id), orders_by_session),
                "service_calls": [
                    service_call_document(call, table_number=table.number)
                    for call in calls
                    if call.table_id == table.id
                ],
            }
            for table in tables
        ],
    }


def past_session_document(session: TableSession) -> Document:
    """A session of a table's past with its orders and steps (prefetched, oldest first)."""
    orders = list(session.orders.all())
    return session_document(session) | {
        "table": table_document(session.table),
        "steps": [session_step_document(step) for step in session.steps.all()],
        "order_count": sum(1 for order in orders if order.status != OrderStatus.CANCELLED),
        "total": bill_total(orders),
        "orders": [stored_order_document(order) for order in orders],
    }


def _open_session(session: TableSession | None, orders_by_session: dict[uuid.UUID, list[Order]]) -> Document | None:
    if session is None:
        return None
    orders = orders_by_session[session.pk]
    return {
        "id": session.id,
        "opened_at": session.opened_at,
        "guests": session.guests,
        "total": bill_total(orders),
        "orders": [stored_order_document(order) for order in orders],
    }
