"""Who comes in."""

import pytest
from django.test import Client

from accounts.models import Membership, Role, Store, User
from tests.admin.conftest import person
from tests.admin.office import Office
from tests.admin.rows import Rows
from tests.factories import PASSWORD, UserFactory
from tests.personas import tablet_at

LOGIN = "/admin/login/"


def sign_in(username: str, password: str = PASSWORD) -> Client:
    browser = Client(headers={"Accept-Language": "en"})
    browser.post(LOGIN, {"username": username, "password": password})
    return browser


def is_in(browser: Client) -> bool:
    return browser.get("/admin/").status_code == 200


@pytest.mark.parametrize("role", [Role.MANAGER, Role.OWNER])
def test_managers_and_owners_sign_in_without_any_flag_of_django(store: Store, role: Role) -> None:
    person(role, store, username="kim")
    assert is_in(sign_in("kim"))


def test_a_superuser_signs_in(db: None) -> None:
    UserFactory(username="operator", is_superuser=True)
    assert is_in(sign_in("operator"))


def test_staff_are_told_no_more_than_somebody_with_a_wrong_password(store: Store) -> None:
    person(Role.STAFF, store, username="kim")
    browser = Client(headers={"Accept-Language": "en"})
    right, wrong = (
        browser.post(LOGIN, {"username": "kim", "password": password}).context["form"].errors
        for password in (PASSWORD, "wrong")
    )
    assert right == wrong != {}
    assert not is_in(browser)


def test_django_s_staff_flag_opens_nothing(store: Store) -> None:
    kim = person(Role.STAFF, store, username="kim")
    User.objects.update(is_staff=True)
    assert not is_in(sign_in("kim"))
    assert not is_in(Office(kim).client)


def test_a_deactivated_manager_does_not_come_in_and_is_sent_out(store: Store) -> None:
    person(Role.MANAGER, store, username="kim")
    browser = sign_in("kim")
    User.objects.filter(username="kim").update(is_active=False)
    assert not is_in(browser)
    assert not is_in(sign_in("kim"))


def test_somebody_who_is_no_manager_any_more_is_sent_out(manager: Office) -> None:
    assert is_in(manager.client)
    Membership.objects.filter(user=manager.user).update(role=Role.STAFF)
    assert not is_in(manager.client)


def test_a_tablet_s_token_and_no_token_open_nothing(here: Rows, store: Store) -> None:
    for headers in ({}, {"Authorization": f"Bearer {tablet_at(store).token}"}):
        answer = Client(headers=headers).get("/admin/menu/menuitem/")
        assert (answer.status_code, answer.headers["Location"].split("?")[0]) == (302, LOGIN)


def test_five_wrong_passwords_lock_the_door(store: Store) -> None:
    person(Role.MANAGER, store, username="kim")
    for _try in range(5):
        sign_in("kim", "wrong")
    assert not is_in(sign_in("kim"))
