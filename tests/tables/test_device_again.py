"""A device that is paired again stays one tablet: no row is left that would be valid until somebody revoked it."""

from typing import Any

import pytest

from accounts.access import forget_standings
from tables.models import Table, Tablet
from tests.factories import PIN, TableFactory
from tests.personas import Caller, StaffCaller
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(manager: StaffCaller) -> Table:
    return TableFactory(store=manager.store, number=7)


def sign_in(table: Table, **secret: str) -> dict[str, Any]:
    body = {"store_code": table.store.code, "table_number": table.number, "pin": PIN}
    answer = Caller().post("/auth/table/login", body | secret)
    assert (answer.status_code, faults(answer, "post", "/auth/table/login")) == (200, [])
    signed_in: dict[str, Any] = answer.json()
    return signed_in


def renew(secret: str) -> int:
    status: int = Caller().post("/auth/table/renew", {"tablet_secret": secret}).status_code
    return status


def test_at_the_same_table_it_keeps_its_secret_and_its_token(table: Table) -> None:
    first = sign_in(table)
    again = sign_in(table, tablet_secret=first["tablet_secret"])
    assert again["tablet_secret"] == first["tablet_secret"]
    assert [Caller(each["access"]).get("/orders").status_code for each in (first, again)] == [200, 200]
    assert Tablet.objects.count() == 1


def test_at_another_table_its_old_token_ends(table: Table) -> None:
    first = sign_in(table)
    other = TableFactory(store=table.store, number=8)
    moved = sign_in(other, tablet_secret=first["tablet_secret"])
    forget_standings()  # as the commit does
    assert [Caller(each["access"]).get("/orders").status_code for each in (first, moved)] == [401, 200]
    assert Tablet.objects.get().table == other
    assert renew(first["tablet_secret"]) == 200


def test_in_another_store_its_row_here_is_revoked(table: Table) -> None:
    first = sign_in(table)
    moved = sign_in(TableFactory(number=1), tablet_secret=first["tablet_secret"])
    assert [renew(each["tablet_secret"]) for each in (first, moved)] == [401, 200]
    assert Tablet.objects.get(table=table).revoked_at


def test_by_a_code_it_stays_one_too_and_says_whose_code_it_was(manager: StaffCaller, table: Table) -> None:
    first = sign_in(table)
    assert Tablet.objects.get().paired_by is None
    code = manager.post(f"/staff/tables/{table.pk}/pairing-code").json()["code"]
    again = Caller().post("/auth/table/pair", {"code": code, "tablet_secret": first["tablet_secret"]})
    assert again.json()["tablet_secret"] == first["tablet_secret"]
    assert Tablet.objects.get().paired_by == manager.user
    listed = manager.get(f"/staff/tables/{table.pk}/tablets").json()["tablets"]
    assert [each["paired_by"] for each in listed] == [manager.user.username]


@pytest.mark.parametrize("secret", ["", "nobody's"])
def test_a_secret_that_is_nobody_s_makes_a_new_tablet(table: Table, secret: str) -> None:
    assert sign_in(table, tablet_secret=secret)["tablet_secret"] not in ("", secret)


def test_a_revoked_one_is_not_brought_back(table: Table) -> None:
    first = sign_in(table)
    assert Caller().post("/auth/table/logout", {"tablet_secret": first["tablet_secret"]}).status_code == 204
    again = sign_in(table, tablet_secret=first["tablet_secret"])
    assert again["tablet_secret"] != first["tablet_secret"]
    assert [renew(each["tablet_secret"]) for each in (first, again)] == [401, 200]


def test_a_wrong_pin_leaves_the_tablet_as_it_is(table: Table) -> None:
    secret = sign_in(table)["tablet_secret"]
    body = {"store_code": table.store.code, "table_number": table.number, "pin": "0000", "tablet_secret": secret}
    assert Caller().post("/auth/table/login", body).status_code == 401
    assert renew(secret) == 200


def test_logging_out_revokes_the_tablet_and_no_other(table: Table) -> None:
    first, other = sign_in(table), sign_in(table)
    answer = Caller().post("/auth/table/logout", {"tablet_secret": first["tablet_secret"]})
    assert (answer.status_code, faults(answer, "post", "/auth/table/logout")) == (204, [])
    assert [renew(each["tablet_secret"]) for each in (first, other)] == [401, 200]
    assert Caller().post("/auth/table/logout", {"tablet_secret": "nobody's"}).status_code == 204
