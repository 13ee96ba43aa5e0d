"""A manager keeps the people of their own store, and nobody raises themselves."""

import re
from typing import Any

import pytest

from accounts.models import AuditEntry, Deed, Membership, Role, Store, User
from tests.admin.conftest import person
from tests.admin.office import Office, errors_of, fields_of, page_of
from tests.admin.rows import Rows
from tests.factories import PASSWORD, MembershipFactory
from tests.personas import Caller

LIST = "/admin/accounts/membership/"


def sign_in(store: Store, username: str, password: str = PASSWORD) -> Any:
    """The answer to a person's sign-in at the board."""
    return Caller().post("/auth/staff/login", {"store_code": store.code, "username": username, "password": password})


def hire(office: Office, username: str = "lee", **more: Any) -> Any:
    """Add a person as the office's page does."""
    return office.add(Membership, **({"name": "Lee", "username": username} | more))


def shown_password(answer: Any) -> str:
    """The password on the page that shows it once."""
    found = re.search(r'id="handover-password"[^>]*>([^<]+)<', answer.content.decode())
    assert found
    return found[1]


def renew(office: Office, user: User) -> Any:
    """Press "Make a new password"."""
    return office.client.post(f"/admin/people/{user.pk}/password/")


def work_of(user: User) -> Membership:
    return Membership.objects.get(user=user)


def colleague(store: Store, role: Role, **user: str) -> Membership:
    return work_of(person(role, store, **user))


def test_a_new_person_signs_in_with_what_the_page_shows_once(manager: Office, store: Store) -> None:
    answer = hire(manager)
    password = shown_password(answer)
    assert answer.headers["Cache-Control"].count("no-store")
    signed_in = sign_in(store, "lee", password)
    assert (signed_in.status_code, signed_in.json()["user"]["role"]) == (200, Role.STAFF)
    lee = User.objects.get(username="lee")
    assert (lee.get_full_name(), lee.is_superuser, lee.is_staff, lee.must_change_password) == (
        "Lee",
        False,
        False,
        True,
    )
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


def test_somebody_who_also_works_elsewhere_keeps_their_name_and_password(
    manager: Office, store: Store, other_store: Store
) -> None:
    shared = person(Role.STAFF, store, other_store, username="shared")
    here = Membership.objects.get(user=shared, store=store)
    assert renew(manager, shared).status_code == 403
    assert fields_of(manager.get(page_of(Membership, "change", here))).keys() <= {"csrfmiddlewaretoken", "role"}
    manager.change(here, role=Role.MANAGER, username="taken-over", name="x", is_active=[])
    shared.refresh_from_db()
    assert (shared.username, shared.is_active) == ("shared", True)
    assert Membership.objects.get(pk=here.pk).role == Role.MANAGER
    assert manager.delete(here).status_code == 302
    assert work_of(shared).store == other_store


def test_whoever_works_nowhere_else_is_deactivated_and_not_removed(manager: Office, here: Rows) -> None:
    assert manager.delete(here[Membership]).status_code == 403
    assert Membership.objects.filter(pk=here[Membership].pk).exists()


def test_somebody_who_left_is_out_of_this_store_only(manager: Office, store: Store, other_store: Store) -> None:
    shared = person(Role.STAFF, store, other_store)
    assert (sign_in(store, shared.username).status_code, sign_in(other_store, shared.username).status_code) == (
        200,
    ) * 2
    assert manager.delete(Membership.objects.get(user=shared, store=store)).status_code == 302
    assert (sign_in(store, shared.username).status_code, sign_in(other_store, shared.username).status_code) == (
        401,
        200,
    )


def test_a_manager_of_both_stores_keeps_the_account_of_somebody_of_both(
    both: Office, store: Store, other_store: Store
) -> None:
    assert shown_password(renew(both, person(Role.STAFF, store, other_store)))


def test_somebody_joins_another_store_of_the_same_manager(both: Office, store: Store, other_store: Store) -> None:
    mina = colleague(store, Role.STAFF, username="mina")
    there = {"store": str(other_store.pk), "has_account": "on"}
    assert hire(both, "mina", **there).status_code == 302
    assert sign_in(other_store, "mina").status_code == 200
    mina.user.refresh_from_db()
    assert (mina.user.must_change_password, mina.user.first_name) == (False, "")
    assert "works here already" in str(errors_of(hire(both, "mina", **there)))
    unticked = errors_of(hire(both, "mina", store=str(other_store.pk)))
    assert "mina has this user name already" in str(unticked)


