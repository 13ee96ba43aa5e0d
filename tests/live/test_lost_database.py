"""The database drops every connection, as it does when it is restarted."""

import psycopg
import pytest

from tests.live.people import LivePerson, LiveTablet
from tests.server import Server

pytestmark = pytest.mark.postgresql

DROP = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def test_streams_go_on_and_orders_are_taken_again(server: Server, person: LivePerson, guest: LiveTablet) -> None:
    before = person.board()["last_event_id"]
    with person.follow(after=before) as stream, guest.follow(after=before) as own:
        first = guest.order().json()
        stream.wait_for_order(first)
        with psycopg.connect(server.database_url, autocommit=True) as database:
            database.execute(DROP)
        answers = [guest.order() for _ in range(20)]
        assert {answer.status for answer in answers} <= {201, 503}
        last = answers[-1]
        assert last.status == 201
        stream.wait_for_order(last.json())
        own.wait_for_order(last.json())
        numbers = stream.numbers
        assert numbers == list(range(before + 1, before + len(numbers) + 1))


def test_health_is_back_as_soon_as_the_database_is(server: Server) -> None:
    for _ in range(4):
        assert server.request("GET", "/health").status == 200
    with psycopg.connect(server.database_url, autocommit=True) as database:
        database.execute(DROP)
    for _ in range(4):
        assert server.request("GET", "/health").status == 200
