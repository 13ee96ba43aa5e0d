"""Applying events to an old snapshot gives what a new snapshot says, whatever happened in between."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.live.conftest import seat
from tests.live.evening import Evening, going_on
from tests.live.following import Block
from tests.live.people import LivePerson, LiveTablet
from tests.live.screens import BoardScreen, Document, TableScreen
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
    boards, bills = [person.board()], [tablets[0].bill()]
    with (
        person.follow(after=boards[0]["last_event_id"]) as board_stream,
        tablets[0].follow(after=bills[0]["last_event_id"]) as table_stream,
    ):
        with going_on(evenings, DEEDS) as still_going:
            while still_going():
                boards.append(person.board())
                bills.append(tablets[0].bill())
        mark = tablets[0].order().json()
        boards.append(person.board())
        bills.append(tablets[0].bill())
        board_stream.wait_for_order(mark)
        table_stream.wait_for_order(mark)
    assert boards[-1]["last_event_id"] > boards[0]["last_event_id"] + DEEDS
    assert_events_lead_from_each_to_the_next(BoardScreen, boards, board_stream.events)
    assert_events_lead_from_each_to_the_next(TableScreen, bills, table_stream.events)


def assert_events_lead_from_each_to_the_next(
    kind: type[BoardScreen | TableScreen], snapshots: list[Document], events: list[Block]
) -> None:
    from_the_first = kind(snapshots[0])
    for older, newer in pairwise(snapshots):
        for screen in (kind(older), from_the_first):
            screen.apply(events, up_to=newer["last_event_id"])
            assert screen.state == newer
