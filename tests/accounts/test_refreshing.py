"""A person's access token is made again from their refresh token, for as long as they may."""

from datetime import timedelta

import pytest
from rest_framework_simplejwt.tokens import RefreshToken

from accounts.access import forget_standings
from accounts.models import Membership, User
from accounts.tokens import staff_refresh_token
from tests.personas import Caller, StaffCaller, TabletCaller, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
REFRESH = "/auth/staff/refresh"


@pytest.fixture
def token(staff: StaffCaller) -> RefreshToken:
    return staff_refresh_token(user=staff.user, store_id=staff.store.pk)


def test_a_refresh_token_gives_a_new_access_token(token: RefreshToken, nobody: Caller) -> None:
    answer = nobody.post(REFRESH, {"refresh": str(token)})
    assert (answer.status_code, faults(answer, "post", REFRESH)) == (200, [])
    assert Caller(answer.json()["access"]).get("/staff/board").status_code == 200


def test_the_new_token_is_for_the_same_person(token: RefreshToken, staff: StaffCaller, nobody: Caller) -> None:
    me = Caller(nobody.post(REFRESH, {"refresh": str(token)}).json()["access"]).get("/auth/me").json()
    assert (me["store"]["id"], me["user"]["id"]) == (str(staff.store.pk), str(staff.user.pk))


def assert_refused(caller: Caller, refresh: str) -> None:
    answer = caller.post(REFRESH, {"refresh": refresh})
    assert (answer.status_code, codes(answer), faults(answer, "post", REFRESH)) == (401, ["token_not_valid"], [])


def test_an_expired_one_is_refused(token: RefreshToken, nobody: Caller) -> None:
    token.set_exp(lifetime=-timedelta(seconds=1))
    assert_refused(nobody, str(token))


def test_an_access_token_is_no_refresh_token(staff: StaffCaller, nobody: Caller) -> None:
    assert_refused(nobody, staff.token)


def test_a_tablets_token_is_no_refresh_token(tablet: TabletCaller, nobody: Caller) -> None:
    assert_refused(nobody, tablet.token)


def test_not_even_with_the_right_type_is_a_tablets_token_one(tablet: TabletCaller, nobody: Caller) -> None:
    token = RefreshToken()
    claims = {"role": "table", "store_id": tablet.store.pk, "table_id": tablet.table.pk, "tablet_id": tablet.tablet.pk}
    for name, value in claims.items():
        token[name] = str(value)
    assert_refused(nobody, str(token))


@pytest.mark.parametrize("garbage", ["x", "a.b.c", "…", "null"])
def test_garbage_is_refused(garbage: str, nobody: Caller) -> None:
    assert_refused(nobody, garbage)


# Every one of these is refused at once, even where the process has just found the person in good standing.


@pytest.fixture
def used(token: RefreshToken, nobody: Caller) -> str:
    """A refresh token whose person was looked up less than a second ago."""
    assert nobody.post(REFRESH, {"refresh": str(token)}).status_code == 200
    return str(token)


def test_a_deactivated_person_is_refused(used: str, staff: StaffCaller, nobody: Caller) -> None:
    User.objects.filter(pk=staff.user.pk).update(is_active=False)
    assert_refused(nobody, used)


def test_a_person_who_left_the_store_is_refused(used: str, staff: StaffCaller, nobody: Caller) -> None:
    Membership.objects.filter(user=staff.user).delete()
    assert_refused(nobody, used)


def test_a_deleted_person_is_refused(used: str, staff: StaffCaller, nobody: Caller) -> None:
    User.objects.filter(pk=staff.user.pk).delete()
    assert_refused(nobody, used)


def test_a_new_password_ends_old_refresh_tokens(used: str, staff: StaffCaller, nobody: Caller) -> None:
    staff.user.set_password("another-good-password")
    staff.user.save()
    assert_refused(nobody, used)


def test_it_stays_refused_a_second_later(used: str, staff: StaffCaller, nobody: Caller) -> None:
    staff.user.set_password("another-good-password")
    staff.user.save()
    forget_standings()
    assert_refused(nobody, used)


def test_a_new_role_is_no_reason_to_sign_in_again(used: str, staff: StaffCaller, nobody: Caller) -> None:
    Membership.objects.filter(user=staff.user).update(role="manager")
    forget_standings()
    access = nobody.post(REFRESH, {"refresh": used}).json()["access"]
    assert Caller(access).get("/auth/me").json()["user"]["role"] == "manager"
