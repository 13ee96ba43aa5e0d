"""A random evening: guests order and call, staff step, tick, cancel, undo, seat, move, merge and finish tables."""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

from tests.live.people import LivePerson, LiveTablet

KINDS = ("water", "cutlery", "napkin", "bill", "other")


class Evening:
    """One person looking after some tables. Refusals are part of it; errors are not."""

    def __init__(self, person: LivePerson, tablets: list[LiveTablet], seed: int) -> None:
        self.person = person
        self.tablets = tablets
        self.random = random.Random(seed)  # noqa: S311 # a reproducible evening
        self.orders: list[dict[str, Any]] = []
        self.statuses: list[int] = []

    def go_on(self, deeds: int) -> None:
        for _ in range(deeds):
            deed = self.random.choice(
                [self.order] * 4 + [self.step] * 3 + [self.tick] * 2 + [self.cancel, self.undo, self.call]
            )
            self.random.choice([deed] * 8 + [self.take_calls, self.seat, self.finish, self.move, self.merge])()
        assert max(self.statuses) < 500, self.statuses

    def order(self) -> None:
        tablet = self.random.choice(self.tablets)
        answer = tablet.order(self.random.randint(1, 5), item=self.random.randrange(3))
        self.statuses.append(answer.status)
        self.orders.append(answer.json())

    def step(self) -> None:
        self._post("", {"status": self.random.choice(["preparing", "completed"])})

    def tick(self) -> None:
        if self.orders:
            order = self.random.choice(self.orders[-6:])
            path = f"/staff/orders/{order['id']}/items/{order['items'][0]['id']}"
            self.statuses.append(self.person.patch(path, {"done": self.random.random() < 0.7}).status)

    def cancel(self) -> None:
        self._post("/cancel", {"reason": "dropped"})

    def undo(self) -> None:
        self._post("/undo", None)

    def call(self) -> None:
        body = {"kind": self.random.choice(KINDS), "message": self.random.choice(["", "빨리요"])}
        self.statuses.append(self.random.choice(self.tablets).post("/service-calls", body).status)

    def take_calls(self) -> None:
        tablet = self.random.choice(self.tablets)
        for call in tablet.get("/service-calls").json()["service_calls"]:
            self.statuses.append(self.person.post(f"/staff/service-calls/{call['id']}/acknowledge").status)

    def seat(self) -> None:
        table = self.random.choice(self.tablets).table_id
        self.statuses.append(self.person.post(f"/staff/tables/{table}/open", {"guests": 2}).status)

    def finish(self) -> None:
        table = self.random.choice(self.tablets).table_id
        force = self.random.random() < 0.7
        self.statuses.append(self.person.post(f"/staff/tables/{table}/close", {"force": force}).status)

    def move(self) -> None:
        self._to_another_table("move")

    def merge(self) -> None:
        self._to_another_table("merge")

    def _to_another_table(self, deed: str) -> None:
        origin, target = (tablet.table_id for tablet in self.random.sample(self.tablets, 2))
        self.statuses.append(self.person.post(f"/staff/tables/{origin}/{deed}", {"to": target}).status)

    def _post(self, deed: str, body: Any) -> None:
        if self.orders:
            order = self.random.choice(self.orders[-6:])
            method = self.person.post if deed else self.person.patch
            self.statuses.append(method(f"/staff/orders/{order['id']}{deed}", body).status)


@contextmanager
def going_on(evenings: list[Evening], deeds: int) -> Iterator[Callable[[], bool]]:
    """Let every evening go on at the same time; yields whether any still does."""
    with ThreadPoolExecutor(len(evenings)) as pool:
        running = [pool.submit(evening.go_on, deeds) for evening in evenings]
        yield lambda: not all(future.done() for future in running)
        for future in running:
            future.result()
