"""Two things at the same moment, made to collide: one is held where it has read and not yet written, the other runs.

With the lock the other waits until the first is let go; the control takes the lock away and shows what would happen.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import psycopg
import pytest
from django.db import connection, connections
from django.db.backends.postgresql.features import DatabaseFeatures

Answer = TypeVar("Answer")

PATIENCE = 20.0  # seconds
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


def at_once(deeds: Sequence[Callable[[], Answer]]) -> list[Answer]:
    """Do all of them at the same moment, each in a thread with a connection of its own."""
    start = threading.Barrier(len(deeds))

    def go(deed: Callable[[], Answer]) -> Answer:
        start.wait(PATIENCE)
        return _with_own_connection(deed)

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(go, deeds))


def without_row_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: everything else as it is, but no row is locked by reading it."""
    monkeypatch.setattr(DatabaseFeatures, "has_select_for_update", False)


class Collision:
    """Holds the first caller of a function inside it until the second deed is done, or waits for a lock."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: Any, name: str) -> None:
        self._original = getattr(module, name)
        self._taken = threading.Lock()
        self._is_there = threading.Event()
        self._may_go = threading.Event()
        monkeypatch.setattr(module, name, self._held)

    def of(self, first: Callable[[], Any], second: Callable[[], Any]) -> tuple[Any, Any]:
        """What the first and the second answer. An exception is an answer."""
        with ThreadPoolExecutor(2) as pool:
            held = pool.submit(_with_own_connection, first)
            assert self._is_there.wait(PATIENCE), "the first never got there"
            other = pool.submit(_with_own_connection, second)
            _wait_until_done_or_waiting(other)
            self.let_go()
            return _answer_of(held), _answer_of(other)

    def let_go(self) -> None:
        """Let the first go on."""
        self._may_go.set()

    def _held(self, *arguments: Any, **named: Any) -> Any:
        if self._taken.acquire(blocking=False):
            # Statements may wait in a pipeline: an answer is only there when all before it have run.
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
                cursor.fetchone()
            self._is_there.set()
            assert self._may_go.wait(PATIENCE)
        return self._original(*arguments, **named)


def _answer_of(future: "Future[Any]") -> Any:
    return future.exception(PATIENCE) or future.result()


def _wait_until_done_or_waiting(other: "Future[Any]") -> None:
    where = connection.settings_dict
    with psycopg.connect(
        dbname=where["NAME"],
        user=where["USER"],
        password=where["PASSWORD"],
        host=where["HOST"],
        port=where["PORT"],
        autocommit=True,
    ) as watcher:
        pause = threading.Event()
        for _ in range(int(PATIENCE / 0.02)):
            row = watcher.execute(WAITING).fetchone()
            if other.done() or (row and row[0]):
                return
            pause.wait(0.02)
    raise AssertionError("the second neither ended nor waited")


def _with_own_connection(deed: Callable[[], Answer]) -> Answer:
    try:
        return deed()
    finally:
        connections.close_all()
