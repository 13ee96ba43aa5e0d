"""Accounts under People: their passwords, whoever works in two stores, and what the trail tells of them."""

from accounts.models import AuditEntry, Deed, Membership, Role, Store, User
from tests.admin.conftest import person
from tests.admin.hiring import begin, colleague, hire, renew, shown_password, sign_in, work_of
from tests.admin.office import Office, errors_of, fields_of, page_of
from tests.admin.rows import Rows
from tests.personas import Caller


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
    assert begin(store, user.username, password).status_code == 200
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
