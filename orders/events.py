"""Recording store events: in the same transaction as the change, numbered from the store's counter row.

Call last: from here to the commit the store's other writers wait.
"""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from django.db import transaction

from accounts import sql
from accounts.business_day import utc_now
from orders import wake
from orders.models import EventKind

TAKE_EVENT_NUMBERS = """
INSERT INTO orders_storecounter AS counter
    (store_id, last_event, last_order, announced_menu_version, announced_store)
VALUES (%s, %s, 0, 0, '')
ON CONFLICT (store_id) DO UPDATE SET last_event = counter.last_event + excluded.last_event
RETURNING last_event
"""
# An order's number starts at 1 in each business day. The day can also go back, when the store's time zone is mended:
# then numbering goes on after that day's highest.
TAKE_EVENT_AND_ORDER_NUMBERS = """
INSERT INTO orders_storecounter AS counter
    (store_id, last_event, business_date, last_order, announced_menu_version, announced_store)
VALUES (%s, %s, %s, 1, 0, '')
ON CONFLICT (store_id) DO UPDATE SET
    last_event = counter.last_event + excluded.last_event,
    last_order = CASE WHEN counter.business_date = excluded.business_date THEN counter.last_order + 1
        ELSE COALESCE((SELECT MAX(number) FROM orders_order
            WHERE store_id = excluded.store_id AND business_date = excluded.business_date), 0) + 1 END,
    business_date = excluded.business_date
RETURNING last_event, last_order
"""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that screens show. `table_id` says whose tablets see it; None: all of them.

    What happens between two tables is seen at both: `from_table_id` is the other one. What is for one tablet names it:
    `tablet_id`.
    """

    kind: EventKind
    table_id: uuid.UUID | None
    data: bytes
    from_table_id: uuid.UUID | None = None
    tablet_id: uuid.UUID | None = None


def event(kind: EventKind, *, table_id: uuid.UUID | None, from_table_id: uuid.UUID | None = None, **data: Any) -> Event:
    """Make an event from documents."""
    return Event(kind, table_id, encode(data), from_table_id)


def encode(document: Any) -> bytes:
    """Encode a document as answers and events carry it."""
    return orjson.dumps(document, default=str, option=orjson.OPT_UTC_Z)


def record_events(*, store_id: uuid.UUID, events: list[Event]) -> int:
    """Number and store the events and return the last number. Screens are woken after the commit."""
    row = sql.fetch_one(TAKE_EVENT_NUMBERS, [sql.uid(store_id), len(events)])
    assert row  # noqa: S101 # RETURNING always answers
    store_events(store_id=store_id, last_number=row[0], events=events)
    return int(row[0])


def take_numbers(*, store_id: uuid.UUID, events: int, business_date: date) -> tuple[int, int]:
    """Take numbers for one order and its events: (last event number, order number)."""
    row = sql.fetch_one(TAKE_EVENT_AND_ORDER_NUMBERS, [sql.uid(store_id), events, sql.day(business_date)])
    assert row  # noqa: S101 # RETURNING always answers
    return row[0], row[1]


def store_events(*, store_id: uuid.UUID, last_number: int, events: list[Event]) -> None:
    """Store events under the numbers up to `last_number`, which were taken for them."""
    first = last_number - len(events) + 1
    now = sql.moment(utc_now())
    sql.insert(
        "orders_storeevent",
        "store_id, number, kind, table_id, from_table_id, tablet_id, data, created_at",
        [
            (
                sql.uid(store_id),
                first + index,
                entry.kind.value,
                sql.uid(entry.table_id),
                sql.uid(entry.from_table_id),
                sql.uid(entry.tablet_id),
                entry.data.decode(),
                now,
            )
            for index, entry in enumerate(events)
        ],
    )
    # Stored is stored: a wake-up that fails must not turn the answer into an error.
    transaction.on_commit(lambda: wake.wake(store_id), robust=True)
