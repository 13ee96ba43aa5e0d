"""Events as they go over the wire, and who gets which."""

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from accounts.business_day import utc_now
from accounts.callers import Caller, StaffCaller, TableCaller
from orders.models import StoreCounter, StoreEvent

MAILBOX = 256  # frames a reader may be behind
PAGE = 500  # events read at once
COMMANDS_LAST = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Frame:
    """An event as it goes over the wire. `tables` says whose tablets get it; empty: all.

    `tablet`: the only tablet that gets it; none does once it `is_over`.
    """

    number: int
    tables: frozenset[uuid.UUID]
    data: bytes
    tablet: uuid.UUID | None = None
    is_over: bool = False


@dataclass(eq=False, slots=True)
class Reader:
    """One open stream. `after` is the last number it has, `app_version` the build of the screen."""

    caller: Caller
    after: int = 0
    app_version: str = ""
    mailbox: "asyncio.Queue[bytes]" = field(default_factory=lambda: asyncio.Queue(MAILBOX))
    stop: Callable[[], object] = lambda: None

    def wants(self, frame: Frame) -> bool:
        """Everything of the store for staff; for a tablet its own, its table's and everybody's."""
        if frame.number <= self.after:
            return False
        caller = self.caller
        if not isinstance(caller, TableCaller):
            return isinstance(caller, StaffCaller)
        if frame.tablet is not None:
            return frame.tablet == caller.tablet_id and not frame.is_over
        return not frame.tables or caller.table_id in frame.tables


def newest_number(store_id: uuid.UUID) -> int:
    """The store's newest event number."""
    return StoreCounter.objects.filter(store=store_id).values_list("last_event", flat=True).first() or 0


def read_frames(store_id: uuid.UUID, after: int) -> list[Frame]:
    """The store's next events after a number, at most a page, encoded."""
    rows = StoreEvent.objects.filter(store=store_id, number__gt=after).order_by("number")
    columns = rows.values_list("number", "table_id", "from_table_id", "tablet_id", "created_at", "kind", "data")
    long_ago = utc_now() - COMMANDS_LAST
    return [
        Frame(
            number,
            frozenset(table for table in (table, from_table) if table),
            f"id: {number}\nevent: {kind}\ndata: {data}\n\n".encode(),
            tablet,
            created_at < long_ago,
        )
        for number, table, from_table, tablet, created_at, kind, data in columns[:PAGE]
    ]
