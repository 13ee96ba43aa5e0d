"""Two who were told the same first password choose their own at the same moment."""

from functools import partial

import pytest
from django.test import RequestFactory

from accounts import signing_in
from accounts.errors import SignInFailed
from accounts.models import AuditEntry, Membership, Store, User
from accounts.signing_in import StaffSignIn, choose_password
from tests.factories import PASSWORD, MembershipFactory
from tests.orders.racing import Collision, without_row_locks

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
MINE, THEIRS = "three-blue-tables", "seven-red-chairs"


@pytest.fixture
def newcomer(store: Store) -> Membership:
    return MembershipFactory(store=store, user__must_change_password=True)


def both_choose(monkeypatch: pytest.MonkeyPatch, newcomer: Membership) -> list[object]:
    who = {"store_code": newcomer.store.code, "username": newcomer.user.username, "password": PASSWORD}
    choosing = Collision(monkeypatch, signing_in, "change_own_password")
    request = RequestFactory().post("/")
    return list(
        choosing.of(*(partial(choose_password, request=request, new_password=own, **who) for own in (MINE, THEIRS)))
    )


def test_the_second_is_told_that_theirs_is_not_the_password_any_more(
    monkeypatch: pytest.MonkeyPatch, newcomer: Membership
) -> None:
    mine, theirs = both_choose(monkeypatch, newcomer)
    assert (type(mine), type(theirs)) == (StaffSignIn, SignInFailed)
    assert User.objects.get(pk=newcomer.user_id).check_password(MINE)
    assert AuditEntry.objects.count() == 1


def test_without_the_lock_both_would_believe_that_theirs_is_the_password(
    monkeypatch: pytest.MonkeyPatch, newcomer: Membership
) -> None:
    without_row_locks(monkeypatch)
    answers = both_choose(monkeypatch, newcomer)
    assert {type(answer) for answer in answers} == {StaffSignIn}
    assert AuditEntry.objects.count() == 2
