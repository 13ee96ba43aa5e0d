"""GET /staff/menu: every item, also what guests do not see, and who makes it."""

from datetime import time
from typing import Any

import pytest

from menu.models import Category, MenuItem
from tests.factories import CategoryFactory, MenuItemFactory, ask
from tests.personas import Caller, StaffCaller, TabletCaller, codes, total_of
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def menu_of(staff: Caller) -> Any:
    answer = staff.get("/staff/menu")
    assert (answer.status_code, faults(answer, "get", "/staff/menu")) == (200, [])
    return answer.json()


def statuses_of(staff: Caller) -> dict[str, str]:
    return {item["name"]["ko"]: item["status"] for group in menu_of(staff)["categories"] for item in group["items"]}


def test_an_item_has_what_staff_need(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(remaining=3, description={"ko": "매콤한"})
    Category.objects.update(station="주방")
    ask(stew, price=500, min_choices=1)
    (category,) = menu_of(staff)["categories"]
    seen = tablet.get("/menu").json()["categories"][0]["items"][0]
    assert (category["name"], category["station"]) == ({"ko": "찌개", "en": "Stews"}, "주방")
    assert category["items"] == [
        {name: seen[name] for name in ("id", "name", "price", "status", "remaining", "option_groups")}
    ]
    assert category["items"][0]["price"] == total_of(stew)


def test_every_item_is_there_with_its_status(staff: StaffCaller, tablet: TabletCaller, category: Category) -> None:
    for name, values in {
        "판매": {},
        "품절": {"status": "sold_out"},
        "숨김": {"status": "hidden"},
        "소진": {"remaining": 0},
        "새벽": {"available_from": time(3), "available_until": time(3, 1)},
    }.items():
        MenuItemFactory(category=category, name={"ko": name}, **values)
    closed = CategoryFactory(store=staff.store, is_hidden=True)
    MenuItemFactory(category=closed, name={"ko": "닫힌 분류"})
    CategoryFactory(store=staff.store, name={"ko": "빈 분류"})
    assert statuses_of(staff) == {
        "판매": "on_sale",
        "품절": "sold_out",
        "숨김": "hidden",
        "소진": "sold_out",
        "새벽": "on_sale",
        "닫힌 분류": "hidden",
    }
    assert {group["name"]["ko"] for group in menu_of(staff)["categories"]} == {"찌개"}
    guests_see = {item["name"]["ko"] for group in tablet.get("/menu").json()["categories"] for item in group["items"]}
    assert guests_see <= {"판매", "품절", "소진", "새벽"}


def test_what_guests_do_not_see_they_cannot_order(tablet: TabletCaller, category: Category, stew: MenuItem) -> None:
    hidden = MenuItemFactory(category=category, status="hidden")
    of_hidden = MenuItemFactory(category=CategoryFactory(store=tablet.store, is_hidden=True))
    assert codes(tablet.order((hidden, 1), (of_hidden, 1))) == ["menu_item_unavailable"] * 2


@pytest.mark.django_db(transaction=True)
def test_who_has_it_gets_an_empty_304_until_it_changes(staff: StaffCaller, stew: MenuItem) -> None:
    first = staff.get("/staff/menu")
    again = staff.get("/staff/menu", If_None_Match=first["ETag"])
    assert (again.status_code, again.content, faults(again, "get", "/staff/menu")) == (304, b"", [])
    MenuItem.objects.update(status="hidden")
    changed = staff.get("/staff/menu", If_None_Match=first["ETag"])
    assert (changed.status_code, statuses_of(staff)) == (200, {"김치찌개": "hidden"})
    assert changed.json()["version"] > first.json()["version"]


def test_guests_and_staff_have_tags_of_their_own(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    assert tablet.get("/menu", If_None_Match=staff.get("/staff/menu")["ETag"]).status_code == 200
    assert staff.get("/staff/menu", If_None_Match=tablet.get("/menu")["ETag"]).status_code == 200


def test_an_outsider_sees_their_own_menu(outsider: StaffCaller, stew: MenuItem) -> None:
    assert menu_of(outsider)["categories"] == []


def test_tablets_and_strangers_see_none(tablet: TabletCaller, nobody: Caller) -> None:
    assert (tablet.get("/staff/menu").status_code, nobody.get("/staff/menu").status_code) == (403, 401)
