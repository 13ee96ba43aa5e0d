"""Categories and items are dragged into order on their lists."""

import uuid
from typing import Any

import pytest

from accounts.models import Role, Store
from menu.models import Category, MenuItem
from tests.admin.conftest import person
from tests.admin.office import Office, page_of
from tests.admin.rows import Rows
from tests.factories import MenuItemFactory

ITEMS, CATEGORIES = "/admin/menu/menuitem/place/", "/admin/menu/category/place/"


@pytest.fixture
def second(here: Rows) -> Any:
    """After the one that is there."""
    return MenuItemFactory(category=here[Category], sort_order=1)


def drop(office: Office, moved: Any, beside: Any, address: str = ITEMS, /, **more: str) -> int:
    body = {"moved": str(moved.pk), "beside": str(beside.pk), "after": "false"} | more
    return int(office.client.post(address, body).status_code)


def test_a_drop_is_saved(manager: Office, here: Rows, second: Any) -> None:
    assert drop(manager, second, here[MenuItem]) == 204
    assert list(here[Category].items.all()) == [second, here[MenuItem]]
    third = Category.objects.create(store=here[Store], name={"ko": "면"}, sort_order=1)
    assert drop(manager, third, here[Category], CATEGORIES) == 204
    assert list(Category.objects.filter(store=here[Store])) == [third, here[Category]]


def test_a_drop_on_a_list_that_has_changed_is_refused(manager: Office, here: Rows, second: Any) -> None:
    gone = MenuItemFactory(category=here[Category])
    gone_id = gone.pk
    gone.delete()
    assert drop(manager, second, here[MenuItem], beside=str(gone_id)) == 409
    assert drop(manager, second, here[MenuItem], moved=str(uuid.uuid4())) == 404
    assert list(here[Category].items.all()) == [here[MenuItem], second]


@pytest.mark.parametrize("wrong", [{"moved": "x"}, {"beside": ""}, {"after": "perhaps"}])
def test_what_is_no_drop_is_refused(manager: Office, here: Rows, second: Any, wrong: dict[str, str]) -> None:
    assert drop(manager, second, here[MenuItem], **wrong) == 400


def test_outsiders_move_nothing(manager: Office, here: Rows, elsewhere: Rows, second: Any, store: Store) -> None:
    foreign = MenuItemFactory(category=elsewhere[Category], sort_order=1)
    assert drop(manager, foreign, elsewhere[MenuItem]) == 404
    assert drop(manager, second, foreign) == 409
    assert drop(manager, elsewhere[Category], here[Category], CATEGORIES) == 404
    staff = Office(person(Role.STAFF, store))
    assert drop(staff, second, here[MenuItem]) == 302
    assert manager.get(ITEMS).status_code == 405
    assert list(elsewhere[Category].items.all()) == [elsewhere[MenuItem], foreign]


def test_handles_are_there_where_all_rows_of_one_order_are_shown(manager: Office, both: Office, here: Rows) -> None:
    category = {"category__id__exact": str(here[Category].pk)}
    assert "data-arranging" in manager.list(MenuItem, **category).content.decode()
    assert "data-arranging" in manager.list(Category).content.decode()
    for page in (
        manager.list(MenuItem),
        manager.list(MenuItem, **category, q="찌개"),
        manager.list(MenuItem, **category, o="1"),
        manager.list(Category, q="찌개"),
        both.list(Category),
    ):
        assert "data-place" not in page.content.decode()


def test_a_new_row_comes_last_and_so_does_an_item_in_its_new_category(manager: Office, here: Rows, second: Any) -> None:
    manager.add(MenuItem, name_ko="국", category=str(here[Category].pk), price="1")
    added = MenuItem.objects.get(name__ko="국")
    assert added.sort_order == 2
    manager.add(Category, name_ko="면")
    there = Category.objects.get(name__ko="면")
    assert there.sort_order == 1
    MenuItemFactory(category=there, sort_order=7)
    assert manager.change(second, category=str(there.pk)).status_code == 302
    second.refresh_from_db()
    assert (second.category, second.sort_order) == (there, 8)


def test_a_category_leads_to_its_items(manager: Office, here: Rows) -> None:
    shown = manager.list(Category).content.decode()
    assert f"{page_of(MenuItem, 'changelist')}?category__id__exact={here[Category].pk}" in shown
    assert "1 item" in shown
