"""What the database refuses of stores and memberships, whoever writes."""

import pytest

from accounts.models import Membership, Role, Store
from tests.factories import MembershipFactory, StoreFactory, UserFactory
from tests.wiring.constraints import Breaks, assert_refused, named_constraints

pytestmark = pytest.mark.django_db


def twice_in_a_store() -> None:
    member = MembershipFactory()
    Membership.objects.create(store=member.store, user=member.user, role=Role.OWNER)


BREAKS: Breaks = {
    "store_has_a_code": lambda: StoreFactory(code=""),
    "store_currency_known": lambda: StoreFactory(currency="XXX"),
    "store_default_language_known": lambda: StoreFactory(default_language="fr"),
    "store_warns_before_it_is_late": lambda: StoreFactory(warning_minutes=10, late_minutes=10),
    "one_membership_per_store_and_person": twice_in_a_store,
    "membership_role_known": lambda: MembershipFactory(role="chef"),
}


def test_every_constraint_has_its_case() -> None:
    assert set(BREAKS) == named_constraints("accounts")


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses(name: str) -> None:
    assert_refused(name, BREAKS[name])


def test_a_store_code_is_given_once() -> None:
    first = StoreFactory()
    assert_refused("code", lambda: Store.objects.create(code=first.code, name="x"))


def test_a_user_name_is_given_once() -> None:
    first = UserFactory()
    assert_refused("username", lambda: UserFactory(username=first.username))
