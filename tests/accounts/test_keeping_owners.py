"""A store keeps an owner who can sign in, whoever asks but an operator."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import AuditEntry, Membership, Role, Store, User
from accounts.people import change_role, let_go, set_active
from tests.factories import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db

LOSSES: dict[str, Callable[[Membership, User], object]] = {
    "demoted": lambda work, by: change_role(membership=work, role=Role.MANAGER, by=by),
    "deactivated": lambda work, by: set_active(person=work.user, is_active=False, by=by),
    "taken off the team": lambda work, by: let_go(membership=work, by=by),
}


def owners(store: Store) -> int:
    return Membership.objects.filter(store=store, role=Role.OWNER, user__is_active=True).count()


@pytest.mark.parametrize("how", LOSSES)
def test_the_last_one_is_not(how: str, store: Store) -> None:
    last = MembershipFactory(store=store, role=Role.OWNER)
    MembershipFactory(store=store, role=Role.OWNER, user=UserFactory(is_active=False))
    MembershipFactory(role=Role.OWNER)  # of another store
    with pytest.raises(PermissionDenied):
        LOSSES[how](last, UserFactory())
    assert owners(store) == 1
    assert not AuditEntry.objects.exists()


@pytest.mark.parametrize("how", LOSSES)
def test_one_of_two_may_be(how: str, store: Store) -> None:
    first, second = (MembershipFactory(store=store, role=Role.OWNER) for _ in range(2))
    LOSSES[how](first, second.user)
    assert owners(store) == 1


@pytest.mark.parametrize("how", LOSSES)
def test_an_operator_may_take_the_last_one(how: str, store: Store) -> None:
    LOSSES[how](MembershipFactory(store=store, role=Role.OWNER), UserFactory(is_superuser=True))
    assert owners(store) == 0


def test_an_owner_of_two_stores_is_kept_for_the_one_that_has_no_other(store: Store, other_store: Store) -> None:
    both = UserFactory()
    for there in (store, other_store):
        MembershipFactory(store=there, role=Role.OWNER, user=both)
    MembershipFactory(store=store, role=Role.OWNER)
    with pytest.raises(PermissionDenied):
        set_active(person=both, is_active=False, by=UserFactory())
    assert (owners(store), owners(other_store)) == (2, 1)
