"""Seating and finishing a table."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Q, Sum
from rest_framework.exceptions import NotFound

from accounts.audit import record
from accounts.business_day import business_date, utc_now
from accounts.models import Deed, Store
from orders.documents import Document, session_document
from orders.errors import NoOpenSession, SessionHasOpenOrders, TableOccupied
from orders.events import record_events
from orders.locks import lock_table
from orders.models import OPEN_STATUSES, EventKind, OrderStatus
from orders.news import session_event
from orders.selectors import open_session_of
from orders.service_calls import acknowledge_calls_of
from tables.models import Table, TableSession


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished session and what its bill came to."""

    session_id: uuid.UUID
    closed_at: datetime
    order_count: int
    total: int


@transaction.atomic
def open_session(*, store_id: uuid.UUID, table_id: uuid.UUID, guests: int, by_id: uuid.UUID) -> Document:
    """Seat guests before their first order; raise TableOccupied."""
    table = lock_table(store_id=store_id, table_id=table_id)
    if not table.is_active:
        raise NotFound
    if open_session_of(table.pk):
        raise TableOccupied
    now = utc_now()
    store = Store.objects.get(pk=store_id)
    session = TableSession.objects.create(
        store=store,
        table=table,
        business_date=business_date(now, time_zone=store.time_zone, day_start=store.business_day_start),
        guests=guests,
        opened_at=now,
        opened_by_id=by_id,
    )
    record_events(store_id=store_id, events=[session_event(EventKind.SESSION_OPENED, session, table)])
    return session_document(session)


@transaction.atomic
def close_session(*, store_id: uuid.UUID, table_id: uuid.UUID, force: bool, by_id: uuid.UUID) -> Finished:
    """Finish the table; raise NoOpenSession, or SessionHasOpenOrders unless `force`.

    Orders still open stay as they are: the kitchen may finish them. The table's open calls are taken along.
    """
    table = lock_table(store_id=store_id, table_id=table_id)
    session = open_session_of(table.pk)
    if session is None:
        raise NoOpenSession
    bill = session.orders.aggregate(
        count=Count("pk", filter=~Q(status=OrderStatus.CANCELLED)),
        total=Sum("total", filter=~Q(status=OrderStatus.CANCELLED), default=0),
        open=Count("pk", filter=Q(status__in=OPEN_STATUSES)),
    )
    if bill["open"] and not force:
        raise SessionHasOpenOrders
    session.closed_at = utc_now()
    session.closed_by_id = by_id
    session.save(update_fields=["closed_at", "closed_by"])
    taken = acknowledge_calls_of(table, at=session.closed_at, by_id=by_id)
    _tell(session, table, bill, by_id=by_id)
    record_events(store_id=store_id, events=[*taken, session_event(EventKind.SESSION_CLOSED, session, table)])
    return Finished(session.pk, session.closed_at, bill["count"], bill["total"])


def _tell(session: TableSession, table: Table, bill: dict[str, int], *, by_id: uuid.UUID) -> None:
    record(
        store_id=session.store_id,
        actor=by_id,
        deed=Deed.SESSION_FINISHED,
        target=session,
        target_name=str(table),
        part_of=table,
        changes={"total": [None, bill["total"]]} | ({"open_orders": [None, bill["open"]]} if bill["open"] else {}),
    )
