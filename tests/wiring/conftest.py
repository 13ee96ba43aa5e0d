"""What the wiring keeps between requests, put back after each test."""

from collections.abc import Iterator

import pytest
from django.db import connection

from tableorder.health import database_check


@pytest.fixture(autouse=True)
def _health_lets_go() -> Iterator[None]:
    """Health asks in a thread of its own, whose connection would keep the test database from being dropped."""
    yield
    if database_check._asked:
        database_check._thread.submit(_close_own_connection).result()
        database_check._asked = None


def _close_own_connection() -> None:
    connection.close()  # the calling thread's
