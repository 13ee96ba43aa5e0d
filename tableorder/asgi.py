"""The server's application: Django in a fixed set of threads, event streams without any.

One port, one kind of process. Four threads keep a two-core machine busy and hold four database connections; probes have
a thread of their own, so that they are answered when the others all wait for a database that is away.
"""

import asyncio
import signal
import sys
from contextlib import suppress
from types import FrameType

# First: it sets Django up, which the others need.
from tableorder.wsgi import application as django

# isort: split

from orders.hub import Hub
from orders.stream import EventStreamResponse, write_stream
from tableorder.bridge import Bridge, Receive, Scope, Send
from tableorder.middleware import PROBES

THREADS = 4
# Seconds. A thread that reckons without a pause (a large file, a long page) lets the others go on after so long. With
# Python's own 5 ms, at each of an order's twenty-odd waits for the database, an order would take a tenth of a second.
LET_OTHERS_GO_AFTER = 0.0005
GOODBYE = 1.0  # seconds

sys.setswitchinterval(LET_OTHERS_GO_AFTER)
requests = Bridge(django, threads=THREADS, name="request")
probes = Bridge(django, threads=1, name="probe")


class Server:
    """The ASGI application."""

    hub: Hub

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection's request, or follow the server's life."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await (probes if scope["path"] in PROBES else requests)(scope, receive, send)
        if isinstance(response, EventStreamResponse):

            async def write(data: bytes) -> None:
                await send({"type": "http.response.body", "body": data, "more_body": True})

            writing = asyncio.create_task(write_stream(self.hub, response.subscription, write))
            leaving = asyncio.create_task(_gone(receive))
            await asyncio.wait((writing, leaving), return_when=asyncio.FIRST_COMPLETED)
            for task in (writing, leaving):
                task.cancel()
            await asyncio.gather(writing, leaving, return_exceptions=True)
            # A tablet that fell off the network takes nothing any more: uvicorn hangs up on it.
            with suppress(TimeoutError):
                async with asyncio.timeout(GOODBYE):
                    await send({"type": "http.response.body", "body": b""})

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self.hub = Hub()
        await self.hub.start()
        self._end_streams_when_terminated()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.hub.stop()
        await send({"type": "lifespan.shutdown.complete"})

    def _end_streams_when_terminated(self) -> None:
        # The server waits for every connection before it tells us to shut down, and a stream never ends by itself.
        # Its own handler is installed by now: ours goes before it.
        previous = signal.getsignal(signal.SIGTERM)

        def terminate(number: int, frame: FrameType | None) -> None:
            self.hub.end_streams_soon()
            if callable(previous):
                previous(number, frame)

        signal.signal(signal.SIGTERM, terminate)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


application = Server()
