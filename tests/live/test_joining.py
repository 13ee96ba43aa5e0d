"""A screen joins in the middle of a busy evening: between backlog and live, nothing is lost and nothing doubled."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tests.live.people import LivePerson, LiveTablet

JOINS = 40
EVENTS_EACH = 6


@contextmanager
def ordering_all_the_time(*tablets: LiveTablet) -> Iterator[None]:
    enough = threading.Event()

    def order(tablet: LiveTablet) -> None:
        while not enough.is_set():
            tablet.order()

    threads = [threading.Thread(target=order, args=(tablet,)) for tablet in tablets]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        enough.set()
        for thread in threads:
            thread.join()


def test_every_screen_that_joins_gets_each_event_once(
    person: LivePerson, guest: LiveTablet, neighbour: LiveTablet
) -> None:
    for tablet in (guest, neighbour):
        assert tablet.plain_items
    # One that stays: the others join a store that is being followed already.
    with person.follow() as staying, ordering_all_the_time(guest, neighbour):
        for turn in range(JOINS):
            # Of some age, or the very newest.
            after = max(0, person.board()["last_event_id"] - turn % 3 * 4)
            with person.follow(after=after) as stream:
                stream.wait_for(lambda block, last=after + EVENTS_EACH: block.id == last)
                numbers = stream.numbers  # once: it is still growing
                assert numbers == list(range(after + 1, after + len(numbers) + 1))
        numbers = staying.numbers
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
