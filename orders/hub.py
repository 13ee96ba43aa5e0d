"""Who is reading which store's events in this process, and bringing them each new one.

One asyncio loop, one database thread, one LISTEN connection and one fetch per store with news. Every event is encoded
once and the same bytes go to every reader. A reader that does not keep up is cut off: it resumes where it was.
"""

import asyncio
import logging
import time
import uuid
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import Error, connection, connections

from accounts.access import standings
from accounts.callers import Caller, TableCaller
from menu.snapshot import build_wanted
from orders import wake
from orders.announcing import announce_everywhere
from orders.frames import PAGE, Frame, Reader, newest_number, read_frames
from orders.models import StoreCounter
from orders.notifications import Notifications
from tables.pairing import see_tablets

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")

LOOK_EVERY = 1.0  # seconds; the bound on revoking, and on news whose wake-up was lost
SEEN_EVERY = 60.0  # seconds


@dataclass(slots=True)
class _Store:
    readers: set[Reader] = field(default_factory=set)
    delivered: int | None = None


class Hub:
    """The readers of this process."""

    def __init__(self) -> None:
        self._stores: dict[uuid.UUID, _Store] = {}
        self._dirty: set[uuid.UUID] = set()
        self._news = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []
        self._closing = False
        self._seen_at = 0.0
        self._came: set[Reader] = set()
        self._database = ThreadPoolExecutor(1, "hub-database")
        # Not in the other thread: a menu of thousands takes longer than an event may.
        self._menus = ThreadPoolExecutor(1, "hub-menus")
        self._notifications = Notifications(on_news=self._heard, on_reconnect=self._look_again)

    async def start(self) -> None:
        """Follow the database until `stop`."""
        self._loop = asyncio.get_running_loop()
        wake.wake_through(self.wake_from_thread)
        turns = (self._deliver_news(), self._look_around(), self._build_menus())
        self._tasks = [asyncio.create_task(turn) for turn in turns]
        if connection.vendor == "postgresql":
            self._tasks += self._notifications.start()

    async def stop(self) -> None:
        """End every stream and every task."""
        self.end_streams()
        wake.wake_through(wake.notify)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.in_database(connections.close_all)
        self._database.shutdown()
        self._menus.shutdown()

    def end_streams(self) -> None:
        """Say goodbye to every reader; new ones end at once. They resume elsewhere."""
        self._closing = True
        for reader in [reader for store in self._stores.values() for reader in store.readers]:
            reader.stop()

    def end_streams_soon(self) -> None:
        """Likewise, from a signal handler."""
        self._loop.call_soon_threadsafe(self.end_streams)

    def wake_from_thread(self, store_id: uuid.UUID) -> None:
        """A request of this process has committed an event."""
        self._loop.call_soon_threadsafe(self._written_here, store_id)

    async def join(self, reader: Reader) -> int | None:
        """Register the reader and return the number up to which it must read for itself; None while closing.

        Everything after that number goes to its mailbox. Registered before it reads, so that nothing falls between.
        """
        store = self._stores.setdefault(reader.caller.store_id, _Store())
        if store.delivered is None:
            current = await self.in_database(lambda: newest_number(reader.caller.store_id))
            # Another reader may have joined meanwhile, and its number is then the one that counts.
            store = self._stores.setdefault(reader.caller.store_id, store)
            store.delivered = current if store.delivered is None else store.delivered
            self._heard(reader.caller.store_id)  # what was committed while the question was out
        if self._closing:
            return None
        store.readers.add(reader)
        self._came.add(reader)
        return store.delivered

    def leave(self, reader: Reader) -> None:
        """Forget the reader, and its store after the last one."""
        store = self._stores.get(reader.caller.store_id)
        if store:
            store.readers.discard(reader)
            if not store.readers:
                del self._stores[reader.caller.store_id]

    async def in_database(self, ask: Callable[[], Answer]) -> Answer:
        """Run a query in the hub's own thread."""
        return await self._loop.run_in_executor(self._database, _asking, ask)

    def _written_here(self, store_id: uuid.UUID) -> None:
        self._heard(store_id)
        self._notifications.tell(store_id)

    def _heard(self, store_id: uuid.UUID) -> None:
        if store_id in self._stores:
            self._dirty.add(store_id)
            self._news.set()

    def _look_again(self) -> None:
        for store_id in self._stores:
            self._heard(store_id)

    async def _deliver_news(self) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            dirty, self._dirty = self._dirty, set()
            for store_id in dirty:
                await _whatever_happens(self._deliver(store_id))

    async def _deliver(self, store_id: uuid.UUID) -> None:
        while store := self._stores.get(store_id):
            after = store.delivered
            if after is None:
                return
            frames = await self.in_database(lambda after=after: read_frames(store_id, after))  # type: ignore[misc] # bound now
            # The last reader may have left, and another come, while the query ran.
            if self._stores.get(store_id) is store and frames:
                store.delivered = frames[-1].number
                for frame in frames:
                    _hand_out(frame, store.readers)
            if len(frames) < PAGE:
                return

    async def _look_around(self) -> None:
        while True:
            await _whatever_happens(self._look())
            await asyncio.sleep(LOOK_EVERY)

    async def _build_menus(self) -> None:
        while True:
            await _whatever_happens(self._loop.run_in_executor(self._menus, _build_wanted))
            await asyncio.sleep(LOOK_EVERY)

    async def _look(self) -> None:
        readers = [reader for store in self._stores.values() for reader in store.readers]
        callers = {reader.caller for reader in readers}
        allowed, newest = await self.in_database(lambda: _changes(callers, list(self._stores)))
        for reader in readers:
            if reader.caller not in allowed:
                reader.stop()
        for store_id, number in newest.items():
            store = self._stores.get(store_id)
            if store and store.delivered is not None and number > store.delivered:
                self._heard(store_id)
        came, self._came = self._came, set()
        if time.monotonic() - self._seen_at > SEEN_EVERY:
            self._seen_at = time.monotonic()
            came = set(readers)
        await self.in_database(lambda: _see(came))


def _build_wanted() -> None:
    try:
        build_wanted()
    finally:
        connections.close_all()  # this is seldom: no connection is kept for it


def _see(readers: Iterable[Reader]) -> None:
    by_build: dict[str, list[uuid.UUID]] = {}
    for reader in readers:
        if isinstance(reader.caller, TableCaller):
            by_build.setdefault(reader.app_version, []).append(reader.caller.tablet_id)
    for app_version, tablet_ids in by_build.items():
        see_tablets(tablet_ids=tablet_ids, app_version=app_version)


def _changes(callers: set[Caller], stores: list[uuid.UUID]) -> tuple[set[Caller], dict[uuid.UUID, int]]:
    announce_everywhere()
    newest = StoreCounter.objects.filter(store__in=stores).values_list("store_id", "last_event")
    return set(standings(callers)), dict(newest)


def _hand_out(frame: Frame, readers: Iterable[Reader]) -> None:
    for reader in list(readers):
        if reader.wants(frame):
            try:
                reader.mailbox.put_nowait(frame.data)
            except asyncio.QueueFull:
                reader.stop()


def _asking(ask: Callable[[], Answer]) -> Answer:
    try:
        return ask()
    except Error:
        # The next question gets a new connection.
        with suppress(Error):
            connection.close()
        raise


async def _whatever_happens(work: Awaitable[None]) -> None:
    """Every screen of the process depends on the next turn coming."""
    try:
        await work
    except Error:
        log.warning("The database did not answer; the next look tries again.")
    except Exception:
        log.exception("Could not look for news; the next look tries again.")
