"""Telling the processes that serve streams that a store has new events.

Only a hint: the event row is the truth, and every process also looks for itself once in a while (orders/hub.py).
"""

import uuid
from collections.abc import Callable

from django.db import connection

CHANNEL = "store_events"


def notify(store_id: uuid.UUID) -> None:
    """Tell every process, over PostgreSQL. Call outside a transaction: inside, NOTIFY makes all commits queue."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, str(store_id)])


# A process that serves streams wakes its own readers directly and notifies the others once for many commits.
_wake: Callable[[uuid.UUID], None] = notify


def wake(store_id: uuid.UUID) -> None:
    """Call after the commit."""
    _wake(store_id)


def wake_through(waker: Callable[[uuid.UUID], None]) -> None:
    """Let `waker` do it from now on."""
    global _wake  # noqa: PLW0603 # one hub a process, by design
    _wake = waker
