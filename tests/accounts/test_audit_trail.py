"""The audit trail is written by `record` and stays as it was written, whoever tries."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from accounts.audit import changes_of, record
from accounts.models import AuditEntry, Deed, Store, User
from menu.models import MenuItem
from tests.factories import CategoryFactory, MenuItemFactory, StoreFactory, UserFactory

pytestmark = pytest.mark.django_db


def raw(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def entry(store: Store) -> AuditEntry:
    return record(store_id=store.pk, actor=UserFactory(username="kim"), deed=Deed.CHANGED, target=store)


@pytest.fixture
def operators(db: None) -> AuditEntry:
    """A line that is no store's."""
    return record(store_id=None, actor=None, deed=Deed.DELETED, target_name="something")


CHANGES: dict[str, Callable[[AuditEntry], object]] = {
    "a line is saved": lambda entry: entry.save(),
    "lines are updated": lambda _entry: AuditEntry.objects.update(actor_name="nobody"),
    "a line is deleted": lambda entry: entry.delete(),
    "lines are deleted in bulk": lambda _entry: AuditEntry.objects.all().delete(),
    "SQL changes lines": lambda _entry: raw("UPDATE accounts_auditentry SET changes = '{}'"),
    "SQL deletes lines": lambda _entry: raw("DELETE FROM accounts_auditentry"),
}


@pytest.mark.parametrize("whose", ["entry", "operators"])
@pytest.mark.parametrize("change", CHANGES)
def test_the_database_refuses_when(change: str, whose: str, request: pytest.FixtureRequest) -> None:
    line: AuditEntry = request.getfixturevalue(whose)
    before = AuditEntry.objects.values().get()
    with pytest.raises(IntegrityError, match="audit trail is not changed"), transaction.atomic():
        CHANGES[change](line)
    assert AuditEntry.objects.values().get() == before


def test_the_lines_go_with_their_store_and_no_others(entry: AuditEntry, store: Store, operators: AuditEntry) -> None:
    kept = record(store_id=StoreFactory().pk, actor=None, deed=Deed.ADDED)
    store.delete()
    assert set(AuditEntry.objects.values_list("pk", flat=True)) == {kept.pk, operators.pk}
    connection.check_constraints()


def test_who_did_it_keeps_their_name_when_they_are_gone(store: Store) -> None:
    kim = UserFactory(username="kim", first_name="Minsu", last_name="Kim")
    line = record(store_id=store.pk, actor=kim, deed=Deed.CHANGED, target=store)
    by_id = record(store_id=store.pk, actor=kim.pk, deed=Deed.CHANGED, target=store)
    key = kim.pk
    kim.delete()
    for kept in (line, by_id):
        kept.refresh_from_db()
        assert (kept.actor_id, kept.actor_name) == (key, "Minsu Kim")


def test_the_system_and_strangers_have_no_name(store: Store) -> None:
    for actor in (None, AnonymousUser()):
        line = record(store_id=store.pk, actor=actor, deed=Deed.LOGIN_LOCKED, target_name="demo/kim")
        assert (line.actor_id, line.actor_name, line.target_name) == (None, "", "demo/kim")


def test_a_long_name_is_cut(store: Store) -> None:
    person = User(username="x" * 150, first_name="y" * 150, last_name="z" * 150)
    line = record(store_id=store.pk, actor=person, deed=Deed.ADDED, target_name="가" * 500)
    assert (len(line.actor_name), len(line.target_name)) == (200, 200)


def test_a_secret_is_never_stored(store: Store) -> None:
    secrets = {"password": ["a", "b"], "pin": ["1", "2"], "new_pin": ["", "1234"], "price": [1, 2]}
    line = record(store_id=store.pk, actor=None, deed=Deed.CHANGED, changes=secrets)
    line.refresh_from_db()
    assert line.changes == {"price": [1, 2]}
    kim = UserFactory()
    assert changes_of(None, kim, ["username", "password"]) == {"username": [None, kim.username]}


def test_changes_are_what_differs_in_words_that_outlive_the_rows(store: Store) -> None:
    stews, soups = (CategoryFactory(store=store, name={"ko": name}) for name in ("찌개", "국"))
    old = MenuItemFactory(category=stews, price=9000)
    new = MenuItem.objects.get(pk=old.pk)
    new.price, new.category, new.name = 9500, soups, {"ko": "된장국"}
    fields = ["price", "category", "name", "status", "image", "description"]
    assert changes_of(old, new, fields) == {
        "price": [9000, 9500],
        "category": ["찌개", "국"],
        "name": [{"ko": "김치찌개", "en": "Kimchi stew"}, {"ko": "된장국"}],
    }
    assert changes_of(None, new, fields).keys() == {"price", "category", "name", "status"}


def test_a_line_that_is_rolled_back_was_never_there(store: Store) -> None:
    with transaction.atomic():
        record(store_id=store.pk, actor=None, deed=Deed.CHANGED, target=store)
        transaction.set_rollback(True)
    assert not AuditEntry.objects.exists()


def test_to_migrate_again_changes_nothing(entry: AuditEntry) -> None:
    call_command("migrate", verbosity=0)
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.delete()
