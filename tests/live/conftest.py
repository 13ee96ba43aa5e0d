"""Callers of the running server."""

from collections.abc import Iterator
from itertools import count

import pytest

from tests.live.people import LivePerson, LiveTablet
from tests.server import Server

TABLES = 12
_turns = count()


def seat(server: Server) -> LiveTablet:
    """A tablet at the next table, round and round: every test leaves its tables finished."""
    return LiveTablet(server, next(_turns) % TABLES + 1)


@pytest.fixture
def person(server: Server) -> LivePerson:
    return LivePerson(server)


@pytest.fixture
def guest(server: Server, person: LivePerson) -> Iterator[LiveTablet]:
    tablet = seat(server)
    yield tablet
    person.finish(tablet)


@pytest.fixture
def neighbour(server: Server, person: LivePerson) -> Iterator[LiveTablet]:
    """At another table."""
    tablet = seat(server)
    yield tablet
    person.finish(tablet)
