"""LISTEN and NOTIFY: processes on one PostgreSQL telling each other that a store has news."""

import asyncio
import logging
import uuid
from collections.abc import Callable

import psycopg
from django.db import connection

from orders.wake import CHANNEL

log = logging.getLogger(__name__)
RETRY_AFTER = 1.0  # seconds


class Notifications:
    """This process's ear and voice. `on_news` hears of stores that other processes wrote to."""

    def __init__(self, *, on_news: Callable[[uuid.UUID], None], on_reconnect: Callable[[], None]) -> None:
        self._on_news = on_news
        self._on_reconnect = on_reconnect
        self._signature = uuid.uuid4().hex
        self._to_tell: set[uuid.UUID] = set()
        self._something_to_tell = asyncio.Event()

    def start(self) -> list[asyncio.Task[None]]:
        """Listen and tell until cancelled."""
        return [
            asyncio.create_task(self._again_and_again(self._listen)),
            asyncio.create_task(self._again_and_again(self._tell)),
        ]

    def tell(self, store_id: uuid.UUID) -> None:
        """Tell the others soon; many commits of one store become one message."""
        self._to_tell.add(store_id)
        self._something_to_tell.set()

    async def _again_and_again(self, work: Callable[[psycopg.AsyncConnection], object]) -> None:
        while True:
            try:
                async with await _connect() as database:
                    await work(database)  # type: ignore[misc] # both are coroutine functions
            except (psycopg.Error, OSError):
                log.warning("Lost the database's notifications; connecting again.")
                await asyncio.sleep(RETRY_AFTER)

    async def _listen(self, database: psycopg.AsyncConnection) -> None:
        await database.execute(f"LISTEN {CHANNEL}")
        # Whatever was said while nobody listened.
        self._on_reconnect()
        async for notice in database.notifies():
            signature, _, store = notice.payload.rpartition(":")
            if signature != self._signature:
                self._on_news(uuid.UUID(store))

    async def _tell(self, database: psycopg.AsyncConnection) -> None:
        # In autocommit and after the change's own commit: inside it, NOTIFY would make every commit of the whole
        # database queue behind one lock.
        while True:
            await self._something_to_tell.wait()
            self._something_to_tell.clear()
            stores, self._to_tell = self._to_tell, set()
            payloads = [f"{self._signature}:{store_id}" for store_id in stores]
            await database.execute(
                "SELECT pg_notify(%s, payload) FROM unnest(%s::text[]) AS payload", [CHANNEL, payloads]
            )


async def _connect() -> psycopg.AsyncConnection:
    where = connection.settings_dict
    return await psycopg.AsyncConnection.connect(
        dbname=where["NAME"],
        user=where["USER"] or None,
        password=where["PASSWORD"] or None,
        host=where["HOST"] or None,
        port=where["PORT"] or None,
        connect_timeout=2,
        autocommit=True,
    )
