"""Five wrong tries lock a login, and nothing else, for five minutes: for people and for tables alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import F
from django.test import Client

from tables.pairing import set_pin
from tests.factories import PASSWORD, PIN
from tests.personas import Caller, StaffCaller, TabletCaller, codes, person_in, tablet_at
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
Who = StaffCaller | TabletCaller


@dataclass(frozen=True)
class Door:
    """One of the two ways in, to two logins of one store."""

    path: str
    right: dict[str, Any]
    wrong: dict[str, Any]
    neighbour: dict[str, Any]

    def knock(self, body: dict[str, Any], **extra: Any) -> Any:
        client = Client(headers={"Accept-Language": "en"})
        answer = client.post(f"/api/v1{self.path}", body, content_type="application/json", **extra)
        assert faults(answer, "post", self.path) == []
        return answer

    def knock_wrong(self, times: int) -> Any:
        return [self.knock(self.wrong) for _ in range(times)][-1]


def staff_door(person: StaffCaller, other: StaffCaller) -> Door:
    right = {"store_code": person.store.code, "username": person.user.username, "password": PASSWORD}
    return Door("/auth/staff/login", right, right | {"password": "wrong"}, right | {"username": other.user.username})


def table_door(tablet: TabletCaller, other: TabletCaller) -> Door:
    right = {"store_code": tablet.store.code, "table_number": tablet.table.number, "pin": PIN}
    return Door("/auth/table/login", right, right | {"pin": "0000"}, right | {"table_number": other.table.number})


@pytest.fixture(params=["person", "table"])
def door(request: pytest.FixtureRequest, store: Any) -> Door:
    if request.param == "person":
        return staff_door(person_in(store), person_in(store))
    return table_door(tablet_at(store), tablet_at(store))


def pass_time(time: timedelta) -> None:
    """Have it be later: what was tried was tried longer ago."""
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - time)


def test_four_wrong_tries_lock_nothing(door: Door) -> None:
    assert door.knock_wrong(4).status_code == 401
    assert door.knock(door.right).status_code == 200


def test_the_fifth_is_answered_like_the_others(door: Door) -> None:
    answer = door.knock_wrong(5)
    assert (answer.status_code, codes(answer)) == (401, ["authentication_failed"])


def test_then_the_right_one_is_refused_too(door: Door) -> None:
    door.knock_wrong(5)
    answer = door.knock(door.right)
    assert (answer.status_code, codes(answer)) == (429, ["login_locked"])
    assert 290 <= int(answer["Retry-After"]) <= 300
    assert answer.json()["type"] == "client_error"


def test_a_wrong_one_gets_the_same_answer_as_the_right_one(door: Door) -> None:
    door.knock_wrong(5)
    assert (door.knock(door.wrong).status_code, codes(door.knock(door.wrong))) == (429, ["login_locked"])


def test_another_login_of_the_store_is_not_locked(door: Door) -> None:
    door.knock_wrong(5)
    assert door.knock(door.neighbour).status_code == 200


def test_the_same_name_in_another_store_is_not_locked(outsider: StaffCaller, staff: StaffCaller) -> None:
    door = staff_door(staff, staff)
    door.knock_wrong(5)
    outsider.store.memberships.create(user=staff.user)
    assert door.knock(door.right | {"store_code": outsider.store.code}).status_code == 200


def test_the_same_number_in_another_store_is_not_locked(tablet: TabletCaller, outsider: StaffCaller) -> None:
    elsewhere = tablet_at(outsider.store, number=tablet.table.number)
    table_door(tablet, tablet).knock_wrong(5)
    door = table_door(elsewhere, elsewhere)
    assert door.knock(door.right).status_code == 200


def test_tries_from_many_addresses_and_devices_count_together(door: Door) -> None:
    for number in range(5):
        door.knock(door.wrong, REMOTE_ADDR=f"10.0.0.{number}", HTTP_USER_AGENT=f"device {number}")
    assert door.knock(door.right, REMOTE_ADDR="10.0.0.99").status_code == 429


def test_earlier_tries_from_another_address_do_not_shorten_the_lock(door: Door) -> None:
    for _ in range(4):
        door.knock(door.wrong, REMOTE_ADDR="10.0.0.1")
    pass_time(timedelta(minutes=4))
    door.knock(door.wrong, REMOTE_ADDR="10.0.0.2")
    pass_time(timedelta(minutes=4))
    assert door.knock(door.right).status_code == 429
    pass_time(timedelta(minutes=1, seconds=1))
    assert door.knock(door.right).status_code == 200


def test_a_locked_login_locks_nobody_at_its_address(door: Door) -> None:
    door.knock_wrong(5)
    for _ in range(2):
        assert door.knock(door.neighbour).status_code == 200


@pytest.mark.parametrize("change", [str.upper, str.title, lambda code: f" {code} "])
def test_another_spelling_of_the_store_is_the_same_login(change: Callable[[str], str], door: Door) -> None:
    for _ in range(5):
        door.knock(door.wrong | {"store_code": change(door.wrong["store_code"])})
    assert door.knock(door.right).status_code == 429


def test_what_does_not_exist_is_locked_like_what_does(door: Door) -> None:
    nowhere = door.right | {"store_code": "nowhere"}
    assert [door.knock(nowhere).status_code for _ in range(6)] == [401, 401, 401, 401, 401, 429]


def test_it_stays_locked_for_five_minutes(door: Door) -> None:
    door.knock_wrong(5)
    pass_time(timedelta(minutes=4, seconds=50))
    answer = door.knock(door.right)
    assert answer.status_code == 429
    assert 1 <= int(answer["Retry-After"]) <= 10


def test_it_is_open_again_after_five_minutes(door: Door) -> None:
    door.knock_wrong(5)
    pass_time(timedelta(minutes=5, seconds=1))
    assert door.knock(door.right).status_code == 200


def test_after_that_there_are_five_tries_again(door: Door) -> None:
    door.knock_wrong(5)
    pass_time(timedelta(minutes=5, seconds=1))
    assert door.knock_wrong(4).status_code == 401
    assert door.knock(door.right).status_code == 200


def test_trying_on_does_not_lock_for_longer(door: Door) -> None:
    door.knock_wrong(5)
    pass_time(timedelta(minutes=4))
    assert door.knock_wrong(3).status_code == 429
    pass_time(timedelta(minutes=1, seconds=1))
    assert door.knock(door.right).status_code == 200


def test_a_right_one_starts_the_count_again(door: Door) -> None:
    for _ in range(3):
        assert door.knock_wrong(4).status_code == 401
        assert door.knock(door.right).status_code == 200


def test_bodies_that_are_not_well_formed_do_not_count(door: Door) -> None:
    for _ in range(6):
        assert door.knock(door.right | {"store_code": ""}).status_code == 400
    assert door.knock(door.right).status_code == 200


def test_a_signed_in_tablet_goes_on_while_its_table_is_locked(tablet: TabletCaller) -> None:
    table_door(tablet, tablet).knock_wrong(5)
    assert tablet.get("/menu").status_code == 200


def test_a_new_pin_is_locked_too(tablet: TabletCaller) -> None:
    door = table_door(tablet, tablet)
    door.knock_wrong(5)
    set_pin(table=tablet.table, pin="9999")
    assert door.knock(door.right | {"pin": "9999"}).status_code == 429


def test_no_password_or_pin_is_kept_with_the_tries(door: Door, nobody: Caller) -> None:
    door.knock(door.wrong | ({"pin": "77665544"} if "pin" in door.wrong else {"password": "77665544"}))
    kept = [str(value) for row in AccessAttempt.objects.values() for value in row.values()]
    assert kept
    assert not any("77665544" in value for value in kept)


def test_the_settings_say_five_and_five() -> None:
    assert (5, timedelta(minutes=5)) == (settings.AXES_FAILURE_LIMIT, settings.AXES_COOLOFF_TIME)
