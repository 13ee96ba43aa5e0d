"""A screen's end of an event stream, over a real socket."""

import http.client
import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from tests.server import Server

PATIENCE = 20.0  # seconds: how long to wait for what must come; no test asks how long it took


def wait_until(condition: Callable[[], bool]) -> None:
    """Look until it is so."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "It never came to be."
        time.sleep(0.05)


@dataclass(frozen=True)
class Block:
    """What stands between two empty lines: an event, a comment or the retry line."""

    text: str

    @property
    def fields(self) -> dict[str, str]:
        return dict(line.split(": ", 1) for line in self.text.split("\n"))

    @property
    def id(self) -> int | None:
        return int(self.fields["id"]) if "id" in self.fields else None

    @property
    def event(self) -> str:
        return self.fields.get("event", "")

    @property
    def data(self) -> Any:
        return json.loads(self.fields["data"])


class Stream:
    """Follows the board's stream, or a tablet's, and keeps all that came."""

    def __init__(
        self, server: Server, token: str, path: str = "/staff/events", *, after: int | None = None, header: str = ""
    ) -> None:
        self.blocks: list[Block] = []
        self.ended = threading.Event()
        self.ended_properly = False
        self._news = threading.Condition()
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=90)
        sent = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream", "Accept-Language": "en"}
        if header:
            sent["Last-Event-ID"] = header
        query = "" if after is None else f"?last_event_id={after}"
        self._connection.request("GET", f"/api/v1{path}{query}", headers=sent)
        self.response = self._connection.getresponse()
        assert self.response.status == 200, self.response.read()
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: object, traceback: TracebackType | None) -> None:
        self.leave()

    def leave(self) -> None:
        """Hang up."""
        if self._connection.sock:
            with suppress(OSError):
                self._connection.sock.shutdown(2)
        self._thread.join(PATIENCE)
        self._connection.close()

    @property
    def events(self) -> list[Block]:
        """The numbered events so far."""
        return [block for block in self.blocks if block.text.startswith("id: ")]

    @property
    def numbers(self) -> list[int]:
        return [block.id for block in self.events if block.id is not None]

    def wait_for(self, wanted: Callable[[Block], bool]) -> Block:
        """The first block that is `wanted`, now or later."""
        deadline = time.monotonic() + PATIENCE
        with self._news:
            while True:
                for block in self.blocks:
                    if wanted(block):
                        return block
                assert not self.ended.is_set(), f"The stream ended without it: {self.blocks[-3:]}"
                assert self._news.wait(deadline - time.monotonic()), f"It did not come: {self.blocks[-3:]}"

    def wait_for_event(self, kind: str, **contains: Any) -> Block:
        """The first event of the kind whose data has these values."""
        return self.wait_for(lambda block: block.event == kind and contains.items() <= block.data.items())

    def wait_for_order(self, order: dict[str, Any], status: str = "pending") -> Block:
        """The event of this order in this status."""
        return self.wait_for(
            lambda block: (
                block.event.startswith("order.")
                and (block.data["order"]["id"], block.data["order"]["status"]) == (order["id"], status)
            )
        )

    def wait_until_ended(self) -> None:
        assert self.ended.wait(PATIENCE), "The stream goes on."

    def _read(self) -> None:
        rest = b""
        # A server that was killed breaks off in the middle of a chunk.
        with suppress(OSError, http.client.HTTPException):
            while part := self.response.read1(65536):
                *whole, rest = (rest + part).split(b"\n\n")
                with self._news:
                    self.blocks += [Block(text.decode()) for text in whole]
                    self._news.notify_all()
            self.ended_properly = True
        with self._news:
            self.ended.set()
            self._news.notify_all()
