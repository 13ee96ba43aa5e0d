"""The database drops every connection, as it does when it is restarted."""

import psycopg
import pytest

from tests.live.people import LivePerson, LiveTablet
from tests.server import Server

pytestmark = pytest.mark.postgresql

DROP = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def drop_every_connection(server: Server) -> None:
    with psycopg.connect(server.database_url, autocommit=True) as database:
        database.execute(DROP)


def test_streams_go_on_and_orders_are_taken_again(own_server: Server) -> None:
    person, guest = LivePerson(own_server), LiveTablet(own_server, 1)
    before = person.board()["last_event_id"]
    with person.follow(after=before) as stream, guest.follow(after=before) as own:
        stream.wait_for_order(guest.order().json())
        drop_every_connection(own_server)
        # Each thread finds out for itself that its connection is gone.
        answers = [guest.order() for _ in range(20)]
        assert {answer.status for answer in answers} <= {201, 503}
        assert all("retry-after" in answer.headers for answer in answers if answer.status == 503)
        last = answers[-1]
        assert last.status == 201
        stream.wait_for_order(last.json())
        own.wait_for_order(last.json())
        numbers = stream.numbers
        assert numbers == list(range(before + 1, before + len(numbers) + 1))
    drop_every_connection(own_server)
    assert [own_server.request("GET", "/health").status for _ in range(4)] == [200] * 4
