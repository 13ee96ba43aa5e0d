"""Counted stock: taken with the order, all of it or none, never below zero."""

import pytest
from django.db import IntegrityError, transaction

from menu.models import Category, MenuItem
from orders.models import Order
from tests.factories import MenuItemFactory
from tests.personas import StaffCaller, TabletCaller, attrs, codes, line_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cake(category: Category) -> MenuItem:
    """Five are left."""
    return MenuItemFactory(category=category, name={"en": "Cake"}, price=6000, remaining=5)


def left(item: MenuItem) -> int | None:
    return MenuItem.objects.get(pk=item.pk).remaining


def test_an_order_takes_what_it_orders(tablet: TabletCaller, cake: MenuItem, stew: MenuItem) -> None:
    assert tablet.order((cake, 2), (stew, 1)).status_code == 201
    assert (left(cake), left(stew)) == (3, None)


def test_the_last_one_can_be_ordered_and_then_it_is_sold_out(tablet: TabletCaller, cake: MenuItem) -> None:
    assert tablet.order((cake, 5)).status_code == 201
    assert left(cake) == 0
    answer = tablet.order((cake, 1))
    assert (answer.status_code, codes(answer), attrs(answer)) == (422, ["menu_item_sold_out"], ["items.0.menu_item"])
    menu = tablet.get("/menu").json()
    assert [(item["status"], item["remaining"]) for item in menu["categories"][0]["items"]] == [("sold_out", 0)]


def test_lines_of_one_item_are_summed_and_each_is_named(tablet: TabletCaller, cake: MenuItem, stew: MenuItem) -> None:
    answer = tablet.order((cake, 3), (stew, 1), (cake, 3))
    assert codes(answer) == ["insufficient_stock"] * 2
    assert attrs(answer) == ["items.0.menu_item", "items.2.menu_item"]
    assert answer.json()["errors"][0]["detail"] == "Only 5 of Cake left."
    assert left(cake) == 5
    assert tablet.order((cake, 3), (cake, 2)).status_code == 201
    assert left(cake) == 0


def test_a_shortage_of_one_item_takes_nothing_of_another(
    tablet: TabletCaller, cake: MenuItem, category: Category
) -> None:
    pie = MenuItemFactory(category=category, remaining=1)
    answer = tablet.order((cake, 1), (pie, 2))
    assert attrs(answer) == ["items.1.menu_item"]
    assert (left(cake), left(pie)) == (5, 1)


def test_staff_cannot_order_what_is_not_there_either(staff: StaffCaller, tablet: TabletCaller, cake: MenuItem) -> None:
    body = {"table": str(tablet.table.pk), "items": [line_of(cake, 6)]}
    assert codes(staff.post("/staff/orders", body, Idempotency_Key="k")) == ["insufficient_stock"]
    assert left(cake) == 5


def test_a_replay_takes_nothing_more(tablet: TabletCaller, cake: MenuItem) -> None:
    for _ in range(3):
        tablet.order((cake, 2), key="k")
    assert left(cake) == 3
    assert Order.objects.count() == 1


def test_the_database_refuses_stock_below_zero(cake: MenuItem) -> None:
    with pytest.raises(IntegrityError, match="item_stock_not_negative"), transaction.atomic():
        MenuItem.objects.filter(pk=cake.pk).update(remaining=-1)
