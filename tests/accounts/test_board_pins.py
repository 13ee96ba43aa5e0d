"""A PIN of one's own takes over a board that somebody is signed in at, and does nothing elsewhere."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth.hashers import make_password
from django.db.models import F

from accounts.access import forget_standings
from accounts.models import AuditEntry, Deed, EndedSignIn, Membership, Store, User
from accounts.people import change_own_password, reset_password
from accounts.tokens import staff_refresh_token
from tests.factories import PASSWORD, MembershipFactory, StoreFactory
from tests.personas import Caller, StaffCaller, TabletCaller, codes, person_in
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
OWN_PIN, TAKE_OVER, COLLEAGUES = "/auth/staff/pin", "/staff/take-over", "/staff/colleagues"
PIN = "480153"


def choose(nobody: Caller, whose: StaffCaller, **changes: str) -> Any:
    body = {"store_code": whose.store.code, "username": whose.user.username, "password": PASSWORD, "pin": PIN}
    answer = nobody.post(OWN_PIN, body | changes)
    assert faults(answer, "post", OWN_PIN) == []
    return answer


def take_over(board: Caller, user: Any, pin: str = PIN) -> Any:
    answer = board.post(TAKE_OVER, {"user": str(user), "pin": pin})
    assert faults(answer, "post", TAKE_OVER) == []
    return answer


def people_at(board: Caller) -> list[str]:
    answer = board.get(COLLEAGUES)
    assert (answer.status_code, faults(answer, "get", COLLEAGUES)) == (200, [])
    return [one["id"] for one in answer.json()["people"]]


@pytest.fixture
def colleague(store: Store) -> StaffCaller:
    """Somebody with a PIN in the store."""
    person = person_in(store)
    Membership.objects.filter(pk=person.membership.pk).update(pin=make_password(PIN))
    return person


def test_one_sets_a_pin_with_one_s_password_and_is_on_the_list(staff: StaffCaller, nobody: Caller) -> None:
    assert people_at(staff) == []
    assert choose(nobody, staff).status_code == 204
    assert people_at(staff) == [str(staff.user.pk)]
    kept = Membership.objects.get(pk=staff.membership.pk).pin
    assert kept
    assert PIN not in kept


def test_the_audit_trail_knows_that_and_not_what(staff: StaffCaller, nobody: Caller) -> None:
    choose(nobody, staff)
    line = AuditEntry.objects.get(target_id=staff.user.pk)
    assert (line.deed, line.actor_id, line.store_id) == (Deed.OWN_PIN_SET, staff.user.pk, staff.store.pk)
    assert PIN not in str(AuditEntry.objects.values())


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("123", "invalid"), ("1234567", "max_length"), ("12a4", "invalid"), ("٣٤٥٩", "invalid"), ("", "blank"),
        ("7777", "pin_too_simple"), ("1234", "pin_too_simple"), ("987654", "pin_too_simple"),
    ],
)  # fmt: skip
def test_a_pin_that_will_not_do_is_refused_with_the_reason(
    pin: str, code: str, staff: StaffCaller, nobody: Caller
) -> None:
    answer = choose(nobody, staff, pin=pin)
    assert answer.status_code == 400
    assert {(error["attr"], error["code"]) for error in answer.json()["errors"]} >= {("pin", code)}
    assert people_at(staff) == []


def test_without_the_password_nobody_sets_one_and_tries_lock(staff: StaffCaller, nobody: Caller) -> None:
    for _try in range(5):
        assert choose(nobody, staff, password="wrong").status_code == 401
    assert choose(nobody, staff).status_code == 429
    assert people_at(staff) == []


def test_nor_with_a_password_that_somebody_else_made(staff: StaffCaller, nobody: Caller) -> None:
    User.objects.filter(pk=staff.user.pk).update(must_change_password=True)
    assert codes(choose(nobody, staff)) == ["password_change_required"]


def test_a_colleague_takes_the_board_over_and_works_as_themselves(staff: StaffCaller, colleague: StaffCaller) -> None:
    answer = take_over(staff, colleague.user.pk)
    assert answer.status_code == 200
    assert answer.json()["user"]["id"] == str(colleague.user.pk)
    me = Caller(answer.json()["access"]).get("/auth/me").json()
    assert (me["user"]["id"], me["store"]["id"]) == (str(colleague.user.pk), str(staff.store.pk))


def test_whoever_had_the_board_before_is_signed_out_there_at_once_and_nowhere_else(
    staff: StaffCaller, colleague: StaffCaller, nobody: Caller, django_capture_on_commit_callbacks: Any
) -> None:
    here = staff_refresh_token(user=staff.user, store_id=staff.store.pk)
    again = nobody.post("/auth/staff/refresh", {"refresh": str(here)}).json()["access"]
    with django_capture_on_commit_callbacks(execute=True):
        assert take_over(Caller(again), colleague.user.pk).status_code == 200
    for token in (again, str(here.access_token)):
        assert codes(Caller(token).get("/staff/board")) == ["token_not_valid"]
    assert nobody.post("/auth/staff/refresh", {"refresh": str(here)}).status_code == 401
    assert staff.get("/staff/board").status_code == 200


def test_the_same_person_goes_on_and_nothing_is_ended(colleague: StaffCaller) -> None:
    answer = take_over(colleague, colleague.user.pk)
    assert answer.status_code == 200
    assert colleague.get("/staff/board").status_code == 200
    assert Caller(answer.json()["access"]).get("/staff/board").status_code == 200
    assert not EndedSignIn.objects.exists()


def test_what_has_run_out_is_not_kept_among_the_ended(staff: StaffCaller, colleague: StaffCaller) -> None:
    take_over(staff, colleague.user.pk)
    assert EndedSignIn.objects.update(expires_at=F("expires_at") - timedelta(days=8)) == 1
    take_over(person_in(staff.store), colleague.user.pk)
    assert EndedSignIn.objects.count() == 1


def test_a_wrong_pin_opens_nothing_and_leaves_the_board_as_it_is(staff: StaffCaller, colleague: StaffCaller) -> None:
    answer = take_over(staff, colleague.user.pk, "480154")
    assert (answer.status_code, codes(answer)) == (403, ["pin_wrong"])
    assert staff.get("/staff/board").status_code == 200


def test_five_wrong_tries_lock_that_person_s_pin_alone(
    staff: StaffCaller, colleague: StaffCaller, nobody: Caller
) -> None:
    other = person_in(staff.store)
    choose(nobody, other)
    for _try in range(5):
        assert take_over(staff, colleague.user.pk, "480154").status_code == 403
    locked = take_over(staff, colleague.user.pk)
    assert (locked.status_code, codes(locked)) == (429, ["login_locked"])
    assert 0 < int(locked.headers["Retry-After"]) <= 300
    login = {"store_code": staff.store.code, "username": colleague.user.username, "password": PASSWORD}
    assert nobody.post("/auth/staff/login", login).status_code == 200
    assert take_over(person_in(staff.store), other.user.pk).status_code == 200
    assert AuditEntry.objects.get(deed=Deed.LOGIN_LOCKED).target_id == colleague.user.pk
    AccessAttempt.objects.update(attempt_time=F("attempt_time") - timedelta(minutes=5, seconds=1))
    assert take_over(staff, colleague.user.pk).status_code == 200


def test_no_pin_is_kept_with_the_tries(staff: StaffCaller, colleague: StaffCaller) -> None:
    take_over(staff, colleague.user.pk, "776655")
    assert AccessAttempt.objects.exists()
    assert "776655" not in str(AccessAttempt.objects.values())


def test_people_of_another_store_are_nobody_here(staff: StaffCaller, colleague: StaffCaller) -> None:
    outsider = person_in(StoreFactory())
    assert people_at(outsider) == []
    for user in (colleague.user.pk, uuid.uuid4()):
        assert take_over(outsider, user).status_code == 404
    elsewhere = MembershipFactory(store=outsider.store, user=colleague.user)
    assert people_at(outsider) == []
    assert take_over(outsider, elsewhere.user.pk).status_code == 404


def test_whoever_may_not_sign_in_has_no_pin_either(staff: StaffCaller, colleague: StaffCaller) -> None:
    for change in ({"is_active": False}, {"is_active": True, "must_change_password": True}):
        User.objects.filter(pk=colleague.user.pk).update(**change)
        assert people_at(staff) == []
        assert take_over(staff, colleague.user.pk).status_code == 404
    Membership.objects.filter(pk=colleague.membership.pk).delete()
    assert take_over(staff, colleague.user.pk).status_code == 404


def test_without_a_board_that_is_signed_in_a_pin_is_worth_nothing(
    colleague: StaffCaller, nobody: Caller, tablet: TabletCaller
) -> None:
    for caller, status in ((nobody, 401), (Caller("a.b.c"), 401), (tablet, 403)):
        assert take_over(caller, colleague.user.pk).status_code == status
        assert caller.get(COLLEAGUES).status_code == status
    refresh = staff_refresh_token(user=colleague.user, store_id=colleague.store.pk)
    assert take_over(Caller(str(refresh)), colleague.user.pk).status_code == 401


def test_a_board_whose_person_left_cannot_be_taken_over(staff: StaffCaller, colleague: StaffCaller) -> None:
    User.objects.filter(pk=staff.user.pk).update(is_active=False)
    forget_standings()
    assert take_over(staff, colleague.user.pk).status_code == 401


def test_a_new_password_ends_the_pin_of_the_old_one(staff: StaffCaller, colleague: StaffCaller) -> None:
    change_own_password(person=colleague.user, password="three-blue-tables")
    assert people_at(staff) == []
    Membership.objects.filter(pk=colleague.membership.pk).update(pin=make_password(PIN))
    reset_password(person=colleague.user, by=staff.user)
    User.objects.filter(pk=colleague.user.pk).update(must_change_password=False)
    assert people_at(staff) == []


def test_a_token_of_the_release_before_takes_over_too(staff: StaffCaller, colleague: StaffCaller) -> None:
    token = staff_refresh_token(user=staff.user, store_id=staff.store.pk).access_token
    del token["sign_in"]
    assert take_over(Caller(str(token)), colleague.user.pk).status_code == 200
