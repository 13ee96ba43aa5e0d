"""A tablet signs in at its table with store code, table number and PIN, and is paired with it."""

import re
from typing import Any

import pytest

from accounts.models import Store
from tables.models import Table, Tablet
from tables.pairing import set_pin
from tests.factories import PIN, TableFactory
from tests.personas import Caller, TabletCaller
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
LOGIN = "/auth/table/login"


@pytest.fixture
def table(store: Store) -> Table:
    return TableFactory(store=store, number=7, name="Window")


def body_of(table: Table, **changes: Any) -> dict[str, Any]:
    return {"store_code": table.store.code, "table_number": table.number, "pin": PIN} | changes


def test_a_tablet_gets_a_token_and_its_secret(table: Table, nobody: Caller) -> None:
    answer = nobody.post(LOGIN, body_of(table))
    assert (answer.status_code, faults(answer, "post", LOGIN)) == (200, [])
    signed_in = answer.json()
    assert signed_in["table"] == {"id": str(table.pk), "number": 7, "name": "Window"}
    assert signed_in["store"]["code"] == table.store.code
    assert Caller(signed_in["access"]).get("/auth/me").json()["table"]["number"] == 7


def test_the_tablet_is_there_from_then_on(table: Table, nobody: Caller) -> None:
    nobody.post(LOGIN, body_of(table))
    tablet = Tablet.objects.get()
    assert (tablet.store, tablet.table, tablet.revoked_at) == (table.store, table, None)
    assert tablet.last_seen_at is not None


def test_each_device_is_a_tablet_of_its_own(table: Table, nobody: Caller) -> None:
    first, second = (nobody.post(LOGIN, body_of(table)).json() for _ in range(2))
    assert first["tablet_secret"] != second["tablet_secret"]
    assert Tablet.objects.count() == 2
    assert Caller(first["access"]).get("/auth/me").status_code == 200


def test_neither_pin_nor_secret_is_kept_readable(table: Table, nobody: Caller) -> None:
    secret = nobody.post(LOGIN, body_of(table)).json()["tablet_secret"]
    kept = [str(value) for model in (Table, Tablet) for row in model.objects.values() for value in row.values()]
    assert not any(secret in value or re.fullmatch(PIN, value) for value in kept)


def test_the_number_may_come_as_text_and_the_pin_as_a_number(table: Table, nobody: Caller) -> None:
    assert nobody.post(LOGIN, body_of(table, table_number="7", pin=int(PIN))).status_code == 200


def test_a_new_pin_takes_the_old_ones_place(table: Table, nobody: Caller) -> None:
    set_pin(table=table, pin="9999")
    assert nobody.post(LOGIN, body_of(table)).status_code == 401
    assert nobody.post(LOGIN, body_of(table, pin="9999")).status_code == 200


def test_a_new_pin_leaves_paired_tablets_alone(tablet: TabletCaller) -> None:
    set_pin(table=tablet.table, pin="9999")
    assert tablet.get("/auth/me").status_code == 200


WRONG: dict[str, dict[str, Any]] = {
    "a wrong pin": {"pin": "0000"},
    "a shorter pin": {"pin": PIN[:-1]},
    "an unknown table": {"table_number": 8},
    "an unknown store": {"store_code": "nowhere"},
    "another store's table": {"table_number": 9},
}


@pytest.mark.parametrize("kind", [*WRONG, "a table out of use", "a table that has no pin"])
def test_every_wrong_sign_in_gets_the_same_answer(kind: str, table: Table, other_store: Store, nobody: Caller) -> None:
    TableFactory(store=other_store, number=9)
    if kind == "a table out of use":
        Table.objects.filter(pk=table.pk).update(is_active=False)
    if kind == "a table that has no pin":
        Table.objects.filter(pk=table.pk).update(pin="")
    answer = nobody.post(LOGIN, body_of(table, **WRONG.get(kind, {})))
    assert (answer.status_code, faults(answer, "post", LOGIN)) == (401, [])
    assert answer.json() == {
        "type": "client_error",
        "errors": [{"code": "authentication_failed", "detail": "Store, name or password is not right.", "attr": None}],
    }
    assert Tablet.objects.count() == 0


@pytest.mark.parametrize("number", [0, -1, 10_000, 1.5, "x", None, True, [7], 10**30])
def test_a_table_number_is_1_to_9999(number: Any, table: Table, nobody: Caller) -> None:
    answer = nobody.post(LOGIN, body_of(table, table_number=number))
    assert (answer.status_code, faults(answer, "post", LOGIN)) == (400, [])
    assert {error["attr"] for error in answer.json()["errors"]} == {"table_number"}


@pytest.mark.parametrize("pin", ["", None, "1" * 13, ["4821"], "4821\0"])
def test_a_pin_is_a_short_text(pin: Any, table: Table, nobody: Caller) -> None:
    answer = nobody.post(LOGIN, body_of(table, pin=pin))
    assert (answer.status_code, [error["attr"] for error in answer.json()["errors"]]) == (400, ["pin"])
