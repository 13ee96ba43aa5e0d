"""Guests call staff, and a person takes the call."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from rest_framework.exceptions import NotFound

from accounts.business_day import utc_now
from orders.documents import Document, service_call_document
from orders.events import Event, event, record_events
from orders.locks import lock_table
from orders.models import EventKind
from orders.selectors import open_session_of
from tables.models import ServiceCall, ServiceCallKind, Table


@dataclass(frozen=True, slots=True)
class Called:
    """A call; `is_new` is False when the same one was open already."""

    document: Document
    is_new: bool


@transaction.atomic
def call_staff(*, store_id: uuid.UUID, table_id: uuid.UUID, kind: ServiceCallKind, message: str) -> Called:
    """Call staff. Calling again for the same before anyone came changes the open call and makes no other."""
    table = lock_table(store_id=store_id, table_id=table_id)
    call = ServiceCall.objects.filter(table=table, kind=kind, acknowledged_at=None).first()
    is_new = call is None
    if call is None:
        call = ServiceCall(
            store_id=store_id,
            table=table,
            session=open_session_of(table.pk),
            kind=kind,
            created_at=utc_now(),
        )
    if is_new or call.message != message:
        call.message = message
        call.save()
        record_events(store_id=store_id, events=[_call_event(EventKind.SERVICE_CALL_CREATED, call, table)])
    return Called(service_call_document(call, table_number=table.number), is_new)


@transaction.atomic
def acknowledge_call(*, store_id: uuid.UUID, call_id: uuid.UUID, by_id: uuid.UUID) -> Document:
    """Take a call. Taking it again changes nothing: the first person has it."""
    rows = ServiceCall.objects.select_for_update(no_key=True, of=("self",)).select_related("table")
    call = rows.filter(pk=call_id, store=store_id).first()
    if call is None:
        raise NotFound
    if call.acknowledged_at is None:
        taken = _acknowledge(call, at=utc_now(), by_id=by_id)
        record_events(store_id=store_id, events=[taken])
    return service_call_document(call, table_number=call.table.number)


def acknowledge_calls_of(table: Table, *, at: datetime, by_id: uuid.UUID) -> list[Event]:
    """Take every open call of a table that is being finished; the caller records the events."""
    calls = ServiceCall.objects.select_for_update(no_key=True, of=("self",)).select_related("table")
    return [
        _acknowledge(call, at=at, by_id=by_id)
        for call in calls.filter(table=table, acknowledged_at=None).order_by("pk")
    ]


def _acknowledge(call: ServiceCall, *, at: datetime, by_id: uuid.UUID) -> Event:
    call.acknowledged_at = at
    call.acknowledged_by_id = by_id
    call.save(update_fields=["acknowledged_at", "acknowledged_by"])
    return _call_event(EventKind.SERVICE_CALL_ACKNOWLEDGED, call, call.table)


def _call_event(kind: EventKind, call: ServiceCall, table: Table) -> Event:
    return event(kind, table_id=table.pk, service_call=service_call_document(call, table_number=table.number))
