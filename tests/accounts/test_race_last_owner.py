"""Two owners take the store from each other at the same moment."""

from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from accounts import people
from accounts.models import Membership, Role, Store
from accounts.people import change_role, set_active
from tests.factories import MembershipFactory
from tests.orders.racing import Collision, without_row_locks

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def owners(store: Store) -> tuple[Membership, Membership]:
    return MembershipFactory(store=store, role=Role.OWNER), MembershipFactory(store=store, role=Role.OWNER)


def left(store: Store) -> int:
    """How many owners can sign in."""
    return Membership.objects.filter(store=store, role=Role.OWNER, user__is_active=True).count()


def test_one_of_them_stays(
    monkeypatch: pytest.MonkeyPatch, store: Store, owners: tuple[Membership, Membership]
) -> None:
    a, b = owners
    telling = Collision(monkeypatch, people, "_tell")
    demoted, refused = telling.of(
        partial(change_role, membership=b, role=Role.STAFF, by=a.user),
        partial(change_role, membership=a, role=Role.STAFF, by=b.user),
    )
    assert (demoted, type(refused), left(store)) == (None, PermissionDenied, 1)


def test_nor_does_deactivating_leave_none(
    monkeypatch: pytest.MonkeyPatch, store: Store, owners: tuple[Membership, Membership]
) -> None:
    a, b = owners
    telling = Collision(monkeypatch, people, "_tell")
    gone, refused = telling.of(
        partial(set_active, person=b.user, is_active=False, by=a.user),
        partial(change_role, membership=a, role=Role.STAFF, by=b.user),
    )
    assert (gone, type(refused), left(store)) == (None, PermissionDenied, 1)


def test_without_the_owners_lock_nobody_would(
    monkeypatch: pytest.MonkeyPatch, store: Store, owners: tuple[Membership, Membership]
) -> None:
    a, b = owners
    without_row_locks(monkeypatch)
    telling = Collision(monkeypatch, people, "_tell")
    telling.of(
        partial(change_role, membership=b, role=Role.STAFF, by=a.user),
        partial(change_role, membership=a, role=Role.STAFF, by=b.user),
    )
    assert left(store) == 0
