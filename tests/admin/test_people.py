"""A manager keeps the people of their own store, and nobody raises themselves."""

from typing import Any

import pytest

from accounts.models import Membership, Role, Store, User
from tests.admin.conftest import person
from tests.admin.office import Office, errors_of, fields_of, page_of
from tests.admin.rows import Rows
from tests.factories import PASSWORD
from tests.personas import Caller

NEW = "a-better-password"


def sign_in(store: Store, username: str, password: str = PASSWORD) -> Any:
    """The answer to a person's sign-in at the board."""
    return Caller().post("/auth/staff/login", {"store_code": store.code, "username": username, "password": password})


def hire(office: Office, username: str = "lee", password: str = NEW, **more: Any) -> Any:
    """Add a person as the office's page does."""
    sent = {"username": username, "password1": password, "password2": password} | more
    return office.add(User, **sent)


def set_password(office: Office, user: User) -> Any:
    sent = {"password1": NEW, "password2": NEW, "usable_password": "true", "set-password": "1"}
    return office.client.post(f"/admin/accounts/user/{user.pk}/password/", sent)


@pytest.mark.parametrize("role", [Role.STAFF, Role.MANAGER])
def test_a_new_person_signs_in(manager: Office, store: Store, role: Role) -> None:
    assert hire(manager, **{"memberships-0-role": role}).status_code == 302
    answer = sign_in(store, "lee", NEW)
    assert (answer.status_code, answer.json()["user"]["role"]) == (200, role)
    lee = User.objects.get(username="lee")
    assert (lee.is_superuser, lee.is_staff) == (False, False)


@pytest.mark.parametrize("password", ["short", "12345678901", "password", "lee-lee-lee"])
def test_a_weak_password_is_refused(manager: Office, password: str) -> None:
    assert "password2" in errors_of(hire(manager, username="lee-lee-le", password=password))
    assert not User.objects.filter(username="lee-lee-le").exists()


def test_two_different_passwords_are_refused(manager: Office) -> None:
    assert "password2" in errors_of(hire(manager, password2="something-else"))


def test_a_manager_makes_people_for_their_own_store_only(manager: Office, other_store: Store) -> None:
    strange = hire(manager, **{"memberships-0-store": str(other_store.pk)})
    assert "Select a valid choice" in str(errors_of(strange)["memberships-0-store"])
    nowhere = hire(manager, **{"memberships-0-store": ""})
    assert "memberships-0-store" in errors_of(nowhere)
    none = hire(manager, **{"memberships-TOTAL_FORMS": "0"})
    assert none.status_code == 200
    assert not User.objects.filter(username="lee").exists()


def test_a_manager_makes_no_owner_and_no_superuser(manager: Office) -> None:
    assert "memberships-0-role" in errors_of(hire(manager, **{"memberships-0-role": Role.OWNER}))
    hire(manager, is_superuser="on", is_staff="on")
    lee = User.objects.get(username="lee")
    assert (lee.is_superuser, lee.is_staff) == (False, False)


def test_an_owner_makes_owners_of_their_own_store_only(owner: Office, store: Store, other_store: Store) -> None:
    assert hire(owner, **{"memberships-0-role": Role.OWNER}).status_code == 302
    assert sign_in(store, "lee", NEW).json()["user"]["role"] == Role.OWNER
    Membership.objects.create(store=other_store, user=owner.user, role=Role.MANAGER)
    beyond = {"memberships-0-role": Role.OWNER, "memberships-0-store": str(other_store.pk)}
    assert "memberships-0-role" in errors_of(hire(owner, "park", **beyond))


def test_a_manager_changes_a_role_but_not_to_owner(manager: Office, here: Rows) -> None:
    membership = here[Membership]
    assert list(errors_of(manager.change(membership, role=Role.OWNER))) == ["role"]
    assert manager.change(membership, role=Role.MANAGER).status_code == 302
    membership.refresh_from_db()
    assert membership.role == Role.MANAGER


def test_a_manager_lets_somebody_go(manager: Office, here: Rows, store: Store) -> None:
    user = here[User]
    assert sign_in(store, user.username).status_code == 200
    assert manager.delete(here[Membership]).status_code == 302
    assert sign_in(store, user.username).status_code == 401


def test_nobody_changes_their_own_role_or_page(manager: Office, owner: Office) -> None:
    for office in (manager, owner):
        own = Membership.objects.get(user=office.user)
        page = page_of(Membership, "change", own)
        assert fields_of(office.get(page)).keys() <= {"csrfmiddlewaretoken"}
        assert office.client.post(page, {"role": Role.OWNER}).status_code == 403
        assert office.delete(own).status_code == 403
        assert office.act("delete_selected", own, post="yes").status_code == 403
        forged = {"username": "me", "is_superuser": "on", "is_active": "on"}
        assert office.client.post(page_of(User, "change", office.user), forged).status_code == 403
        office.user.refresh_from_db()
        assert not office.user.is_superuser
        assert Membership.objects.get(user=office.user).role == own.role


