"""Screens are told of every table that was made, changed or deleted, wherever that happened."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from accounts.models import Store
from orders.announcing import announce_everywhere
from orders.models import StoreEvent
from tables.models import Table, TableChange
from tables.pairing import set_pin
from tables.pairing_codes import make_pairing_code
from tests.factories import StoreFactory, TableFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(store: Store) -> Table:
    """A table of which everything was told."""
    made = TableFactory(store=store, number=5, name="", zone="홀", seats=4)
    announce_everywhere()
    StoreEvent.objects.all().delete()
    return made


def told(store: Store) -> list[tuple[str, Any]]:
    """What was told since, and nothing is left to tell."""
    announce_everywhere()
    announce_everywhere()
    assert not TableChange.objects.exists()
    events = StoreEvent.objects.filter(store=store, kind__startswith="table.").order_by("number")
    return [(event.kind, json.loads(event.data)["table"]) for event in events]


@pytest.mark.parametrize(
    "change",
    [
        {"number": 6},
        {"name": "창가"},
        {"zone": "룸"},
        {"seats": 2},
        {"position_x": 0, "position_y": 9},
        {"is_active": False},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_change_is_told_once_with_the_table_as_it_is(table: Table, change: dict[str, Any]) -> None:
    Table.objects.filter(pk=table.pk).update(**change)
    position = {"x": 0, "y": 9} if "position_x" in change else None
    as_it_was = {"number": 5, "name": "", "zone": "홀", "seats": 4, "position": position, "is_active": True}
    changed = {name: value for name, value in change.items() if not name.startswith("position")}
    assert told(table.store) == [("table.updated", as_it_was | changed | {"id": str(table.pk)})]


def test_only_its_own_tablets_and_the_staff_are_told(table: Table) -> None:
    Table.objects.filter(pk=table.pk).update(seats=2)
    announce_everywhere()
    (event,) = StoreEvent.objects.filter(store=table.store)
    assert (event.table_id, event.tablet_id) == (table.pk, None)


@pytest.mark.parametrize(
    "change",
    [
        lambda table: set_pin(table=table, pin="90210"),
        lambda table: make_pairing_code(store_id=table.store_id, table_id=table.pk, by_id=None),
        lambda table: table.save(),
    ],
    ids=["pin", "pairing code", "nothing"],
)
def test_what_no_screen_shows_is_not_told(table: Table, change: Callable[[Table], object]) -> None:
    change(table)
    assert told(table.store) == []


def test_changes_of_one_table_before_the_next_look_are_told_together(table: Table) -> None:
    for seats in (2, 3, 6):
        Table.objects.filter(pk=table.pk).update(seats=seats)
    assert [data["seats"] for _kind, data in told(table.store)] == [6]


def test_a_new_table_and_one_that_is_gone_are_told(table: Table) -> None:
    gone = str(table.pk)
    new = TableFactory(store=table.store, number=7)
    table.delete()
    (kind, made), removed = told(new.store)
    assert (kind, made["id"], made["number"]) == ("table.updated", str(new.pk), 7)
    assert removed == ("table.removed", {"id": gone})


def test_many_are_all_told(table: Table) -> None:
    Table.objects.bulk_create(Table(store=table.store, number=number, pin="-") for number in range(100, 350))
    assert [data["number"] for _kind, data in told(table.store)] == list(range(100, 350))


def test_another_store_is_told_nothing(table: Table) -> None:
    other = StoreFactory()
    Table.objects.filter(pk=table.pk).update(seats=2)
    assert told(other) == []


def test_a_store_that_is_gone_with_its_tables_is_forgotten(table: Table) -> None:
    table.store.delete()
    assert TableChange.objects.exists()
    announce_everywhere()
    assert not TableChange.objects.exists()
    assert not StoreEvent.objects.exists()
