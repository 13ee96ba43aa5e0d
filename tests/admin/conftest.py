"""Two restaurants, each with a row of everything, and who comes to the back office."""

import pytest

from accounts.models import Role, Store, User
from tests.admin.office import Office
from tests.admin.rows import Rows, furnish
from tests.factories import MembershipFactory, UserFactory


@pytest.fixture
def here(db: None) -> Rows:
    """The manager's restaurant."""
    return furnish("HERE")


@pytest.fixture
def elsewhere(db: None) -> Rows:
    """Somebody else's."""
    return furnish("ELSEWHERE")


@pytest.fixture
def store(here: Rows) -> Store:
    found: Store = here[Store]
    return found


@pytest.fixture
def other_store(elsewhere: Rows) -> Store:
    found: Store = elsewhere[Store]
    return found


def person(role: Role, *stores: Store, **user: str) -> User:
    """Somebody who is `role` in each of the stores."""
    made = UserFactory(**user)
    for store in stores:
        MembershipFactory(store=store, user=made, role=role)
    return made


@pytest.fixture
def manager(store: Store) -> Office:
    return Office(person(Role.MANAGER, store, username="manager-here"))


@pytest.fixture
def owner(store: Store) -> Office:
    return Office(person(Role.OWNER, store, username="owner-here"))


@pytest.fixture
def both(store: Store, other_store: Store) -> Office:
    """A manager of both restaurants."""
    return Office(person(Role.MANAGER, store, other_store, username="manager-of-both"))


@pytest.fixture
def superuser(db: None) -> Office:
    return Office(UserFactory(username="operator", is_superuser=True))
