"""A client that does not read holds up nobody."""

from contextlib import ExitStack

from tests.live.people import LivePerson, LiveTablet
from tests.live.stuck import stuck_client
from tests.server import Server

MORE_THAN_THREADS = 10
PICTURE = 12 * 1024 * 1024  # bytes, more than the network keeps for a reader


def test_readers_that_never_read_do_not_hold_up_the_others(
    server: Server, person: LivePerson, guest: LiveTablet
) -> None:
    with ExitStack() as stack:
        for _ in range(MORE_THAN_THREADS):
            stack.enter_context(stuck_client(server, "/api/v1/staff/events?last_event_id=0", person.token))
        stream = stack.enter_context(person.follow(after=person.board()["last_event_id"]))
        orders = [guest.order_much().json() for _ in range(150)]
        stream.wait_for_order(orders[-1])
        assert [block.data["order"]["id"] for block in stream.events if block.event == "order.created"] == [
            order["id"] for order in orders
        ]


def test_slow_downloads_do_not_hold_up_orders(server: Server, guest: LiveTablet) -> None:
    (server.folder / "media").mkdir(exist_ok=True)
    (server.folder / "media" / "large.png").write_bytes(bytes(PICTURE))
    with ExitStack() as stack:
        for _ in range(MORE_THAN_THREADS):
            stack.enter_context(stuck_client(server, "/media/large.png"))
        assert guest.order().status == 201
