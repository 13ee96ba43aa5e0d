"""Whatever a manager changes in the back office is in the audit trail: who, what, from what to what."""

from typing import Any

import pytest

from accounts.models import AuditEntry, Deed, Membership, Role, Store, User
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup
from tables.models import Table
from tests.admin.office import Office, fields_of, page_of
from tests.admin.rows import Rows


@pytest.fixture
def trail(here: Rows, elsewhere: Rows) -> Any:
    """What was recorded since the restaurants were there."""
    before = set(AuditEntry.objects.values_list("pk", flat=True))
    return lambda: list(AuditEntry.objects.exclude(pk__in=before).order_by("id"))


def told(entry: AuditEntry) -> tuple[str, str, str, dict[str, Any]]:
    return entry.deed, entry.target_type, entry.target_name, entry.changes


def test_a_change_says_from_what_to_what_and_nothing_else(
    manager: Office, here: Rows, trail: Any, store: Store
) -> None:
    assert manager.change(here[MenuItem], price="9500", spiciness="2").status_code == 302
    (entry,) = trail()
    changes = {"price": [9000, 9500], "spiciness": [0, 2]}
    assert told(entry) == (Deed.CHANGED, "menu.menuitem", "HERE 김치찌개", changes)
    assert (entry.store, entry.actor_id, entry.actor_name) == (store, manager.user.pk, "manager-here")
    assert entry.target_id == here[MenuItem].pk


def test_nothing_changed_is_nothing_recorded(manager: Office, here: Rows, trail: Any) -> None:
    for model in (MenuItem, OptionGroup, Category, Table, Store):
        assert manager.change(here[model]).status_code == 302
    assert trail() == []


def test_the_old_value_is_what_was_stored_last_not_what_the_page_showed(
    manager: Office, here: Rows, trail: Any
) -> None:
    address = page_of(MenuItem, "change", here[MenuItem])
    sent = fields_of(manager.get(address)) | {"price": "9500"}
    MenuItem.objects.update(price=9300)
    manager.client.post(address, sent)
    assert trail()[0].changes["price"] == [9300, 9500]


def test_texts_by_language_are_kept_whole(manager: Office, here: Rows, trail: Any) -> None:
    manager.change(here[Category], name_en="Stews")
    assert trail()[0].changes == {"name": [{"ko": "HERE 찌개"}, {"ko": "HERE 찌개", "en": "Stews"}]}


def test_a_reference_is_told_by_its_name(manager: Office, here: Rows, trail: Any, store: Store) -> None:
    soups = Category.objects.create(store=store, name={"ko": "국"})
    manager.change(here[MenuItem], category=str(soups.pk))
    assert trail()[0].changes == {"category": ["HERE 찌개", "국"]}


def test_an_addition_says_what_was_filled_in(manager: Office, trail: Any, store: Store) -> None:
    assert manager.add(Category, name_ko="국", station="hall").status_code == 302
    (entry,) = trail()
    assert (entry.deed, entry.target_name, entry.store) == (Deed.ADDED, "국", store)
    assert entry.changes["name"] == [None, {"ko": "국"}]
    assert entry.changes["station"] == [None, "hall"]


def test_a_deletion_keeps_what_was_lost(manager: Office, here: Rows, trail: Any) -> None:
    MenuItemOptionGroup.objects.all().delete()
    item = here[MenuItem]
    key = item.pk
    assert manager.delete(item).status_code == 302
    (entry,) = trail()
    assert (entry.deed, entry.target_id, entry.changes["price"]) == (Deed.DELETED, key, [9000, None])


def test_rows_deleted_from_a_list_are_told_one_by_one(
    manager: Office, here: Rows, elsewhere: Rows, trail: Any, store: Store
) -> None:
    more = [Category.objects.create(store=store, name={"ko": name}) for name in ("가", "나")]
    manager.act("delete_selected", *more, elsewhere[Category], post="yes")
    assert sorted(told(entry)[:3] for entry in trail()) == [
        (Deed.DELETED, "menu.category", "가"),
        (Deed.DELETED, "menu.category", "나"),
    ]


def test_rows_on_their_parent_s_page_are_told_too(manager: Office, here: Rows, trail: Any, store: Store) -> None:
    group = here[OptionGroup]
    assert manager.change(group, **{"options-0-price": "700"}).status_code == 302
    (entry,) = trail()
    assert told(entry) == (Deed.CHANGED, "menu.option", "HERE 순한맛", {"price": [0, 700]})
    assert (entry.part_of_id, entry.store) == (group.pk, store)
    new = {"options-TOTAL_FORMS": "2", "options-1-name_ko": "매운맛", "options-1-price": "500"}
    new |= {"options-1-status": "on_sale", "options-1-sort_order": "1"}
    assert manager.change(group, **new).status_code == 302
    assert [(entry.deed, entry.changes["price"]) for entry in trail()[1:]] == [(Deed.ADDED, [None, 500])]
    assert manager.change(group, **{"options-1-DELETE": "on"}).status_code == 302
    gone = trail()[-1]
    assert (gone.deed, gone.target_name, gone.changes["price"]) == (Deed.DELETED, "매운맛", [500, None])
    assert Option.objects.filter(group=group).count() == 1


def test_a_refused_page_is_not_told(manager: Office, here: Rows, trail: Any) -> None:
    assert manager.change(here[MenuItem], price="-1").status_code == 200
    assert trail() == []


def test_a_store_s_own_page_is_in_its_own_trail(manager: Office, here: Rows, trail: Any, store: Store) -> None:
    manager.change(store, warning_minutes="7")
    assert [(entry.store, entry.changes) for entry in trail()] == [(store, {"warning_minutes": [5, 7]})]


def test_an_operator_s_deeds_in_a_store_are_in_the_store_s_trail(
    superuser: Office, here: Rows, trail: Any, store: Store
) -> None:
    superuser.change(here[Membership], role=Role.MANAGER)
    superuser.change(here[User], first_name="Min")
    superuser.delete(here[User])
    assert [(entry.store, entry.actor_name) for entry in trail()] == [(store, "operator")] * 3


def test_nobody_writes_the_trail(superuser: Office, owner: Office, here: Rows) -> None:
    line = here[AuditEntry]
    for office in (superuser, owner):
        assert office.client.post(page_of(AuditEntry, "change", line), {"actor_name": "x"}).status_code == 403
        assert office.get(page_of(AuditEntry, "add")).status_code == 403
        assert office.delete(line).status_code == 403
        office.act("delete_selected", line, post="yes")
    assert AuditEntry.objects.filter(pk=line.pk).exists()
