"""A screen goes on where it was."""

import pytest

from tests.live.following import Stream
from tests.live.people import LivePerson, LiveTablet
from tests.server import Server

FUTURE = 10**15


def numbers_up_to(stream: Stream, last: int) -> list[int]:
    stream.wait_for(lambda block: block.id == last)
    return stream.numbers


def test_the_board_resumes_with_all_that_came_after_its_number_once_and_in_order(
    person: LivePerson, guest: LiveTablet, neighbour: LiveTablet
) -> None:
    before = person.board()["last_event_id"]
    for number in range(4):
        (guest if number % 2 else neighbour).order()
    last = person.board()["last_event_id"]
    assert last > before
    with person.follow(after=before) as by_query, person.follow(header=str(before)) as by_header:
        newest = guest.order().json()
        for stream in (by_query, by_header):
            number = stream.wait_for_order(newest).id
            assert number
            assert numbers_up_to(stream, number) == list(range(before + 1, number + 1))


def test_the_header_counts_more_than_the_query(person: LivePerson, guest: LiveTablet) -> None:
    order = guest.order().json()
    now = person.board()["last_event_id"]
    with person.follow(after=0, header=str(now)) as stream:
        newest = guest.order().json()
        stream.wait_for_order(newest)
        assert min(stream.numbers) == now + 1
        assert order["id"] not in str(stream.blocks)


def test_a_tablet_resumes_with_its_own_tables_events_only(
    person: LivePerson, guest: LiveTablet, neighbour: LiveTablet
) -> None:
    before = guest.bill()["last_event_id"]
    first, theirs, second = guest.order().json(), neighbour.order().json(), guest.order().json()
    with guest.follow(after=before) as stream:
        stream.wait_for_order(second)
        orders = [block.data["order"] for block in stream.events if block.event == "order.created"]
        assert orders == [first, second]
        assert theirs["id"] not in str(stream.blocks)
        numbers = stream.numbers
        assert numbers == sorted(set(numbers))


def test_without_a_number_only_what_comes_from_now_on(person: LivePerson, guest: LiveTablet) -> None:
    earlier = guest.order().json()
    with person.follow() as stream:
        later = guest.order().json()
        stream.wait_for_order(later)
        assert earlier["id"] not in str(stream.blocks)


def test_a_number_that_was_never_given_resets_and_goes_on(person: LivePerson, guest: LiveTablet) -> None:
    with person.follow(after=FUTURE) as stream:
        reset = stream.wait_for(lambda block: block.event == "reset")
        assert reset.data == {}
        assert reset.id is None
        order = guest.order().json()
        stream.wait_for_order(order)
        assert [block.event for block in stream.blocks].count("reset") == 1


def test_a_number_older_than_what_is_kept_resets_and_goes_on(
    server: Server, person: LivePerson, guest: LiveTablet
) -> None:
    guest.order()
    server.manage(
        "shell",
        "-c",
        "from datetime import timedelta; from orders.models import StoreEvent; from django.db.models import F;"
        "StoreEvent.objects.update(created_at=F('created_at') - timedelta(hours=49))",
    )
    kept_from = person.board()["last_event_id"]
    server.manage("prune_events")
    order = guest.order().json()
    with person.follow(after=0) as behind, person.follow(after=kept_from) as up_to_date:
        behind.wait_for(lambda block: block.event == "reset")
        up_to_date.wait_for_order(order)
        newest = guest.order().json()
        behind.wait_for_order(newest)
        assert [block.event for block in behind.blocks].count("reset") == 1
        assert order["id"] not in str(behind.events)
        assert "reset" not in [block.event for block in up_to_date.blocks]


@pytest.mark.parametrize("number", ["-1", "abc", "1.5", "9223372036854775808", "9" * 5000, "%D9%A3"])
def test_what_is_no_number_is_refused(person: LivePerson, guest: LiveTablet, number: str) -> None:
    for caller, path in ((person, "/staff/events"), (guest, "/events")):
        answer = caller.get(f"{path}?last_event_id={number}")
        assert answer.status == 400
        assert answer.headers["content-type"] == "application/json"
        assert [(error["code"], error["attr"]) for error in answer.json()["errors"]] == [("invalid", "last_event_id")]
