"""A manager keeps the people of their own store, and nobody raises themselves."""

import re

import pytest

from accounts.models import Membership, Role, Store, User
from tests.admin.hiring import LIST, begin, colleague, hire, renew, shown_password, work_of
from tests.admin.office import Office, errors_of, fields_of, page_of
from tests.admin.rows import Rows
from tests.factories import PASSWORD, MembershipFactory


def test_a_new_person_signs_in_with_what_the_page_shows_once(manager: Office, store: Store) -> None:
    answer = hire(manager)
    password = shown_password(answer)
    assert answer.headers["Cache-Control"].count("no-store")
    lee = User.objects.get(username="lee")
    assert (lee.get_full_name(), lee.is_superuser, lee.is_staff, lee.must_change_password) == (
        "Lee",
        False,
        False,
        True,
    )
    signed_in = begin(store, "lee", password)
    assert (signed_in.status_code, signed_in.json()["user"]["role"]) == (200, Role.STAFF)
    assert password not in manager.get(LIST).content.decode()
    assert password not in manager.get(page_of(Membership, "change", work_of(lee))).content.decode()


def test_two_passwords_are_not_alike(manager: Office) -> None:
    first, second = (shown_password(hire(manager, name)) for name in ("lee", "park"))
    assert first != second
    assert re.fullmatch(r"([a-z2-9]{4}-){2}[a-z2-9]{4}", first)


def test_a_manager_makes_people_for_their_own_store_only(manager: Office, other_store: Store) -> None:
    assert "Select a valid choice" in str(errors_of(hire(manager, store=str(other_store.pk)))["store"])
    assert "store" in errors_of(hire(manager, store=""))
    assert not User.objects.filter(username="lee").exists()


@pytest.mark.parametrize("role", [Role.MANAGER, Role.OWNER])
def test_a_manager_makes_staff_only_and_no_superuser(manager: Office, owner: Office, role: Role) -> None:
    assert "role" in errors_of(hire(manager, role=role))
    hire(manager, is_superuser="on", is_staff="on", must_change_password="")
    lee = User.objects.get(username="lee")
    assert (lee.is_superuser, lee.is_staff, lee.must_change_password, work_of(lee).role) == (
        False,
        False,
        True,
        "staff",
    )


def test_an_owner_makes_everybody_of_their_own_store(owner: Office, other_store: Store) -> None:
    for role in Role:
        assert hire(owner, f"new-{role}", role=role).status_code == 200
        assert work_of(User.objects.get(username=f"new-{role}")).role == role
    MembershipFactory(store=other_store, user=owner.user, role=Role.MANAGER)
    MembershipFactory(store=other_store, role=Role.OWNER)
    for role in (Role.MANAGER, Role.OWNER):
        assert "role" in errors_of(hire(owner, "park", role=role, store=str(other_store.pk)))


def test_managers_look_after_managers_only_while_the_store_has_no_owner(manager: Office, store: Store) -> None:
    """As operators open it: with a manager."""
    assert hire(manager, "kim", role=Role.MANAGER).status_code == 200
    assert "role" in errors_of(hire(manager, "lee", role=Role.OWNER))
    kim = work_of(User.objects.get(username="kim"))
    boss = colleague(store, Role.OWNER)
    assert manager.client.post(page_of(Membership, "change", kim), {"role": Role.STAFF}).status_code == 403
    User.objects.filter(pk=boss.user_id).update(is_active=False)
    assert manager.change(kim, role=Role.STAFF).status_code == 302


def test_an_owner_changes_a_role_a_manager_only_what_is_theirs_to_give(
    manager: Office, owner: Office, here: Rows
) -> None:
    membership = here[Membership]
    for role in (Role.OWNER, Role.MANAGER):
        assert list(errors_of(manager.change(membership, role=role))) == ["role"]
    for role in (Role.MANAGER, Role.OWNER, Role.STAFF):
        assert owner.change(membership, role=role).status_code == 302
        membership.refresh_from_db()
        assert membership.role == role


def test_nobody_changes_their_own_role_or_page(manager: Office, owner: Office) -> None:
    for office in (manager, owner):
        own = work_of(office.user)
        page = page_of(Membership, "change", own)
        assert fields_of(office.get(page)).keys() <= {"csrfmiddlewaretoken"}
        assert office.client.post(page, {"role": Role.OWNER, "name": "x", "username": "x"}).status_code == 403
        assert office.delete(own).status_code == 403
        assert renew(office, office.user).status_code == 403
        assert work_of(office.user).role == own.role


def test_a_manager_does_not_touch_whom_an_owner_made(manager: Office, owner: Office, store: Store) -> None:
    for membership in (work_of(owner.user), colleague(store, Role.MANAGER)):
        page = page_of(Membership, "change", membership)
        assert manager.get(page).status_code == 200
        assert manager.client.post(page, {"role": Role.STAFF, "username": "x", "name": "x"}).status_code == 403
        assert manager.delete(membership).status_code == 403
        assert renew(manager, membership.user).status_code == 403
        membership.user.refresh_from_db()
        assert membership.user.check_password(PASSWORD)


def test_a_manager_does_not_touch_a_superuser_who_works_here(manager: Office, store: Store) -> None:
    operator = colleague(store, Role.STAFF, username="operator")
    User.objects.filter(pk=operator.user_id).update(is_superuser=True)
    assert renew(manager, operator.user).status_code == 403
    manager.change(operator, username="taken-over", is_active=[])
    assert User.objects.filter(username="operator", is_active=True).exists()


def test_outsiders_reach_nobody(manager: Office, elsewhere: Rows) -> None:
    stranger = elsewhere[User]
    for method in (manager.client.get, manager.client.post):
        assert method(f"/admin/people/{stranger.pk}/password/").status_code == 404
    assert "ELSEWHERE" not in manager.get(page_of(User, "change", stranger)).content.decode()
    stranger.refresh_from_db()
    assert stranger.check_password(PASSWORD)


def test_a_superuser_does_everything_but_lock_themselves_out(
    superuser: Office, owner: Office, here: Rows, store: Store
) -> None:
    new = {"username": "lee", "password1": "a-better-password", "password2": "a-better-password"}
    assert superuser.add(User, **new).status_code == 302
    lee = User.objects.get(username="lee")
    assert superuser.change(lee, is_superuser="on").status_code == 302
    lee.refresh_from_db()
    assert lee.is_superuser
    assert shown_password(renew(superuser, owner.user))
    joining = {"store": str(store.pk), "role": Role.OWNER, "has_account": "on"}
    assert hire(superuser, "lee", **joining).status_code == 302
    assert superuser.delete(work_of(owner.user)).status_code == 302  # even the last but one
    assert superuser.delete(lee).status_code == 302
    assert not User.objects.filter(username="lee").exists()
    superuser.change(superuser.user, is_active=[], is_superuser=[])
    superuser.user.refresh_from_db()
    assert (superuser.user.is_active, superuser.user.is_superuser) == (True, True)
