"""Whoever was given a password chooses one of their own before the back office opens."""

from typing import Any

import pytest

from accounts.models import AuditEntry, Deed, Role, Store, User
from menu.models import MenuItem
from tests.admin.conftest import person
from tests.admin.office import Office, page_of
from tests.factories import PASSWORD

CHANGE = "/admin/password_change/"
OWN = "a-password-of-my-own"


@pytest.fixture
def newcomer(store: Store) -> Office:
    """A manager with the password that the owner was shown."""
    made = person(Role.MANAGER, store, username="newcomer")
    User.objects.filter(pk=made.pk).update(must_change_password=True)
    made.refresh_from_db()
    return Office(made)


def choose(office: Office, password: str = OWN, old: str = PASSWORD) -> Any:
    sent = {"old_password": old, "new_password1": password, "new_password2": password}
    return office.client.post(CHANGE, sent)


def test_every_page_leads_to_the_password(newcomer: Office) -> None:
    for address in ("/admin/", page_of(MenuItem, "changelist"), page_of(MenuItem, "add"), "/admin/jsi18n/"):
        for answer in (newcomer.get(address), newcomer.client.post(address, {})):
            assert (answer.status_code, answer.headers["Location"]) == (302, CHANGE)
    page = newcomer.get(CHANGE)
    assert page.status_code == 200
    assert "Choose a password of your own" in page.content.decode()


def test_with_a_password_of_their_own_everything_opens(newcomer: Office) -> None:
    assert choose(newcomer).status_code == 302
    assert newcomer.list(MenuItem).status_code == 200
    newcomer.user.refresh_from_db()
    assert newcomer.user.check_password(OWN)
    line = AuditEntry.objects.get(target_id=newcomer.user.pk)
    assert (line.deed, line.actor_id, line.store_id) == (
        Deed.PASSWORD_CHANGED,
        newcomer.user.pk,
        newcomer.user.memberships.get().store_id,
    )
    assert OWN not in str(AuditEntry.objects.values())


@pytest.mark.parametrize("password", [PASSWORD, "short", "12345678901"])
def test_neither_the_given_password_nor_a_weak_one_will_do(newcomer: Office, password: str) -> None:
    assert choose(newcomer, password).status_code == 200
    assert newcomer.get("/admin/").headers["Location"] == CHANGE


def test_the_given_password_must_be_known(newcomer: Office) -> None:
    assert choose(newcomer, old="not this one").status_code == 200
    newcomer.user.refresh_from_db()
    assert newcomer.user.check_password(PASSWORD)


def test_they_may_leave_instead(newcomer: Office) -> None:
    assert newcomer.client.post("/admin/logout/").status_code == 200
    assert newcomer.get("/admin/").headers["Location"].startswith("/admin/login/")


def test_everybody_else_changes_their_password_as_before(manager: Office) -> None:
    assert choose(manager).status_code == 302
    manager.user.refresh_from_db()
    assert manager.user.check_password(OWN)
    assert manager.list(MenuItem).status_code == 200  # this browser stays signed in
