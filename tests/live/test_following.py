"""Screens follow what happens."""

from tests.live.people import LivePerson, LiveTablet


def test_a_stream_begins_with_when_to_try_again(person: LivePerson) -> None:
    with person.follow() as stream:
        stream.wait_for(lambda block: block.text == "retry: 2000")
        assert stream.blocks[0].text == "retry: 2000"
        assert stream.response.headers["Content-Type"] == "text/event-stream"
        assert stream.response.headers["Cache-Control"] == "no-cache"
        assert stream.response.headers["X-Accel-Buffering"] == "no"
        assert "Content-Encoding" not in stream.response.headers


def test_a_new_order_comes_to_the_board_and_its_own_table_only(
    person: LivePerson, guest: LiveTablet, neighbour: LiveTablet
) -> None:
    with person.follow() as board, guest.follow() as own, neighbour.follow() as other:
        for stream in (board, own, other):
            stream.wait_for(lambda block: block.text == "retry: 2000")
        order = guest.order(2).json()
        theirs = neighbour.order(1).json()
        assert board.wait_for_order(order).data["order"] == order
        assert own.wait_for_order(order).data["order"] == order
        other.wait_for_order(theirs)
        board.wait_for_order(theirs)
        assert guest.table_id not in str(other.blocks)
        assert neighbour.table_id not in str(own.blocks)


def test_guests_see_the_kitchens_steps_and_that_their_table_was_finished(person: LivePerson, guest: LiveTablet) -> None:
    order = guest.order().json()
    with guest.follow(after=guest.bill()["last_event_id"]) as stream:
        for status in ("preparing", "completed"):
            person.advance(order, status)
            stream.wait_for_order(order, status)
        person.finish(guest)
        closed = stream.wait_for_event("session.closed").data
        assert closed["session"]["id"] == order["session_id"]
        assert closed["session"]["closed_at"]
        assert closed["table"] == {"id": guest.table_id, "number": guest.number}


def test_a_board_sees_calls_made_and_taken(person: LivePerson, guest: LiveTablet) -> None:
    with person.follow(after=person.board()["last_event_id"]) as stream:
        call = guest.post("/service-calls", {"kind": "water"}).json()
        assert stream.wait_for_event("service_call.created").data == {"service_call": call}
        taken = person.post(f"/staff/service-calls/{call['id']}/acknowledge").json()
        assert stream.wait_for_event("service_call.acknowledged").data == {"service_call": taken}


def test_a_silent_stream_gives_a_sign_of_life(guest: LiveTablet) -> None:
    with guest.follow() as stream:
        stream.wait_for(lambda block: block.text == ": keep-alive")
