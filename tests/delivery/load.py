"""Guests and staff while their restaurant's machine is worked on: orders, menus and streams through Caddy, over TLS."""

import http.client
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.delivery.box import PASSWORD, PIN, Box
from tests.delivery.site import Site

PAUSE = 0.05  # seconds between two requests of one guest


@dataclass
class Load:
    """What was asked, answered, refused and heard."""

    box: Box
    code: str
    orders: list[str] = field(default_factory=list)
    answered: int = 0
    failures: list[str] = field(default_factory=list)
    heard: list[list[int]] = field(default_factory=list)
    connections: int = 0
    enough: threading.Event = field(default_factory=threading.Event)

    def sign_in_tablet(self, number: int) -> dict[str, str]:
        body = {"store_code": self.code, "table_number": number, "pin": PIN}
        with Site(self.box.https_port) as site:
            token = site.json("POST", "/auth/table/login", body)["access"]
        return {"Authorization": f"Bearer {token}"}

    def sign_in_staff(self) -> dict[str, str]:
        body = {"store_code": self.code, "username": f"{self.code}-manager", "password": PASSWORD}
        with Site(self.box.https_port) as site:
            token = site.json("POST", "/auth/staff/login", body)["access"]
        return {"Authorization": f"Bearer {token}"}

    def order_on(self, number: int) -> None:
        """A table that orders all evening, each press once."""
        me = self.sign_in_tablet(number)
        site = Site(self.box.https_port)
        dish = site.json("GET", "/menu", **me)["categories"][0]["items"][0]["id"]
        body = {"items": [{"menu_item": dish, "quantity": 2}], "expected_total": 18000}

        def order() -> None:
            key = {"Idempotency-Key": uuid.uuid4().hex}
            self.orders.append(site.json("POST", "/orders", body, **me, **key)["id"])

        with site:
            self.repeat(site, order)

    def read(self, number: int) -> None:
        """A table that leafs through the menu and looks at its bill."""
        me = self.sign_in_tablet(number)
        site = Site(self.box.https_port)

        def look() -> None:
            site.json("GET", "/menu", **me)
            site.json("GET", "/orders", **me)

        with site:
            self.repeat(site, look)

    def repeat(self, site: Site, deed: Callable[[], None]) -> None:
        while not self.enough.is_set():
            try:
                deed()
                self.answered += 1
            except (OSError, http.client.HTTPException) as failure:
                self.failures.append(f"{time.strftime('%H:%M:%S')} {failure!r}")
                site.close()
            time.sleep(PAUSE)

    def follow(self) -> None:
        """A board that follows from the beginning, and goes on where it was whenever its stream ends."""
        me = self.sign_in_staff()
        numbers: list[int] = []
        self.heard.append(numbers)
        while not self.enough.is_set():
            site = Site(self.box.https_port)
            try:
                stream = site.request("GET", "/staff/events", **me, **{"Last-Event-ID": str(max(numbers, default=0))})
                if stream.status != 200:
                    raise http.client.HTTPException(f"GET /staff/events: {stream.status}")
                self.connections += 1
                self._listen(stream, numbers)
            except (OSError, http.client.HTTPException) as failure:
                self.failures.append(f"{time.strftime('%H:%M:%S')} {failure!r}")
            site.close()

    def _listen(self, stream: http.client.HTTPResponse, numbers: list[int]) -> None:
        # Orders keep coming, so a line is never waited for long.
        while not self.enough.is_set() and (line := stream.readline()):
            if line.startswith(b"id: "):
                numbers.append(int(line[4:]))

    def stored(self) -> list[str]:
        """Every order of the store."""
        me, found, path = self.sign_in_staff(), [], "/staff/orders"
        with Site(self.box.https_port) as site:
            while path:
                page = site.json("GET", path, **me)
                found += [order["id"] for order in page["results"]]
                path = (page["next"] or "").partition("/api/v1")[2]
        return found


@contextmanager
def evening(box: Box, code: str, *, guests: int = 4, readers: int = 2, boards: int = 3) -> Iterator[Load]:
    """Load for as long as the block runs."""
    load = Load(box, code)
    tables = iter(range(1, guests + readers + 1))
    threads = [threading.Thread(target=load.order_on, args=(next(tables),)) for _ in range(guests)]
    threads += [threading.Thread(target=load.read, args=(next(tables),)) for _ in range(readers)]
    threads += [threading.Thread(target=load.follow) for _ in range(boards)]
    for thread in threads:
        thread.start()
    try:
        yield load
        # What was ordered last is heard as well.
        time.sleep(2)
    finally:
        load.enough.set()
        for thread in threads:
            thread.join(60)
