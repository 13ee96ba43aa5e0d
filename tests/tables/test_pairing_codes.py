"""A manager shows a one-time code, and a tablet is paired with it."""

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import F

from accounts.business_day import utc_now
from tables import pairing_codes
from tables.models import Table, Tablet
from tests.factories import TableFactory
from tests.personas import Caller, StaffCaller, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
PAIR = "/auth/table/pair"
NEVER_GIVEN = "not given"


@pytest.fixture
def table(manager: StaffCaller) -> Table:
    return TableFactory(store=manager.store, number=7, name="Window")


def code_for(manager: StaffCaller, table: Table) -> str:
    answer = manager.post(f"/staff/tables/{table.pk}/pairing-code")
    assert (answer.status_code, faults(answer, "post", "/staff/tables/{table_id}/pairing-code")) == (201, [])
    code: str = answer.json()["code"]
    return code


def pair(code: str) -> Any:
    answer = Caller().post(PAIR, {"code": code})
    assert faults(answer, "post", PAIR) == []
    return answer


def wrong(code: str) -> str:
    """Another code."""
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_the_tablet_gets_what_a_sign_in_by_pin_gives(manager: StaffCaller, table: Table, nobody: Caller) -> None:
    paired = pair(code_for(manager, table))
    assert paired.status_code == 200
    signed_in = paired.json()
    assert (signed_in["table"]["number"], signed_in["store"]["code"]) == (7, table.store.code)
    assert Caller(signed_in["access"]).get("/orders").status_code == 200
    assert nobody.post("/auth/table/renew", {"tablet_secret": signed_in["tablet_secret"]}).status_code == 200
    assert Tablet.objects.get().table == table


def test_a_code_has_six_digits_and_ten_minutes(manager: StaffCaller, table: Table) -> None:
    answer = manager.post(f"/staff/tables/{table.pk}/pairing-code").json()
    assert answer["code"].isdecimal()
    assert len(answer["code"]) == 6
    table.refresh_from_db()
    assert table.pairing_code_expires_at
    assert timedelta(minutes=9) < table.pairing_code_expires_at - utc_now() <= timedelta(minutes=10)


def test_it_works_once(manager: StaffCaller, table: Table) -> None:
    code = code_for(manager, table)
    assert [pair(code).status_code for _ in range(2)] == [200, 401]
    assert Tablet.objects.count() == 1


def test_a_new_one_takes_the_place_of_the_old(manager: StaffCaller, table: Table) -> None:
    old, new = code_for(manager, table), code_for(manager, table)
    assert (pair(old).status_code, pair(new).status_code) == (401, 200)


def test_after_ten_minutes_it_is_too_late(manager: StaffCaller, table: Table) -> None:
    code = code_for(manager, table)
    Table.objects.update(pairing_code_expires_at=utc_now())
    answer = pair(code)
    assert (answer.status_code, codes(answer)) == (401, ["authentication_failed"])
    assert "new one" in answer.json()["errors"][0]["detail"]


def test_a_table_out_of_use_gets_none_and_takes_none(manager: StaffCaller, table: Table) -> None:
    code = code_for(manager, table)
    Table.objects.update(is_active=False)
    assert pair(code).status_code == 401
    assert manager.post(f"/staff/tables/{table.pk}/pairing-code").status_code == 404


def test_two_tables_never_have_the_same(manager: StaffCaller, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([5, 5, 5, 77])
    monkeypatch.setattr(pairing_codes.secrets, "randbelow", lambda _: next(drawn))
    other = TableFactory(store=manager.store)
    assert (code_for(manager, table), code_for(manager, other)) == ("000005", "000077")
    assert pair("000077").json()["table"]["id"] == str(other.pk)


def test_it_is_not_kept_readable(manager: StaffCaller, table: Table, caplog: pytest.LogCaptureFixture) -> None:
    code = code_for(manager, table)
    pair(wrong(code))
    kept = [str(value) for model in (Table, AccessAttempt) for row in model.objects.values() for value in row.values()]
    assert not any(value in (code, wrong(code)) for value in kept)
    assert code not in caplog.text
    settings.SECRET_KEY, key = "another" * 10, settings.SECRET_KEY
    try:
        assert pair(code).status_code == 401
    finally:
        settings.SECRET_KEY = key
    assert pair(code).status_code == 200


@pytest.mark.parametrize(
    "code", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "123456\n7", None, ["123456"], NEVER_GIVEN]
)
def test_what_is_no_code_is_said_to_be_none_and_does_not_count(code: Any, manager: StaffCaller, table: Table) -> None:
    right = code_for(manager, table)
    for _ in range(6):
        answer = Caller().post(PAIR, {} if code is NEVER_GIVEN else {"code": code})
        assert (answer.status_code, [error["attr"] for error in answer.json()["errors"]]) == (400, ["code"])
    assert pair(right).status_code == 200


def knock(code: str, address: str, **headers: str) -> Any:
    return Caller()._client.post(
        f"/api/v1{PAIR}", {"code": code}, content_type="application/json", REMOTE_ADDR=address, headers=headers
    )


def test_five_wrong_ones_lock_the_address_and_no_other(manager: StaffCaller, table: Table) -> None:
    code = code_for(manager, table)
    assert [knock(wrong(code), "10.0.0.1").status_code for _ in range(6)] == [401] * 5 + [429]
    locked = knock(code, "10.0.0.1", X_Forwarded_For="10.0.0.9")
    assert (locked.status_code, codes(locked)) == (429, ["login_locked"])
    assert 290 <= int(locked["Retry-After"]) <= 300
    assert knock(code, "10.0.0.2").status_code == 200


def test_the_lock_opens_after_five_minutes_and_a_right_one_does_not_forgive(manager: StaffCaller, table: Table) -> None:
    for tries in (4, 1):
        code = code_for(manager, table)
        assert {knock(wrong(code), "10.0.0.1").status_code for _ in range(tries)} == {401}
        status = knock(code, "10.0.0.1").status_code
    assert status == 429
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=5, seconds=1))
    assert knock(code, "10.0.0.1").status_code == 200


def test_a_neighbourhood_of_ipv6_is_one_address(manager: StaffCaller, table: Table) -> None:
    code = code_for(manager, table)
    for number in range(5):
        knock(wrong(code), f"2001:db8:1:2::{number:x}")
    assert knock(code, "2001:db8:1:2:ffff::1").status_code == 429
    assert knock(code, "2001:db8:1:3::1").status_code == 200
