"""SIGTERM: an operator or a deployment stops the server."""

from contextlib import ExitStack

from tests.live.people import LivePerson, LiveTablet
from tests.live.stuck import stuck_client
from tests.server import Server


def assert_it_went_by_itself(server: Server) -> None:
    """Every process took its leave, its hub too, and none had to be killed."""
    started = server.log.count("Started server process")
    assert started
    assert server.log.count("Application shutdown complete.") == started
    assert "appears unsupported" not in server.log, "the hub did not stop"
    assert "SIGKILL" not in server.log
    assert "Traceback" not in server.log


def test_open_streams_end_and_the_server_goes(own_server: Server) -> None:
    person, guest = LivePerson(own_server), LiveTablet(own_server, 1)
    with ExitStack() as stack:
        streams = [stack.enter_context(person.follow()) for _ in range(6)]
        streams += [stack.enter_context(guest.follow()) for _ in range(6)]
        order = guest.order().json()
        for stream in streams:
            stream.wait_for_order(order)
        own_server.terminate()
        for stream in streams:
            stream.wait_until_ended()
            assert stream.ended_properly
    assert_it_went_by_itself(own_server)
    assert "Cancel" not in own_server.log, "it waited for streams"


def test_a_reader_that_never_reads_does_not_hold_the_server(own_server: Server) -> None:
    person, guest = LivePerson(own_server), LiveTablet(own_server, 1)
    with stuck_client(own_server, "/api/v1/staff/events?last_event_id=0", person.token), person.follow() as stream:
        for _ in range(199):
            guest.order_much()
        stream.wait_for_order(guest.order_much().json())
        own_server.terminate()
    assert_it_went_by_itself(own_server)
