"""What the database refuses of a menu, whoever writes."""

from datetime import time
from typing import Any

import pytest
from django.db.models import ProtectedError

from accounts.business_day import utc_now
from menu.models import Category, MenuItem, MenuItemOptionGroup, PendingImport
from tests.factories import (
    CategoryFactory,
    MenuItemFactory,
    OptionFactory,
    OptionGroupFactory,
    StoreFactory,
    UserFactory,
    ask,
)
from tests.wiring.constraints import Breaks, assert_refused, named_constraints

pytestmark = pytest.mark.django_db


def same_group_twice() -> None:
    item = MenuItemFactory()
    ask(item)
    link = MenuItemOptionGroup.objects.get()
    MenuItemOptionGroup.objects.create(store=item.store, menu_item=item, option_group=link.option_group)


def two_of_one_code(make: Any, **of: Any) -> None:
    make(code="twice", **of)
    make(code="twice", **of)


def two_pending_imports() -> None:
    store, person = StoreFactory(), UserFactory()
    for _time in range(2):
        PendingImport.objects.create(
            store=store, person=person, file_name="menu.csv", content=b"", created_at=utc_now()
        )


BREAKS: Breaks = {
    "category_code_unique_in_store": lambda: two_of_one_code(CategoryFactory, store=StoreFactory()),
    "item_code_unique_in_store": lambda: two_of_one_code(MenuItemFactory, category=CategoryFactory()),
    "option_group_code_unique_in_store": lambda: two_of_one_code(OptionGroupFactory, store=StoreFactory()),
    "option_code_unique_in_group": lambda: two_of_one_code(OptionFactory, group=OptionGroupFactory()),
    "one_pending_import_per_store_and_person": two_pending_imports,
    "item_price_not_negative": lambda: MenuItemFactory(price=-1),
    "item_stock_not_negative": lambda: MenuItemFactory(remaining=-1),
    "item_spiciness_at_most_three": lambda: MenuItemFactory(spiciness=4),
    "item_status_known": lambda: MenuItemFactory(status="eaten"),
    "item_hours_both_or_neither": lambda: MenuItemFactory(available_from=time(11)),
    "option_group_min_not_above_max": lambda: OptionGroupFactory(min_choices=2, max_choices=1),
    "option_price_not_negative": lambda: OptionFactory(price=-1),
    "option_status_known": lambda: OptionFactory(status="eaten"),
    "one_link_per_item_and_group": same_group_twice,
}


def test_every_constraint_has_its_case() -> None:
    assert set(BREAKS) == named_constraints("menu")


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses(name: str) -> None:
    assert_refused(name, BREAKS[name])


def test_hours_need_an_end_and_some_length() -> None:
    assert_refused("item_hours_both_or_neither", lambda: MenuItemFactory(available_until=time(11)))
    assert_refused(
        "item_hours_both_or_neither", lambda: MenuItemFactory(available_from=time(11), available_until=time(11))
    )


def test_a_group_allows_at_least_one_choice() -> None:
    assert_refused("option_group_min_not_above_max", lambda: OptionGroupFactory(min_choices=0, max_choices=0))


def test_stock_does_not_go_below_nothing_by_update_either() -> None:
    MenuItemFactory(remaining=1)
    assert_refused("item_stock_not_negative", lambda: MenuItem.objects.update(remaining=-1))


def test_what_is_at_the_limit_is_accepted() -> None:
    MenuItemFactory(price=0, remaining=0, spiciness=3, available_from=time(22), available_until=time(2))
    OptionFactory(price=0, group=OptionGroupFactory(min_choices=3, max_choices=3))
    assert MenuItem.objects.count() == 1


def test_a_category_with_items_is_not_deleted() -> None:
    MenuItemFactory()
    with pytest.raises(ProtectedError):
        Category.objects.all().delete()
