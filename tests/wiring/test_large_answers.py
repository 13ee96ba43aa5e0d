"""A large answer is made piece by piece, in whichever thread is free, and no further once its reader has left."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import StreamingHttpResponse

from tableorder.bridge import BLOCK, Bridge, Message

PIECE = b"x" * BLOCK
SCOPE: dict[str, Any] = {
    "method": "GET", "path": "/", "query_string": b"", "headers": [], "http_version": "1.1", "scheme": "http",
}  # fmt: skip


class Pieces(Iterator[bytes]):
    """Counts what was made of it."""

    def __init__(self, pieces: int) -> None:
        self.made, self.left, self.closed = 0, pieces, False

    def __next__(self) -> bytes:
        if self.made == self.left:
            raise StopIteration
        self.made += 1
        return PIECE

    def close(self) -> None:
        self.closed = True


class Application(WSGIHandler):
    """Answers with the pieces."""

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces

    def __call__(self, environ: Any, start_response: Any) -> Any:
        start_response("200 OK", [])
        return StreamingHttpResponse(self.pieces)


def answered(pieces: Pieces, *, leaves_after: int) -> list[Message]:
    """What a reader is sent who leaves after so many messages."""

    async def read() -> list[Message]:
        gone, sent = asyncio.Event(), []
        asked = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive() -> Message:
            if asked:
                return asked.pop()
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            sent.append(message)
            if len(sent) >= leaves_after:
                gone.set()
                await asyncio.sleep(0)

        bridge = Bridge(Application(pieces), threads=2, name="test")
        await bridge(SCOPE, receive, send)
        bridge._threads.shutdown()
        return sent

    return asyncio.run(read())


@pytest.mark.django_db
def test_a_reader_who_stays_gets_all() -> None:
    pieces = Pieces(20)
    messages = answered(pieces, leaves_after=1000)
    assert b"".join(message.get("body", b"") for message in messages) == PIECE * 20
    assert not messages[-1]["more_body"]
    assert pieces.closed


@pytest.mark.django_db
def test_nothing_more_is_made_for_one_who_has_left() -> None:
    pieces = Pieces(1000)
    answered(pieces, leaves_after=3)
    assert pieces.made < 10
    assert pieces.closed
