"""GET /menu: the whole menu in one answer, in order, in every language that it has."""

from typing import Any

import pytest

from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup
from tables.pairing import revoke_tablet
from tests.factories import CategoryFactory, MenuItemFactory, ask
from tests.personas import TabletCaller
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def menu_of(tablet: TabletCaller) -> Any:
    answer = tablet.get("/menu")
    assert (answer.status_code, faults(answer, "get", "/menu")) == (200, [])
    return answer.json()


def items_of(menu: Any) -> list[Any]:
    return [item for category in menu["categories"] for item in category["items"]]


def names_of(menu: Any) -> list[str]:
    return [item["name"]["en"] for item in items_of(menu)]


def test_an_item_has_all_that_a_guest_needs(tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(
        description={"en": "With pork"},
        badges=["best"],
        spiciness=2,
        dietary=["gluten_free"],
        allergens=["soy", "pork"],
        remaining=3,
        image="menu/stew.jpg",
    )
    mild, _ = ask(stew, price=500, min_choices=1, name={"ko": "맵기"})
    group = OptionGroup.objects.get()
    assert items_of(menu_of(tablet))[0] == {
        "id": str(stew.pk),
        "name": {"ko": "김치찌개", "en": "Kimchi stew"},
        "description": {"en": "With pork"},
        "price": 9000,
        "image": "/media/menu/stew.jpg",
        "image_small": None,
        "status": "on_sale",
        "remaining": 3,
        "badges": ["best"],
        "spiciness": 2,
        "dietary": ["gluten_free"],
        "allergens": ["soy", "pork"],
        "option_groups": [
            {
                "id": str(group.pk),
                "name": {"ko": "맵기"},
                "min_choices": 1,
                "max_choices": 1,
                "options": [
                    {"id": str(option.pk), "name": mild.name, "price": 500, "status": "on_sale"}
                    for option in Option.objects.order_by("sort_order")
                ],
            }
        ],
    }


def test_a_plain_item_says_so(tablet: TabletCaller, stew: MenuItem) -> None:
    item = items_of(menu_of(tablet))[0]
    assert (item["image"], item["remaining"], item["option_groups"], item["description"]) == (None, None, [], {})


def test_the_menu_says_whose_it_is(tablet: TabletCaller) -> None:
    menu = menu_of(tablet)
    assert menu["store"]["id"] == str(tablet.store.pk)
    assert menu["categories"] == []


def test_texts_come_in_every_language_that_they_have(tablet: TabletCaller, category: Category) -> None:
    text = {"ko": "김치찌개", "en": "Kimchi stew", "ja": "キムチチゲ", "zh": "泡菜锅"}
    MenuItemFactory(category=category, name=text, description=text)
    MenuItemFactory(category=category, name={"ko": "만두"}, sort_order=1)
    first, second = items_of(menu_of(tablet))
    assert (first["name"], first["description"]) == (text, text)
    assert second["name"] == {"ko": "만두"}


def test_everything_stands_in_the_managers_order(tablet: TabletCaller, category: Category, stew: MenuItem) -> None:
    CategoryFactory(store=tablet.store, name={"en": "Unused"}, sort_order=9)
    first = CategoryFactory(store=tablet.store, name={"en": "First"}, sort_order=0)
    Category.objects.filter(pk=category.pk).update(sort_order=5)
    MenuItemFactory(category=first, name={"en": "B"}, sort_order=2)
    MenuItemFactory(category=first, name={"en": "A"}, sort_order=1)
    assert names_of(menu_of(tablet)) == ["A", "B", "Kimchi stew"]


def test_an_item_has_its_own_order_of_shared_choices(tablet: TabletCaller, stew: MenuItem, beer: MenuItem) -> None:
    ask(stew, name={"en": "Spice"})
    ask(stew, name={"en": "Size"})
    spice, size = OptionGroup.objects.order_by("id")
    MenuItemOptionGroup.objects.filter(menu_item=stew, option_group=spice).update(sort_order=1)
    for order, group in enumerate((spice, size)):
        MenuItemOptionGroup.objects.create(store=beer.store, menu_item=beer, option_group=group, sort_order=order)
    found = {
        item["name"]["en"]: [group["name"]["en"] for group in item["option_groups"]]
        for item in items_of(menu_of(tablet))
    }
    assert found == {"Kimchi stew": ["Size", "Spice"], "Beer": ["Spice", "Size"]}


def test_what_is_sold_out_is_listed_as_such(tablet: TabletCaller, stew: MenuItem) -> None:
    _mild, hot = ask(stew)
    Option.objects.filter(pk=hot.pk).update(status="sold_out")
    MenuItem.objects.filter(pk=stew.pk).update(status="sold_out")
    item = items_of(menu_of(tablet))[0]
    assert item["status"] == "sold_out"
    assert [option["status"] for option in item["option_groups"][0]["options"]] == ["on_sale", "sold_out"]


@pytest.mark.parametrize(("remaining", "status"), [(None, "on_sale"), (1, "on_sale"), (0, "sold_out")])
def test_what_is_used_up_is_sold_out(remaining: int | None, status: str, tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(remaining=remaining)
    item = items_of(menu_of(tablet))[0]
    assert (item["status"], item["remaining"]) == (status, remaining)


def test_what_is_hidden_is_not_listed(tablet: TabletCaller, stew: MenuItem, beer: MenuItem) -> None:
    mild, hot = ask(stew)
    Option.objects.filter(pk=hot.pk).update(status="hidden")
    MenuItem.objects.filter(pk=beer.pk).update(status="hidden")
    (item,) = items_of(menu_of(tablet))
    assert item["name"]["en"] == "Kimchi stew"
    assert [option["id"] for option in item["option_groups"][0]["options"]] == [str(mild.pk)]


def test_a_hidden_category_takes_its_items_along(tablet: TabletCaller, category: Category, stew: MenuItem) -> None:
    Category.objects.filter(pk=category.pk).update(is_hidden=True)
    assert menu_of(tablet)["categories"] == []


def test_a_category_with_nothing_to_show_is_not_listed(tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.update(status="hidden")
    assert menu_of(tablet)["categories"] == []


def test_each_store_has_its_own_menu(tablet: TabletCaller, outside_tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItemFactory(category=CategoryFactory(store=outside_tablet.store), name={"en": "Pizza"})
    assert names_of(menu_of(tablet)) == ["Kimchi stew"]
    assert names_of(menu_of(outside_tablet)) == ["Pizza"]


def test_a_revoked_tablet_reads_no_menu(
    tablet: TabletCaller, django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator] # a fixture that is a function
        revoke_tablet(tablet=tablet.tablet, by_id=None)
    assert tablet.get("/menu").status_code == 401
