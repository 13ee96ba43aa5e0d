"""A person signs in with store code, user name and password."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from accounts.models import Role, Store
from tests.factories import PASSWORD, MembershipFactory, StoreFactory
from tests.personas import Caller, StaffCaller, person_in
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
LOGIN = "/auth/staff/login"


def body_of(person: StaffCaller, **changes: str) -> dict[str, str]:
    return {"store_code": person.store.code, "username": person.user.username, "password": PASSWORD} | changes


@pytest.mark.parametrize("role", Role)
def test_a_person_gets_tokens_and_hears_who_and_where_they_are(role: Role, store: Store, nobody: Caller) -> None:
    person = person_in(store, role)
    answer = nobody.post(LOGIN, body_of(person))
    assert (answer.status_code, faults(answer, "post", LOGIN)) == (200, [])
    signed_in = answer.json()
    assert signed_in["user"] == {"id": str(person.user.pk), "username": person.user.username, "role": role.value}
    assert signed_in["store"] == {
        "id": str(store.pk),
        "code": store.code,
        "name": "Han River",
        "currency": "KRW",
        "time_zone": "Asia/Seoul",
        "languages": ["ko", "en", "ja", "zh"],
        "default_language": "ko",
        "accepting_orders": True,
        "warning_minutes": 5,
        "late_minutes": 10,
        "business_day_start": "05:00:00",
        "paused_until": None,
        "opening": None,
    }
    assert Caller(signed_in["access"]).get("/staff/board").status_code == 200


def test_the_token_lasts_sixteen_hours_as_the_answer_says(staff: StaffCaller, nobody: Caller) -> None:
    signed_in = nobody.post(LOGIN, body_of(staff)).json()
    ends = datetime.fromisoformat(signed_in["expires_at"])
    assert timedelta(hours=15, minutes=58) < ends - datetime.now(UTC) <= timedelta(hours=16)


@pytest.mark.parametrize("spelling", ["{}", " {} ", "{}\t"])
@pytest.mark.parametrize("case", [str.lower, str.upper, str.title])
def test_the_store_code_is_taken_as_people_type_it(
    spelling: str, case: Any, staff: StaffCaller, nobody: Caller
) -> None:
    typed = spelling.format(case(staff.store.code))
    assert nobody.post(LOGIN, body_of(staff, store_code=typed)).status_code == 200


def test_blanks_are_part_of_a_password(staff: StaffCaller, nobody: Caller) -> None:
    assert nobody.post(LOGIN, body_of(staff, password=f" {PASSWORD}")).status_code == 401
    staff.user.set_password(" with blanks ")
    staff.user.save()
    assert nobody.post(LOGIN, body_of(staff, password=" with blanks ")).status_code == 200


def refused(kind: str, person: StaffCaller) -> dict[str, str]:
    """A sign-in that must fail."""
    elsewhere = MembershipFactory(store=StoreFactory())
    if kind == "an inactive person":
        person.user.is_active = False
        person.user.save()
    return {
        "a wrong password": body_of(person, password="wrong"),
        "an unknown person": body_of(person, username="who"),
        "another case of the name": body_of(person, username=person.user.username.upper()),
        "an unknown store": body_of(person, store_code="nowhere"),
        "a person of another store": body_of(person, username=elsewhere.user.username),
        "another store than theirs": body_of(person, store_code=elsewhere.store.code),
        "an inactive person": body_of(person),
    }[kind]


KINDS = (
    "a wrong password",
    "an unknown person",
    "another case of the name",
    "an unknown store",
    "a person of another store",
    "another store than theirs",
    "an inactive person",
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_wrong_sign_in_gets_the_same_answer(kind: str, staff: StaffCaller, nobody: Caller) -> None:
    answer = nobody.post(LOGIN, refused(kind, staff))
    assert (answer.status_code, faults(answer, "post", LOGIN)) == (401, [])
    assert answer.json() == {
        "type": "client_error",
        "errors": [{"code": "authentication_failed", "detail": "Store, name or password is not right.", "attr": None}],
    }
    assert answer["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("field", ["store_code", "username", "password"])
@pytest.mark.parametrize("value", [None, "", "x" * 200, "nul\0", {"a": 1}, ["x"], True])
def test_a_field_that_is_not_well_formed_is_named(field: str, value: Any, staff: StaffCaller, nobody: Caller) -> None:
    answer = nobody.post(LOGIN, body_of(staff) | {field: value})
    assert (answer.status_code, faults(answer, "post", LOGIN)) == (400, [])
    assert {error["attr"] for error in answer.json()["errors"]} == {field}


def test_all_missing_fields_are_named_at_once(nobody: Caller) -> None:
    answer = nobody.post(LOGIN, {})
    found = {(error["attr"], error["code"]) for error in answer.json()["errors"]}
    assert found == {(field, "required") for field in ("store_code", "username", "password")}


def test_a_person_of_two_stores_signs_in_to_each(staff: StaffCaller, outsider: StaffCaller, nobody: Caller) -> None:
    MembershipFactory(store=outsider.store, user=staff.user, role=Role.MANAGER)
    here = nobody.post(LOGIN, body_of(staff)).json()
    there = nobody.post(LOGIN, body_of(staff, store_code=outsider.store.code)).json()
    assert (here["user"]["role"], there["user"]["role"]) == ("staff", "manager")
    assert (here["store"]["code"], there["store"]["code"]) == (staff.store.code, outsider.store.code)
