"""Guests call staff, and a person takes the call. Guests who go to another table take their calls along."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from rest_framework.exceptions import NotFound

from accounts.business_day import utc_now
from orders.documents import Document, service_call_document
from orders.errors import InvalidStatusTransition
from orders.events import Event, event, record_events
from orders.journey import Journey
from orders.locks import lock_call, lock_open_calls, lock_table
from orders.models import EventKind
from orders.selectors import open_session_of
from tables.models import LONGEST_MESSAGE, ServiceCall, ServiceCallKind, Table, TableSession

UNDO_WITHIN = timedelta(seconds=10)


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
    call = lock_call(store_id=store_id, call_id=call_id)
    if call.acknowledged_at is None:
        taken = _acknowledge(call, call.table, at=utc_now(), by_id=by_id)
        record_events(store_id=store_id, events=[taken])
    return service_call_document(call, table_number=call.table.number)


@transaction.atomic
def undo_acknowledgement(*, store_id: uuid.UUID, call_id: uuid.UUID, by_id: uuid.UUID) -> Document:
    """Have the guests call again, as long as before, because the caller took their call by mistake.

    A call of its own: to every screen a call that was taken stays taken. Raise InvalidStatusTransition when it was
    somebody else's, more than ten seconds ago, or the guests have left the table since.
    """
    taken = ServiceCall.objects.filter(pk=call_id, store=store_id).first()
    if taken is None:
        raise NotFound
    table = lock_table(store_id=store_id, table_id=taken.table_id)
    taken.refresh_from_db()  # others had the table meanwhile
    if taken.acknowledged_by_id != by_id or not _is_just_taken(taken) or _have_left(taken):
        raise InvalidStatusTransition
    again = ServiceCall.objects.filter(table=table, kind=taken.kind, acknowledged_at=None).first()
    if again is None:
        again = ServiceCall(
            store_id=store_id, table=table, session_id=taken.session_id,
            kind=taken.kind, message=taken.message, created_at=taken.created_at,
        )  # fmt: skip
        again.save(force_insert=True)
        record_events(store_id=store_id, events=[_call_event(EventKind.SERVICE_CALL_CREATED, again, table)])
    return service_call_document(again, table_number=table.number)


def _is_just_taken(call: ServiceCall) -> bool:
    return call.acknowledged_at is not None and utc_now() - call.acknowledged_at <= UNDO_WITHIN


def _have_left(call: ServiceCall) -> bool:
    if call.session_id:
        here = open_session_of(call.table_id)
        return here is None or here.pk != call.session_id
    return TableSession.objects.filter(table=call.table_id, closed_at__gte=call.acknowledged_at).exists()


def acknowledge_calls_of(table: Table, *, at: datetime, by_id: uuid.UUID) -> list[Event]:
    """Take every open call of a table that is being finished; the caller records the events."""
    return [_acknowledge(call, table, at=at, by_id=by_id) for call in lock_open_calls(table)]


def bring_calls(journey: Journey, session: TableSession) -> list[Event]:
    """Have the guests' open calls follow them to the table of `session`; the caller records the events.

    A table has one open call of a kind: where there is one already, that takes in what the other says.
    """
    calls = lock_open_calls(journey.origin, journey.target)
    there = {call.kind: call for call in calls if call.table_id == journey.target.pk}
    events = []
    for call in calls:
        if call.table_id == journey.origin.pk:
            twin = there.get(call.kind)
            events += _join(call, twin, journey) if twin else [_follow(call, journey.target, session)]
    return events


def _follow(call: ServiceCall, target: Table, session: TableSession) -> Event:
    call.table = target
    call.session = session
    call.save(update_fields=["table", "session"])
    return _call_event(EventKind.SERVICE_CALL_CREATED, call, target)


def _join(call: ServiceCall, twin: ServiceCall, journey: Journey) -> list[Event]:
    taken = _acknowledge(call, journey.origin, at=journey.at, by_id=journey.by_id)
    if call.message in ("", twin.message):
        return [taken]
    twin.message = " / ".join(filter(None, [twin.message, call.message]))[:LONGEST_MESSAGE]
    twin.save(update_fields=["message"])
    return [taken, _call_event(EventKind.SERVICE_CALL_CREATED, twin, journey.target)]


def _acknowledge(call: ServiceCall, table: Table, *, at: datetime, by_id: uuid.UUID) -> Event:
    call.acknowledged_at = at
    call.acknowledged_by_id = by_id
    call.save(update_fields=["acknowledged_at", "acknowledged_by"])
    return _call_event(EventKind.SERVICE_CALL_ACKNOWLEDGED, call, table)


def _call_event(kind: EventKind, call: ServiceCall, table: Table) -> Event:
    return event(kind, table_id=table.pk, service_call=service_call_document(call, table_number=table.number))
