"""Guests go to another table: alone to a free one (move), or to others, for one bill (merge).

Both tables are locked, by id, and then every order of the session that goes: an order, a step, a call or a finish that
comes at the same moment lands wholly before or wholly after. What was ordered is not edited; an order says where its
session is.
"""

import uuid

from django.db import transaction
from rest_framework.exceptions import NotFound

from accounts.audit import record
from accounts.business_day import utc_now
from accounts.models import Deed
from orders.board import bill_total
from orders.documents import Document, session_document, table_document
from orders.errors import NoOpenSession, SameTable, TableOccupied
from orders.events import event, record_events
from orders.journey import Journey
from orders.locks import lock_orders_of, lock_tables
from orders.models import EventKind, Order
from orders.news import order_updated
from orders.selectors import open_session_of
from orders.service_calls import bring_calls
from tables.models import SessionStep, SessionStepKind, Table, TableSession


@transaction.atomic
def move_session(*, store_id: uuid.UUID, table_id: uuid.UUID, to_id: uuid.UUID, by_id: uuid.UUID) -> Document:
    """Take the open session to a free table; raise NoOpenSession or TableOccupied."""
    journey = _journey(store_id, table_id, to_id, by_id)
    if not journey.target.is_active:
        raise NotFound
    session = _session_at(journey.origin)
    if open_session_of(to_id):
        raise TableOccupied
    orders = lock_orders_of(session)
    session.table = journey.target
    session.save(update_fields=["table"])
    _keep_step(SessionStepKind.MOVED, journey, session)
    _tell(Deed.SESSION_MOVED, journey, session)
    _record(EventKind.SESSION_MOVED, journey, session, orders)
    return _document(journey, session)


@transaction.atomic
def merge_sessions(*, store_id: uuid.UUID, table_id: uuid.UUID, to_id: uuid.UUID, by_id: uuid.UUID) -> Document:
    """Put the table's bill on that of another table and end its session; raise NoOpenSession when either has none."""
    journey = _journey(store_id, table_id, to_id, by_id)
    ending, session = _session_at(journey.origin), _session_at(journey.target)
    orders = lock_orders_of(ending)
    Order.objects.filter(session=ending).update(session=session)
    ending.closed_at = journey.at
    ending.closed_by_id = by_id
    ending.save(update_fields=["closed_at", "closed_by"])
    # Of two numbers of guests of which one is not known, no sum is true.
    session.guests = ending.guests + session.guests if ending.guests and session.guests else None
    session.save(update_fields=["guests"])
    _keep_step(SessionStepKind.MERGED, journey, ending, session)
    _tell(Deed.SESSION_MERGED, journey, session)
    _record(EventKind.SESSION_MERGED, journey, session, orders)
    return _document(journey, session) | {"total": bill_total(session.orders.all())}


def _journey(store_id: uuid.UUID, table_id: uuid.UUID, to_id: uuid.UUID, by_id: uuid.UUID) -> Journey:
    if table_id == to_id:
        raise SameTable
    tables = lock_tables(store_id=store_id, table_ids=[table_id, to_id])
    return Journey(origin=tables[table_id], target=tables[to_id], at=utc_now(), by_id=by_id)


def _session_at(table: Table) -> TableSession:
    session = open_session_of(table.pk)
    if session is None:
        raise NoOpenSession
    session.table = table
    return session


def _keep_step(kind: SessionStepKind, journey: Journey, *sessions: TableSession) -> None:
    SessionStep.objects.bulk_create(
        SessionStep(
            session=session,
            kind=kind,
            from_table=journey.origin,
            to_table=journey.target,
            at=journey.at,
            by_id=journey.by_id,
        )
        for session in sessions
    )


def _tell(deed: Deed, journey: Journey, session: TableSession) -> None:
    way = f"{journey.origin} → {journey.target}"
    record(store_id=session.store_id, actor=journey.by_id, deed=deed, target=session, target_name=way)


def _record(kind: EventKind, journey: Journey, session: TableSession, orders: list[Order]) -> None:
    """What happened, seen at both tables; then each order and open call as the target's screens shall have it."""
    tables = {"table_id": journey.target.pk, "from_table_id": journey.origin.pk}
    events = [event(kind, **tables, **_document(journey, session))]
    for order in orders:
        order.session = session
        events.append(order_updated(order, order.lines.all())[1])
    record_events(store_id=session.store_id, events=[*events, *bring_calls(journey, session)])


def _document(journey: Journey, session: TableSession) -> Document:
    return {
        "session": session_document(session),
        "table": table_document(journey.target),
        "from_table": table_document(journey.origin),
    }