def test_a_user_name_of_elsewhere_is_not_free_and_whose_it_is_is_not_told(
    manager: Office, both: Office, elsewhere: Rows, db: None
) -> None:
    taken = elsewhere[User].username
    refused = hire(manager, taken)
    assert errors_of(refused) == {"username": ["This user name is not free. Choose another."]}
    assert elsewhere[Store].name not in refused.content.decode()
    joined = hire(manager, taken, has_account="on")
    assert "username" in errors_of(joined)
    assert not Membership.objects.filter(user=elsewhere[User], store=manager.user.memberships.get().store).exists()
    stranger = person(Role.STAFF, Store.objects.create(code="third", name="Third"), username="stranger")
    told = [
        hire(both, name, has_account="on", store=str(elsewhere[Store].pk)) for name in ("stranger", "nobody-at-all")
    ]
    assert errors_of(told[0]) == errors_of(told[1])
    assert not stranger.memberships.filter(store=elsewhere[Store]).exists()


def test_a_new_password_ends_the_old_one_and_its_tokens(manager: Office, here: Rows, store: Store) -> None:
    user = here[User]
    signed_in = sign_in(store, user.username).json()
    assert manager.get(f"/admin/people/{user.pk}/password/").status_code == 200
    password = shown_password(renew(manager, user))
    assert sign_in(store, user.username).status_code == 401
    assert sign_in(store, user.username, password).status_code == 200
    assert Caller().post("/auth/staff/refresh", {"refresh": signed_in["refresh"]}).status_code == 401


def test_a_deactivated_person_is_out(manager: Office, here: Rows, store: Store) -> None:
    user, membership = here[User], here[Membership]
    signed_in = sign_in(store, user.username).json()
    assert manager.change(membership, name="HERE", is_active=[]).status_code == 302
    assert sign_in(store, user.username).status_code == 401
    assert Caller().post("/auth/staff/refresh", {"refresh": signed_in["refresh"]}).status_code == 401
    assert manager.change(membership, is_active="on").status_code == 302
    assert sign_in(store, user.username).status_code == 200


def test_the_list_says_who_came_last_when(manager: Office, here: Rows, store: Store) -> None:
    assert "never" in manager.list(Membership).content.decode()
    sign_in(store, here[User].username)
    here[User].refresh_from_db()
    assert here[User].last_login
    row = next(row for row in manager.list(Membership).context_data["cl"].result_list if row.pk == here[Membership].pk)
    assert row.user.last_login == here[User].last_login


def test_accounts_are_operators_alone(manager: Office, owner: Office, here: Rows) -> None:
    for office in (manager, owner):
        for page in ("changelist", "add", "delete", "history"):
            row = here[User] if page in ("delete", "history") else None
            assert office.get(page_of(User, page, row)).status_code == 403
        led = office.get(page_of(User, "change", here[User]))
        assert (led.status_code, led.headers["Location"]) == (302, page_of(Membership, "change", here[Membership]))
        assert office.client.post(page_of(User, "change", here[User]), {"is_superuser": "on"}).status_code == 403


def test_outsiders_reach_nobody(manager: Office, elsewhere: Rows) -> None:
    stranger = elsewhere[User]
    for method in (manager.client.get, manager.client.post):
        assert method(f"/admin/people/{stranger.pk}/password/").status_code == 404
    assert "ELSEWHERE" not in manager.get(page_of(User, "change", stranger)).content.decode()
    stranger.refresh_from_db()
    assert stranger.check_password(PASSWORD)


def test_no_page_shows_a_password_s_hash(superuser: Office, manager: Office, here: Rows) -> None:
    user = here[User]
    for office, row in ((superuser, user), (superuser, here[Membership]), (manager, here[Membership])):
        shown = office.list(type(row)).content + office.get(page_of(type(row), "change", row)).content
        assert user.password not in shown.decode()
        assert user.password.rsplit("$", 1)[-1][:6] not in shown.decode()


def test_the_trail_knows_every_deed_and_no_password(owner: Office, here: Rows, store: Store) -> None:
    password = shown_password(hire(owner))
    lee = work_of(User.objects.get(username="lee"))
    owner.change(lee, role=Role.MANAGER)
    owner.change(lee, name="Lee Mina")
    owner.change(lee, is_active=[])
    owner.change(lee, is_active="on")
    password += shown_password(renew(owner, lee.user))
    told = AuditEntry.objects.filter(store=store, target_id=lee.user_id).order_by("id")
    assert [entry.deed for entry in told] == [
        Deed.PERSON_INVITED,
        Deed.ROLE_CHANGED,
        Deed.CHANGED,
        Deed.PERSON_DEACTIVATED,
        Deed.PERSON_REACTIVATED,
        Deed.PASSWORD_RESET,
    ]
    assert {entry.actor_name for entry in told} == {"owner-here"}
    written = str(list(AuditEntry.objects.values()))
    assert not any(part in written for part in (password[:14], password[14:]))
    history = owner.get(page_of(Membership, "history", lee)).content.decode()
    assert "owner-here reset the password of Lee Mina" in history


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
