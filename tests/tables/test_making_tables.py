"""Tables are made in a row, with one PIN."""

import pytest

from accounts.models import Store
from tables.making import create_tables, draw_pins
from tables.models import Table
from tests.personas import Caller

pytestmark = pytest.mark.django_db


def numbers_of(store: Store) -> list[int]:
    return list(Table.objects.filter(store=store).values_list("number", flat=True))


def test_the_numbers_asked_for_are_made(store: Store, other_store: Store) -> None:
    create_tables(store=store, numbers=range(1, 4), pin="2468")
    assert (numbers_of(store), numbers_of(other_store)) == ([1, 2, 3], [])


def test_what_is_there_stays_as_it_is(store: Store, nobody: Caller) -> None:
    create_tables(store=store, numbers=[2], pin="1111")
    made = create_tables(store=store, numbers=range(1, 4), pin="2222")
    assert sorted(table.number for table in made) == [1, 3]
    answers = [
        nobody.post("/auth/table/login", {"store_code": store.code, "table_number": number, "pin": pin}).status_code
        for number, pin in ((1, "2222"), (2, "1111"), (2, "2222"), (3, "2222"))
    ]
    assert answers == [200, 200, 401, 200]


def test_a_table_is_called_by_its_name_or_else_its_number(store: Store) -> None:
    assert str(Table(store=store, number=7, name="Window")) == "Window"
    assert "7" in str(Table(store=store, number=7))


def test_each_may_have_a_pin_of_its_own(store: Store, nobody: Caller) -> None:
    pins = draw_pins([1, 2])
    assert all(len(pin) == 6 and pin.isdecimal() for pin in pins.values())
    create_tables(store=store, numbers=[1, 2], pin=pins, zone="룸", seats=6)
    assert set(Table.objects.filter(store=store).values_list("zone", "seats")) == {("룸", 6)}
    for number in (1, 2):
        body = {"store_code": store.code, "table_number": number, "pin": pins[number]}
        assert nobody.post("/auth/table/login", body).status_code == 200
