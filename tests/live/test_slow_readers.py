"""A client that does not read holds up nobody."""

import re
import socket
from contextlib import ExitStack

from tests.live.following import PATIENCE
from tests.live.people import LivePerson, LiveTablet
from tests.live.stuck import stuck_client
from tests.server import Server

MORE_THAN_THREADS = 10
MORE_THAN_IS_KEPT = 500  # events: in the network's buffers, and in the reader's mailbox
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


def test_a_reader_too_far_behind_is_cut_off_and_resumes_where_it_was(
    server: Server, person: LivePerson, guest: LiveTablet
) -> None:
    before = person.board()["last_event_id"]
    path = f"/api/v1/staff/events?last_event_id={before}"
    with stuck_client(server, path, person.token) as client, person.follow(after=before) as stream:
        for _ in range(MORE_THAN_IS_KEPT):
            last = guest.order_much().json()
        newest = stream.wait_for_order(last).id or 0
        read = [int(number) for number in re.findall(rb"id: (\d+)\n", read_all(client))]
    assert read == list(range(before + 1, before + len(read) + 1))
    assert 0 < len(read) < newest - before
    with person.follow(after=read[-1]) as resumed:
        resumed.wait_for(lambda block: block.id == newest)
        assert read + resumed.numbers == list(range(before + 1, newest + 1))


def read_all(client: socket.socket) -> bytes:
    """Everything up to where the server hung up."""
    client.settimeout(PATIENCE)
    parts = []
    while part := client.recv(1024 * 1024):
        parts.append(part)
    return b"".join(parts)


def test_slow_downloads_do_not_hold_up_orders(server: Server, guest: LiveTablet) -> None:
    (server.folder / "media").mkdir(exist_ok=True)
    (server.folder / "media" / "large.png").write_bytes(bytes(PICTURE))
    with ExitStack() as stack:
        for _ in range(MORE_THAN_THREADS):
            stack.enter_context(stuck_client(server, "/media/large.png"))
        assert guest.order().status == 201
