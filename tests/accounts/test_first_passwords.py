"""A password that somebody else made opens nothing but the way to one's own."""

from typing import Any

import pytest

from accounts.models import AuditEntry, Deed, Role, Store, User
from tests.factories import PASSWORD, MembershipFactory, StoreFactory
from tests.personas import Caller, StaffCaller, codes, person_in
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
LOGIN, CHOOSE = "/auth/staff/login", "/auth/staff/password"
OWN = "three-blue-tables"


def body_of(person: StaffCaller, **changes: str) -> dict[str, str]:
    return {"store_code": person.store.code, "username": person.user.username, "password": PASSWORD} | changes


def choose(nobody: Caller, person: StaffCaller, **changes: str) -> Any:
    answer = nobody.post(CHOOSE, body_of(person, new_password=OWN) | changes)
    assert faults(answer, "post", CHOOSE) == []
    return answer


@pytest.fixture(params=Role)
def newcomer(request: pytest.FixtureRequest, store: Store) -> StaffCaller:
    """Somebody with the password that their manager was shown."""
    person = person_in(store, request.param)
    User.objects.filter(pk=person.user.pk).update(must_change_password=True)
    return person


def test_with_the_given_password_nobody_gets_a_token(newcomer: StaffCaller, nobody: Caller) -> None:
    answer = nobody.post(LOGIN, body_of(newcomer))
    assert (answer.status_code, faults(answer, "post", LOGIN)) == (403, [])
    assert codes(answer) == ["password_change_required"]
    assert set(answer.json()) == {"type", "errors"}


def test_with_one_s_own_the_shift_begins_at_once(newcomer: StaffCaller, nobody: Caller) -> None:
    answer = choose(nobody, newcomer)
    assert answer.status_code == 200
    assert answer.json()["user"]["id"] == str(newcomer.user.pk)
    assert Caller(answer.json()["access"]).get("/staff/board").status_code == 200
    assert nobody.post(LOGIN, body_of(newcomer, password=OWN)).status_code == 200
    assert nobody.post(LOGIN, body_of(newcomer)).status_code == 401


def test_the_audit_trail_knows_that_and_not_what(newcomer: StaffCaller, nobody: Caller) -> None:
    choose(nobody, newcomer)
    line = AuditEntry.objects.get(target_id=newcomer.user.pk)
    assert (line.deed, line.actor_id, line.store_id) == (Deed.PASSWORD_CHANGED, newcomer.user.pk, newcomer.store.pk)
    assert OWN not in str(AuditEntry.objects.values())


def test_everybody_can_change_their_password_and_whoever_knew_the_old_one_is_out(
    staff: StaffCaller, nobody: Caller
) -> None:
    old = nobody.post(LOGIN, body_of(staff)).json()
    new = choose(nobody, staff).json()
    assert Caller(old["access"]).get("/staff/board").status_code == 401
    assert nobody.post("/auth/staff/refresh", {"refresh": old["refresh"]}).status_code == 401
    assert Caller(new["access"]).get("/staff/board").status_code == 200


@pytest.mark.parametrize(
    ("password", "code"),
    [
        (PASSWORD, "password_unchanged"),
        ("short", "password_too_short"),
        ("password", "password_too_common"),
        ("73519284760", "password_entirely_numeric"),
        ("", "blank"),
        ("x" * 129, "max_length"),
    ],
)
def test_a_password_that_will_not_do_is_refused_with_the_reason_and_changes_nothing(
    password: str, code: str, newcomer: StaffCaller, nobody: Caller
) -> None:
    answer = choose(nobody, newcomer, new_password=password)
    assert answer.status_code == 400
    assert {(error["attr"], error["code"]) for error in answer.json()["errors"]} >= {("new_password", code)}
    newcomer.user.refresh_from_db()
    assert newcomer.user.check_password(PASSWORD)
    assert nobody.post(LOGIN, body_of(newcomer)).status_code == 403


def test_the_present_password_must_be_known_and_wrong_tries_lock(newcomer: StaffCaller, nobody: Caller) -> None:
    for _try in range(5):
        assert choose(nobody, newcomer, password="wrong").status_code == 401
    assert choose(nobody, newcomer).status_code == 429
    newcomer.user.refresh_from_db()
    assert newcomer.user.check_password(PASSWORD)


def test_in_another_store_nobody_is_known(newcomer: StaffCaller, nobody: Caller) -> None:
    elsewhere = MembershipFactory(store=StoreFactory())
    for changes in ({"store_code": elsewhere.store.code}, {"username": elsewhere.user.username}):
        assert choose(nobody, newcomer, **changes).status_code == 401
    newcomer.user.is_active = False
    newcomer.user.save()
    assert choose(nobody, newcomer).status_code == 401
    elsewhere.user.refresh_from_db()
    assert elsewhere.user.check_password(PASSWORD)
