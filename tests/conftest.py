"""One restaurant, its people and tablets, and everybody who is not of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection

from accounts.access import forget_standings
from accounts.models import Role, Store
from accounts.triggers import SQLITE_NAMES
from menu.models import Category, MenuItem
from menu.snapshot import forget_snapshots
from orders.sales import report
from tests.factories import CategoryFactory, MenuItemFactory, StoreFactory
from tests.personas import Caller, StaffCaller, TabletCaller, person_in, tablet_at
from tests.server import Server, running_server


@pytest.fixture(autouse=True, scope="session")
def _flush_takes_the_audit_trail_too() -> Iterator[None]:
    """Between tests Django empties the tables: PostgreSQL's by TRUNCATE, SQLite's by DELETE, which the trail refuses.

    After it Django says that it has migrated, and the triggers come back.
    """
    operations = type(connection.ops)
    flush = operations.sql_flush

    def without_triggers(*args: Any, **kwargs: Any) -> list[str]:
        return [*(f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE_NAMES), *flush(*args, **kwargs)]

    with pytest.MonkeyPatch.context() as patch:
        if connection.vendor == "sqlite":
            patch.setattr(operations, "sql_flush", without_triggers)
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to PostgreSQL what only it can show."""
    if connection.vendor != "postgresql":
        for item in items:
            if item.get_closest_marker("postgresql"):
                item.add_marker(pytest.mark.skip(reason="only a real PostgreSQL shows this behaviour"))


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What a process remembers between requests must not cross from one test to the next."""
    forget_standings()
    forget_snapshots()
    cache.clear()


@pytest.fixture(autouse=True)
def _sales_are_added_up_however_busy_the_machine_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request does so for a second; how many days that are is luck. Tests of its end set their own."""
    monkeypatch.setattr(report, "SECONDS", 60.0)


@pytest.fixture
def store(db: None) -> Store:
    return StoreFactory()


@pytest.fixture
def other_store(db: None) -> Store:
    return StoreFactory(name="Elsewhere")


@pytest.fixture
def owner(store: Store) -> StaffCaller:
    return person_in(store, Role.OWNER)


@pytest.fixture
def manager(store: Store) -> StaffCaller:
    return person_in(store, Role.MANAGER)


@pytest.fixture
def staff(store: Store) -> StaffCaller:
    return person_in(store)


@pytest.fixture
def outsider(other_store: Store) -> StaffCaller:
    """A manager, of another store."""
    return person_in(other_store, Role.MANAGER)


@pytest.fixture
def tablet(store: Store) -> TabletCaller:
    return tablet_at(store)


@pytest.fixture
def other_tablet(store: Store) -> TabletCaller:
    """At another table of the same store."""
    return tablet_at(store)


@pytest.fixture
def outside_tablet(other_store: Store) -> TabletCaller:
    return tablet_at(other_store)


@pytest.fixture
def nobody() -> Caller:
    return Caller()


@pytest.fixture
def category(store: Store) -> Category:
    return CategoryFactory(store=store)


@pytest.fixture
def stew(category: Category) -> MenuItem:
    """Kimchi stew, 9,000 won."""
    return MenuItemFactory(category=category)


@pytest.fixture
def beer(category: Category) -> MenuItem:
    """Beer, 5,000 won."""
    return MenuItemFactory(category=category, name={"ko": "맥주", "en": "Beer"}, price=5000)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server with the demo store, shared: use a table of your own, and leave it finished."""
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A running server with the demo store, to stop and kill."""
    with running_server(tmp_path) as running:
        yield running
