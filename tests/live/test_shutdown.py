"""SIGTERM: an operator or a deployment stops the server."""

from contextlib import ExitStack

from tests.live.people import LivePerson, LiveTablet
from tests.live.stuck import stuck_client
from tests.server import Server

MIDDLE_OF_A_STOP = 12  # seconds, well under the 20 that gunicorn would wait before it kills


def test_open_streams_end_and_the_server_goes_at_once(own_server: Server) -> None:
    person, guest = LivePerson(own_server), LiveTablet(own_server, 1)
    with ExitStack() as stack:
        streams = [stack.enter_context(person.follow()) for _ in range(6)]
        streams += [stack.enter_context(guest.follow()) for _ in range(6)]
        order = guest.order().json()
        for stream in streams:
            stream.wait_for_order(order)
        assert own_server.terminate() < MIDDLE_OF_A_STOP
        for stream in streams:
            stream.wait_until_ended()
            assert stream.ended_properly
    assert "Traceback" not in own_server.log
    assert "SIGKILL" not in own_server.log


def test_a_reader_that_never_reads_does_not_hold_the_server(own_server: Server) -> None:
    person, guest = LivePerson(own_server), LiveTablet(own_server, 1)
    with stuck_client(own_server, "/api/v1/staff/events?last_event_id=0", person.token), person.follow() as stream:
        for _ in range(199):
            guest.order_much()
        stream.wait_for_order(guest.order_much().json())
        print(own_server.terminate())
    print(own_server.log)
    assert "Traceback" not in own_server.log
    assert 0
