"""A power cut while guests are ordering."""

import threading
import uuid
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any

from tests.live.people import LivePerson, LiveTablet
from tests.server import Answer, Server

GUESTS = 8
ANSWERED_BEFORE = 60


@dataclass
class Presses:
    """What one tablet sent, by key, and what it was answered."""

    tablet: LiveTablet
    answered: dict[str, dict[str, Any]] = field(default_factory=dict)
    unanswered: list[str] = field(default_factory=list)

    def press(self, key: str) -> Answer:
        return self.tablet.order(key=key)

    def go_on(self, until: threading.Event) -> None:
        while not until.is_set():
            key = uuid.uuid4().hex
            self.unanswered.append(key)
            try:
                answer = self.press(key)
            except (OSError, HTTPException):
                return
            assert answer.status == 201, answer.body
            self.answered[key] = answer.json()
            self.unanswered.remove(key)


def everything_ordered(person: LivePerson) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    path = "/staff/orders"
    while path:
        page = person.get(path).json()
        found += page["results"]
        path = (page["next"] or "").partition("/api/v1")[2]
    return found


def test_a_crash_in_the_middle_of_ordering_loses_and_doubles_nothing(own_server: Server) -> None:
    person = LivePerson(own_server)
    guests = [Presses(LiveTablet(own_server, number)) for number in range(1, GUESTS + 1)]
    for guest in guests:
        assert guest.tablet.plain_items
    before = person.board()["last_event_id"]
    cut = threading.Event()
    threads = [threading.Thread(target=guest.go_on, args=(cut,)) for guest in guests]
    with person.follow(after=before) as first:
        for thread in threads:
            thread.start()
        while sum(len(guest.answered) for guest in guests) < ANSWERED_BEFORE:
            assert any(thread.is_alive() for thread in threads)
        own_server.kill()
        cut.set()
        for thread in threads:
            thread.join()
        first.wait_until_ended()
    own_server.start()

    orders = everything_ordered(person)
    by_id = {order["id"]: order for order in orders}
    assert len(by_id) == len(orders)
    for guest in guests:
        for key, answer in guest.answered.items():
            assert by_id[answer["id"]] == answer
            assert guest.press(key).json() == answer
    assert sum(len(guest.unanswered) for guest in guests), "the crash came between orders"
    for guest in guests:
        for key in guest.unanswered:
            retried, again = guest.press(key), guest.press(key)
            # There already, or only now; never twice.
            assert (retried.status == 200) == (retried.json()["id"] in by_id)
            assert (again.status, again.json()) == (200, retried.json())
    assert sorted(order["number"] for order in orders) == list(range(1, len(orders) + 1))

    with person.follow(after=first.numbers[-1]) as second:
        last = guests[0].press(uuid.uuid4().hex).json()
        second.wait_for_order(last)
        numbers = first.numbers + second.numbers
        assert numbers == list(range(before + 1, before + len(numbers) + 1))
        told = [block.data["order"]["id"] for block in first.events + second.events if block.event == "order.created"]
        assert sorted(told) == sorted(order["id"] for order in everything_ordered(person))
