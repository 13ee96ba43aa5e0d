"""A store's events as Server-Sent Events: the views that let a caller in, and the writing of the stream.

The views are ordinary ones (token, permission, errors, OpenAPI). Their answer carries a subscription, and the server
(tableorder/asgi.py) writes the stream from it without holding a thread.
"""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import BasePermission
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.callers import Caller
from accounts.permissions import IsStaff, IsTablet
from orders.frames import Reader, newest_number, read_frames
from orders.hub import Hub

RETRY = b"retry: 2000\n\n"
RESET = b"event: reset\ndata: {}\n\n"
KEEP_ALIVE = b": keep-alive\n\n"
KEEP_ALIVE_EVERY = 15.0  # seconds
HIGHEST_NUMBER = 2**63 - 1
BUILD = re.compile(r"[A-Za-z0-9._+-]{1,40}")
MOST_DIGITS = 19  # Python refuses to read numbers of thousands of digits

Send = Callable[[bytes], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who follows, the last number they have, and the build of their screen."""

    caller: Caller
    after: int
    app_version: str = ""


class EventStreamResponse(StreamingHttpResponse):
    """The head of a stream; the server goes on with `subscription`."""

    def __init__(self, subscription: Subscription) -> None:
        super().__init__([RETRY], content_type="text/event-stream")
        self["Cache-Control"] = "no-cache"
        self["X-Accel-Buffering"] = "no"
        self.subscription = subscription


class AnyAccept(BaseContentNegotiation):
    """EventSource asks for text/event-stream; a refusal is JSON all the same."""

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """Take the only renderer."""
        renderer = next(iter(renderers))
        return renderer, renderer.media_type


LAST_EVENT_ID = [
    OpenApiParameter("Last-Event-ID", int, "header", description="The last number the screen has."),
    OpenApiParameter("last_event_id", int, "query", description="The same, for a snapshot's number."),
]
APP_VERSION = OpenApiParameter(
    "X-App-Version",
    str,
    "header",
    description="The tablet's build, which managers see; up to 40 of A-Z a-z 0-9 . _ + -",
)
STREAM = {(200, "text/event-stream"): OpenApiResponse(str, description="docs/architecture.md has the events.")}


class Events(APIView):
    """What concerns the tablet's table, and the menu."""

    permission_classes: Sequence[type[BasePermission]] = (IsTablet,)
    content_negotiation_class = AnyAccept
    http_method_names = ("get", "options")

    @extend_schema(operation_id="events", parameters=[*LAST_EVENT_ID, APP_VERSION], responses=STREAM)
    def get(self, request: Request) -> HttpResponseBase:
        """Follow the store's events, from a number on or from now on."""
        offered = request.headers.get("Last-Event-ID") or request.query_params.get("last_event_id")
        caller: Any = request.user
        # "From now on" is from this answer on, not from whenever the stream gets to its first look.
        return EventStreamResponse(
            Subscription(caller, _number(offered) if offered else newest_number(caller.store_id), _build_of(request))
        )


class StaffEvents(Events):
    """Everything in the store."""

    permission_classes = (IsStaff,)

    @extend_schema(operation_id="staff_events", parameters=LAST_EVENT_ID, responses=STREAM)
    def get(self, request: Request) -> HttpResponseBase:
        """Follow the store's events, from a number on or from now on."""
        return super().get(request)


async def write_stream(hub: Hub, subscription: Subscription, send: Send) -> None:
    """Write the stream until its token expires, its caller may no longer, or the server stops."""
    reader = Reader(subscription.caller, after=subscription.after, app_version=subscription.app_version)
    stopped = asyncio.Event()
    reader.stop = stopped.set
    writing = asyncio.create_task(_write(hub, reader, send))
    stopping = asyncio.create_task(stopped.wait())
    try:
        async with asyncio.timeout(max(0, subscription.caller.expires_at - time.time())):
            await asyncio.wait((writing, stopping), return_when=asyncio.FIRST_COMPLETED)
    except TimeoutError:
        pass  # the token has expired
    finally:
        hub.leave(reader)
        writing.cancel()
        stopping.cancel()
        await asyncio.gather(writing, stopping, return_exceptions=True)


async def _write(hub: Hub, reader: Reader, send: Send) -> None:
    await send(RETRY)
    joined_at = await hub.join(reader)
    if joined_at is None:
        return
    async for part in _backlog(hub, reader, joined_at):
        await send(part)
    while True:
        await send(await _next(reader))


async def _backlog(hub: Hub, reader: Reader, joined_at: int) -> AsyncIterator[bytes]:
    """What came after the reader's number, up to where its mailbox begins; or a reset when that is not kept."""
    store_id, after = reader.caller.store_id, reader.after
    if after > joined_at and after > await hub.in_database(lambda: newest_number(store_id)):
        yield RESET
        reader.after = joined_at
        return
    while after < joined_at:
        frames = await hub.in_database(lambda after=after: read_frames(store_id, after))  # type: ignore[misc] # bound now
        # The log has no gaps: one here means that its beginning was pruned.
        if not frames or frames[0].number != after + 1:
            yield RESET
            return
        wanted = [frame.data for frame in frames if frame.number <= joined_at and reader.wants(frame)]
        if wanted:
            yield b"".join(wanted)
        after = frames[-1].number


async def _next(reader: Reader) -> bytes:
    """All that waits in the mailbox, or a sign of life."""
    try:
        async with asyncio.timeout(KEEP_ALIVE_EVERY):
            parts = [await reader.mailbox.get()]
    except TimeoutError:
        return KEEP_ALIVE
    while not reader.mailbox.empty():
        parts.append(reader.mailbox.get_nowait())
    return b"".join(parts)


def _build_of(request: Request) -> str:
    """Whatever else a screen calls itself is nobody's to store; it follows all the same."""
    offered = request.headers.get("X-App-Version", "")
    return offered if BUILD.fullmatch(offered) else ""


def _number(offered: str) -> int:
    if offered.isascii() and offered.isdigit() and len(offered) <= MOST_DIGITS and int(offered) <= HIGHEST_NUMBER:
        return int(offered)
    detail = _("Give the number of an event, 0 or higher.")
    raise ValidationError({"last_event_id": [ErrorDetail(detail, "invalid")]})
