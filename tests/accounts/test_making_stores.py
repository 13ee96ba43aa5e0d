"""A store is made with its first manager, or not at all."""

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Membership, Role, Store, User
from accounts.stores import create_store
from tests.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def test_the_first_person_manages_it() -> None:
    store = create_store(code="han-river", name="Han River", manager="mina", password=PASSWORD)
    membership = Membership.objects.get()
    assert (membership.store, membership.user.username, membership.role) == (store, "mina", Role.MANAGER)
    assert membership.user.check_password(PASSWORD)


def test_somebody_who_is_there_keeps_their_password() -> None:
    UserFactory(username="mina")
    create_store(code="han-river", name="Han River", manager="mina", password="another-good-password")
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"code": "Han River"}, "code"), ({"name": ""}, "name"), ({"manager": "mina kim"}, "username")],
)
def test_what_is_wrong_is_named_and_nothing_is_made(wrong: dict[str, str], field: str) -> None:
    values = {"code": "han-river", "name": "Han River", "manager": "mina", "password": PASSWORD} | wrong
    with pytest.raises(ValidationError) as problem:
        create_store(**values)
    assert list(problem.value.message_dict) == [field]
    assert (Store.objects.count(), User.objects.count()) == (0, 0)


def test_a_weak_password_makes_nothing_either() -> None:
    with pytest.raises(ValidationError):
        create_store(code="han-river", name="Han River", manager="mina", password="12345678")
    assert (Store.objects.count(), User.objects.count()) == (0, 0)
