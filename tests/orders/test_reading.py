"""Which events a screen is given."""

import uuid
from dataclasses import replace

from accounts.callers import StaffCaller, TableCaller
from orders.frames import Frame, Reader

STORE, HERE, ELSEWHERE = (uuid.uuid4() for _ in range(3))
PERSON = StaffCaller(STORE, 0, uuid.uuid4(), "")
TABLET = TableCaller(STORE, 0, HERE, uuid.uuid4())
FRAME = Frame(7, frozenset([HERE]), b"")


def frame_of(*tables: uuid.UUID) -> Frame:
    return replace(FRAME, tables=frozenset(tables))


def test_staff_are_given_what_happens_at_every_table() -> None:
    reader = Reader(PERSON, after=6)
    assert all(reader.wants(frame) for frame in (FRAME, frame_of(ELSEWHERE), frame_of(HERE, ELSEWHERE), frame_of()))


def test_a_tablet_is_given_what_concerns_its_own_table_or_every_one() -> None:
    reader = Reader(TABLET, after=6)
    assert all(reader.wants(frame) for frame in (FRAME, frame_of()))
    assert not reader.wants(frame_of(ELSEWHERE))


def test_a_tablet_is_given_what_happens_between_its_own_table_and_another() -> None:
    assert Reader(TABLET, after=6).wants(frame_of(HERE, ELSEWHERE))
    assert not Reader(TABLET, after=6).wants(frame_of(ELSEWHERE, uuid.uuid4()))


def test_nobody_is_given_again_what_they_have() -> None:
    for caller in (PERSON, TABLET):
        assert [Reader(caller, after=after).wants(FRAME) for after in (6, 7, 8)] == [True, False, False]


def test_what_is_for_one_tablet_is_given_to_no_other_and_not_once_it_is_over() -> None:
    neighbour = replace(TABLET, tablet_id=uuid.uuid4())
    frame = replace(FRAME, tablet=TABLET.tablet_id)
    assert [Reader(caller).wants(frame) for caller in (TABLET, neighbour, PERSON)] == [True, False, True]
    over = replace(frame, is_over=True)
    assert [Reader(caller).wants(over) for caller in (TABLET, neighbour, PERSON)] == [False, False, True]
