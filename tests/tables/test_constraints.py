"""What the database refuses of tables, sessions and calls, whoever writes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tables.models import ServiceCall, SessionStep, Table, TableSession, Tablet
from tests.factories import TableFactory
from tests.wiring.constraints import Breaks, assert_refused, named_constraints

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 2, 9, 10, tzinfo=UTC)


def session_at(table: Table, **values: Any) -> TableSession:
    values = {"business_date": date(2026, 2, 9), "opened_at": NOW} | values
    return TableSession.objects.create(store=table.store, table=table, **values)


def call_at(table: Table, **values: Any) -> ServiceCall:
    return ServiceCall.objects.create(store=table.store, table=table, **{"kind": "water", "created_at": NOW} | values)


def same_number_twice() -> None:
    first = TableFactory()
    TableFactory(store=first.store, number=first.number)


def two_open_sessions() -> None:
    table = TableFactory()
    session_at(table)
    session_at(table, opened_at=NOW + timedelta(hours=1))


def two_open_calls() -> None:
    table = TableFactory()
    call_at(table)
    call_at(table, message="again")


def step_of(session: TableSession, to: Table | None = None, kind: str = "moved") -> SessionStep:
    return SessionStep.objects.create(
        session=session, kind=kind, from_table=session.table, to_table=to or TableFactory(), at=NOW
    )


def step_on_the_spot() -> None:
    session = session_at(TableFactory())
    step_of(session, to=session.table)


BREAKS: Breaks = {
    "table_number_unique_in_store": same_number_twice,
    "table_number_positive": lambda: TableFactory(number=0),
    "table_position_whole_and_on_the_plan": lambda: TableFactory(position_x=50),
    "table_pairing_code_expires": lambda: TableFactory(pairing_code_hash="h"),
    "one_open_session_per_table": two_open_sessions,
    "session_ends_after_it_opens": lambda: session_at(TableFactory(), closed_at=NOW - timedelta(seconds=1)),
    "session_step_kind_known": lambda: step_of(session_at(TableFactory()), kind="flown"),
    "session_step_leads_to_another_table": step_on_the_spot,
    "one_open_call_per_table_and_kind": two_open_calls,
    "service_call_kind_known": lambda: call_at(TableFactory(), kind="song"),
}


def test_every_constraint_has_its_case() -> None:
    assert set(BREAKS) == named_constraints("tables")


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses(name: str) -> None:
    assert_refused(name, BREAKS[name])


@pytest.mark.parametrize(("x", "y"), [(None, 1), (101, 1), (1, 101)])
def test_a_table_stands_on_the_plan_or_nowhere(x: int | None, y: int) -> None:
    assert_refused("table_position_whole_and_on_the_plan", lambda: TableFactory(position_x=x, position_y=y))


def test_a_tablets_secret_is_its_own() -> None:
    table = TableFactory()

    def pair() -> Tablet:
        return Tablet.objects.create(store=table.store, table=table, secret_hash="h" * 64, last_seen_at=NOW)

    pair()
    assert_refused("secret_hash", pair)


def test_what_only_looks_alike_is_accepted() -> None:
    table = TableFactory()
    TableFactory(number=table.number)  # in another store
    session_at(table, closed_at=NOW)
    session_at(table, closed_at=NOW)
    session_at(table)
    TableFactory(position_x=0, position_y=100)
    call_at(table, acknowledged_at=NOW)
    call_at(table, acknowledged_at=NOW)
    call_at(table)
    call_at(table, kind="bill")
    assert (TableSession.objects.count(), ServiceCall.objects.count()) == (3, 4)
