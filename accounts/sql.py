"""What the hot path's SQL needs to run on both databases, prepared on PostgreSQL.

The ORM is used everywhere else. Placing an order spends most of its time here, and the ORM would triple the server's
share of it (benchmarks/).
"""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, cast

from django.db import connection


@contextmanager
def few_round_trips() -> Iterator[None]:
    """Send statements without waiting for each: on PostgreSQL only an answer that is read is waited for."""
    if connection.vendor == "postgresql":
        connection.ensure_connection()
        with connection.wrap_database_errors, connection.connection.pipeline():
            yield
    else:
        yield


def uid(value: uuid.UUID | None) -> Any:
    """An id as the database keeps it."""
    return value if value is None or connection.features.has_native_uuid_field else value.hex


def moment(value: datetime) -> Any:
    """A time as the database keeps it."""
    return connection.ops.adapt_datetimefield_value(value)


def day(value: date) -> Any:
    """A date as the database keeps it."""
    return connection.ops.adapt_datefield_value(value)


def read_uid(value: Any) -> uuid.UUID | None:
    """An id as Python has it."""
    return value if value is None or isinstance(value, uuid.UUID) else uuid.UUID(value)


def insert(table: str, columns: str, rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows in one statement. `table` and `columns` are constants of this package, never input."""
    marks = ", ".join(["(" + ", ".join(["%s"] * len(rows[0])) + ")"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns}) VALUES {marks}",  # noqa: S608 # constants only
            [value for row in rows for value in row],
        )


def fetch_one(statement: str, params: Sequence[Any]) -> tuple[Any, ...] | None:
    """Run a statement and return its first row."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cast("tuple[Any, ...] | None", cursor.fetchone())
