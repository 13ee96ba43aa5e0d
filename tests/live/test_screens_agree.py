"""Applying events to an old snapshot gives what a new snapshot says, whatever happened in between."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import pairwise

import pytest

from tests.live.conftest import seat
from tests.live.evening import Evening, going_on
from tests.live.following import Block
from tests.live.people import LivePerson, LiveTablet
from tests.live.screens import BoardScreen, Document, Screen, TableScreen
from tests.server import Server

DEEDS = 120


@pytest.fixture
def tablets(server: Server, person: LivePerson) -> Iterator[list[LiveTablet]]:
    seated = [seat(server) for _ in range(4)]
    yield seated
    for tablet in seated:
        person.finish(tablet)


@pytest.mark.parametrize("seed", [1, 2])
def test_events_applied_to_an_old_snapshot_equal_a_new_one(
    person: LivePerson, tablets: list[LiveTablet], seed: int
) -> None:
    # Two people at the same tables: what they do collides. Snapshots are taken in the middle of it.
    evenings = [Evening(person, tablets, seed * 10 + number) for number in range(2)]
    boards, bills = [person.board()], [[tablet.bill()] for tablet in tablets]
    with ExitStack() as stack:
        board_stream = stack.enter_context(person.follow(after=boards[0]["last_event_id"]))
        streams = [
            stack.enter_context(tablet.follow(after=own[0]["last_event_id"]))
            for tablet, own in zip(tablets, bills, strict=True)
        ]
        with going_on(evenings, DEEDS) as still_going:
            while still_going():
                boards.append(person.board())
                for tablet, own in zip(tablets, bills, strict=True):
                    own.append(tablet.bill())
        go_together(person, *tablets[:3])
        for tablet, own, stream in zip(tablets, bills, streams, strict=True):
            mark = tablet.order().json()
            own.append(tablet.bill())
            stream.wait_for_order(mark)
        boards.append(person.board())
        board_stream.wait_for_order(mark)
    assert boards[-1]["last_event_id"] > boards[0]["last_event_id"] + DEEDS
    assert {"session.moved", "session.merged"} <= {block.event for block in board_stream.events}
    assert_events_lead_from_each_to_the_next(BoardScreen, boards, board_stream.events)
    for tablet, own, stream in zip(tablets, bills, streams, strict=True):
        screen = partial(TableScreen, table_id=tablet.table_id)
        assert_events_lead_from_each_to_the_next(screen, own, stream.events)


def go_together(person: LivePerson, first: LiveTablet, second: LiveTablet, third: LiveTablet) -> None:
    """Chance may leave it out: two parties become one, and it goes to a third table."""
    for tablet in (first, second, third):
        person.finish(tablet)
    for tablet in (first, second):
        assert tablet.order().status == 201
    for deed, origin, target in (("merge", first, second), ("move", second, third)):
        path = f"/staff/tables/{origin.table_id}/{deed}"
        assert person.post(path, {"to": target.table_id}).status == 200


def assert_events_lead_from_each_to_the_next(
    screen_of: Callable[[Document], Screen], snapshots: list[Document], events: list[Block]
) -> None:
    from_the_first = screen_of(snapshots[0])
    for older, newer in pairwise(snapshots):
        for screen in (screen_of(older), from_the_first):
            screen.apply(events, up_to=newer["last_event_id"])
            assert screen.state == newer