def test_a_manager_does_not_touch_an_owner(manager: Office, owner: Office) -> None:
    membership = Membership.objects.get(user=owner.user)
    assert manager.client.post(page_of(Membership, "change", membership), {"role": Role.STAFF}).status_code == 403
    assert manager.delete(membership).status_code == 403
    assert manager.act("delete_selected", membership, post="yes").status_code == 403
    assert manager.client.post(page_of(User, "change", owner.user), {"username": "owner-here"}).status_code == 403
    assert set_password(manager, owner.user).status_code == 403
    owner.user.refresh_from_db()
    assert owner.user.check_password(PASSWORD)
    assert Membership.objects.get(pk=membership.pk).role == Role.OWNER


def test_a_manager_does_not_touch_a_superuser_who_works_here(manager: Office, store: Store) -> None:
    operator = person(Role.STAFF, store, username="operator")
    User.objects.filter(pk=operator.pk).update(is_superuser=True)
    assert set_password(manager, operator).status_code == 403
    assert manager.client.post(page_of(User, "change", operator), {"username": "x"}).status_code == 403


def test_somebody_who_also_works_elsewhere_keeps_their_name_and_password(
    manager: Office, store: Store, other_store: Store
) -> None:
    shared = person(Role.STAFF, store, other_store, username="shared")
    assert set_password(manager, shared).status_code == 403
    page = page_of(User, "change", shared)
    assert "password" not in str(fields_of(manager.get(page)).keys())
    assert manager.client.post(page, {"username": "taken-over"}).status_code == 403
    here = Membership.objects.get(user=shared, store=store)
    assert manager.change(here, role=Role.MANAGER).status_code == 302
    assert manager.delete(here).status_code == 302
    assert Membership.objects.get(user=shared).store == other_store


def test_a_manager_of_both_stores_may_change_somebody_of_both(both: Office, store: Store, other_store: Store) -> None:
    assert set_password(both, person(Role.STAFF, store, other_store)).status_code == 302


def test_a_new_password_ends_the_old_one_and_its_tokens(manager: Office, here: Rows, store: Store) -> None:
    user = here[User]
    signed_in = sign_in(store, user.username).json()
    assert set_password(manager, user).status_code == 302
    assert sign_in(store, user.username).status_code == 401
    assert sign_in(store, user.username, NEW).status_code == 200
    assert Caller().post("/auth/staff/refresh", {"refresh": signed_in["refresh"]}).status_code == 401


def test_a_deactivated_person_is_out(manager: Office, here: Rows, store: Store) -> None:
    user = here[User]
    signed_in = sign_in(store, user.username).json()
    assert manager.change(user, is_active=[]).status_code == 302
    assert sign_in(store, user.username).status_code == 401
    assert Caller().post("/auth/staff/refresh", {"refresh": signed_in["refresh"]}).status_code == 401
    assert manager.change(user, is_active="on").status_code == 302
    assert sign_in(store, user.username).status_code == 200


def test_people_are_not_deleted_by_managers(manager: Office, here: Rows) -> None:
    assert manager.delete(here[User]).status_code == 403
    manager.act("delete_selected", here[User], post="yes")
    assert User.objects.filter(pk=here[User].pk).exists()


def test_no_page_shows_a_password_s_hash(superuser: Office, manager: Office, here: Rows) -> None:
    user = here[User]
    for office in (superuser, manager):
        shown = office.list(User).content + office.get(page_of(User, "change", user)).content
        assert user.password not in shown.decode()
        assert user.password.rsplit("$", 1)[-1][:6] not in shown.decode()


def test_a_superuser_does_everything_but_lock_themselves_out(
    superuser: Office, owner: Office, here: Rows, store: Store
) -> None:
    assert hire(superuser, is_superuser="on", **{"memberships-TOTAL_FORMS": "0"}).status_code == 302
    lee = User.objects.get(username="lee")
    assert superuser.change(lee, is_superuser="on").status_code == 302
    lee.refresh_from_db()
    assert lee.is_superuser
    assert set_password(superuser, owner.user).status_code == 302
    assert superuser.add(Membership, store=str(store.pk), user=str(lee.pk), role=Role.OWNER).status_code == 302
    assert superuser.delete(lee).status_code == 302
    assert not User.objects.filter(username="lee").exists()
    superuser.change(superuser.user, is_active=[], is_superuser=[])
    superuser.user.refresh_from_db()
    assert (superuser.user.is_active, superuser.user.is_superuser) == (True, True)
