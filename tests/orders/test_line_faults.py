"""What cannot be ordered is refused, every line at fault at once, and nothing is stored."""

import pytest

from menu.choices import SaleStatus
from menu.models import Category, MenuItem
from orders.models import Order, StoreEvent
from tables.models import TableSession
from tests.factories import CategoryFactory, MenuItemFactory, ask
from tests.orders.clock import hours_later
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_every_fault_of_every_line_is_named_at_once(
    tablet: TabletCaller, outside_tablet: TabletCaller, category: Category, stew: MenuItem, beer: MenuItem
) -> None:
    hidden = MenuItemFactory(category=category, status=SaleStatus.HIDDEN)
    sold_out = MenuItemFactory(category=category, status=SaleStatus.SOLD_OUT)
    late = MenuItemFactory(category=category, available_from=hours_later(1), available_until=hours_later(2))
    scarce = MenuItemFactory(category=category, remaining=1)
    used_up = MenuItemFactory(category=category, remaining=0)
    foreign = MenuItemFactory(category=CategoryFactory(store=outside_tablet.store))
    ask(stew, min_choices=1)
    answer = tablet.order(
        (beer, 1), (hidden, 1), (sold_out, 1), (late, 1), (scarce, 2), (used_up, 1), (foreign, 1), (stew, 1)
    )
    assert answer.status_code == 422
    assert faults(answer, "POST", "/orders") == []
    assert answer.json()["type"] == "client_error"
    assert sorted(zip(attrs(answer), codes(answer), strict=True)) == [
        ("items.1.menu_item", "menu_item_unavailable"),
        ("items.2.menu_item", "menu_item_sold_out"),
        ("items.3.menu_item", "menu_item_unavailable"),
        ("items.4.menu_item", "insufficient_stock"),
        ("items.5.menu_item", "menu_item_sold_out"),
        ("items.6.menu_item", "menu_item_unavailable"),
        ("items.7.options", "option_invalid"),
    ]
    assert not Order.objects.exists()
    assert not TableSession.objects.exists()
    assert not StoreEvent.objects.exists()
    scarce.refresh_from_db()
    assert scarce.remaining == 1


def test_staff_are_refused_the_same(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(status=SaleStatus.SOLD_OUT)
    body = {"table": str(tablet.table.pk), "items": [{"menu_item": str(stew.pk), "quantity": 1}]}
    answer = staff.post("/staff/orders", body, Idempotency_Key="k")
    assert (codes(answer), attrs(answer)) == (["menu_item_sold_out"], ["items.0.menu_item"])


def test_what_is_missing_is_named_in_the_guests_language(tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(status=SaleStatus.SOLD_OUT)
    english = tablet.order((stew, 1)).json()["errors"][0]["detail"]
    body = {"items": [{"menu_item": str(stew.pk), "quantity": 1}], "expected_total": 9000}
    korean = tablet.post("/orders", body, Idempotency_Key="k", Accept_Language="ko").json()["errors"][0]["detail"]
    assert english == "Kimchi stew is sold out."
    assert "김치찌개" in korean


def test_another_stores_item_is_the_same_as_none(
    tablet: TabletCaller, outside_tablet: TabletCaller, stew: MenuItem
) -> None:
    refused = outside_tablet.order((stew, 1))
    assert refused.status_code == 422
    MenuItem.objects.filter(pk=stew.pk).delete()
    assert outside_tablet.order((stew, 1)).json() == refused.json()


def test_an_item_of_a_hidden_category_is_unavailable(tablet: TabletCaller, stew: MenuItem) -> None:
    Category.objects.filter(pk=stew.category_id).update(is_hidden=True)
    assert codes(tablet.order((stew, 1))) == ["menu_item_unavailable"]


def test_an_item_is_ordered_within_its_hours_only(tablet: TabletCaller, stew: MenuItem) -> None:
    for start, end, code in ((-1, 1, 201), (1, 2, 422), (-2, -1, 422), (1, -1, 422), (-1, -2, 201)):
        MenuItem.objects.filter(pk=stew.pk).update(available_from=hours_later(start), available_until=hours_later(end))
        assert tablet.order((stew, 1)).status_code == code, (start, end)
