"""The menu's version rises with every write that a guest could see, wherever it is made."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, models, transaction

from accounts import sql
from accounts.models import Store
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup
from menu.selectors import menu_version_of
from tests.factories import CategoryFactory, MenuItemFactory, OptionFactory, OptionGroupFactory, StoreFactory, ask
from tests.personas import StaffCaller, TabletCaller

pytestmark = pytest.mark.django_db(transaction=True)


def raw(statement: str, *parameters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def only(model: type[models.Model]) -> Any:
    return model._default_manager.get()


WRITES: dict[str, Callable[[], object]] = {
    "an item is saved": lambda: only(MenuItem).save(),
    "items are updated": lambda: MenuItem.objects.update(price=9500),
    "an item is made": lambda: MenuItemFactory(category=only(Category)),
    "items are made in bulk": lambda: MenuItem.objects.bulk_create(
        MenuItemFactory.build_batch(3, store=only(Store), category=only(Category))
    ),
    "items are updated in bulk": lambda: MenuItem.objects.bulk_update([only(MenuItem)], ["price"]),
    "an item is deleted": lambda: only(MenuItem).delete(),
    "items are deleted in bulk": lambda: MenuItem.objects.all().delete(),
    "stock is counted down": lambda: MenuItem.objects.update(remaining=3),
    "SQL changes an item": lambda: raw("UPDATE menu_menuitem SET price = 1"),
    "SQL deletes the links": lambda: raw("DELETE FROM menu_menuitemoptiongroup"),
    "SQL changes the store": lambda: raw("UPDATE accounts_store SET name = %s", "New name"),
    "the store is renamed": lambda: Store.objects.update(name="New name"),
    "the store is paused": lambda: Store.objects.update(accepting_orders=False),
    "a category is made": lambda: CategoryFactory(store=only(Store)),
    "a category is renamed": lambda: Category.objects.update(name={"en": "Soups"}),
    "a category is hidden": lambda: Category.objects.update(is_hidden=True),
    "an option group is made": lambda: OptionGroupFactory(store=only(Store)),
    "an option group is changed": lambda: OptionGroup.objects.update(max_choices=2),
    "an option group is deleted": lambda: only(OptionGroup).delete(),
    "an option is made": lambda: OptionFactory(group=only(OptionGroup)),
    "an option is sold out": lambda: Option.objects.update(status="sold_out"),
    "an option is deleted": lambda: only(Option).delete(),
    "an item asks for a choice": lambda: ask(only(MenuItem)),
    "choices are put in order": lambda: MenuItemOptionGroup.objects.update(sort_order=3),
    "an item asks for nothing any more": lambda: only(MenuItem).option_groups.set([]),
}


@pytest.fixture
def menu(stew: MenuItem) -> Store:
    """A store with one of each."""
    ask(stew, options=1)
    return stew.store


@pytest.mark.parametrize("write", WRITES)
def test_the_version_rises_when(write: str, menu: Store) -> None:
    before = menu_version_of(menu.pk)
    WRITES[write]()
    assert menu_version_of(menu.pk) > before


def test_one_stores_write_is_not_anothers(menu: Store) -> None:
    other = ask(MenuItemFactory(), options=1)[0].store
    versions = {store.pk: menu_version_of(store.pk) for store in (menu, other)}
    for model in (Category, MenuItem, OptionGroup, Option, MenuItemOptionGroup):
        for row in model._default_manager.filter(store=other):
            row.save()
    Store.objects.filter(pk=other.pk).update(name="New name")
    assert menu_version_of(menu.pk) == versions[menu.pk]
    assert menu_version_of(other.pk) >= versions[other.pk] + 6


def test_a_new_store_has_its_first_version_at_once() -> None:
    assert menu_version_of(StoreFactory().pk) >= 1


def test_reading_changes_nothing(tablet: TabletCaller, menu: Store) -> None:
    first = tablet.get("/menu").json()["version"]
    assert [tablet.get("/menu").json()["version"] for _ in range(3)] == [first] * 3


def test_what_guests_cannot_see_changes_nothing(menu: Store, tablet: TabletCaller, staff: StaffCaller) -> None:
    before = menu_version_of(menu.pk)
    tablet.post("/service-calls", {"kind": "water"})
    staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": 2})
    tablet.order((only(MenuItem), 1))
    assert menu_version_of(menu.pk) == before


def test_a_write_that_is_rolled_back_changes_nothing(menu: Store) -> None:
    before = menu_version_of(menu.pk)
    with transaction.atomic():
        MenuItem.objects.update(price=1)
        transaction.set_rollback(True)
    assert menu_version_of(menu.pk) == before


def test_the_next_answer_has_the_change(tablet: TabletCaller, menu: Store) -> None:
    tablet.get("/menu")
    raw("UPDATE menu_menuitem SET price = 1234 WHERE store_id = %s", sql.uid(menu.pk))
    assert tablet.get("/menu").json()["categories"][0]["items"][0]["price"] == 1234


def test_a_store_with_a_menu_can_be_deleted(menu: Store) -> None:
    MenuItem.objects.all().delete()
    menu.delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM menu_menuversion")
        assert cursor.fetchone() == (0,)
