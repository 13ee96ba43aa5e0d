"""A line keeps what was ordered as it was: later edits of the menu change no order and no bill."""

from collections.abc import Callable
from typing import Any

import pytest

from menu.choices import SaleStatus
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup
from tests.factories import ask
from tests.personas import StaffCaller, TabletCaller

pytestmark = pytest.mark.django_db


def everything_about(order: dict[str, Any], tablet: TabletCaller, staff: StaffCaller) -> list[Any]:
    return [
        tablet.get(f"/orders/{order['id']}").json(),
        tablet.get("/orders").json()["orders"],
        tablet.get("/orders").json()["total"],
        staff.get("/staff/orders").json()["results"],
        staff.get("/staff/board").json()["tables"],
    ]


def change_texts_and_prices() -> None:
    MenuItem.objects.update(name={"ko": "된장찌개", "en": "Soybean stew"}, price=1)
    Option.objects.update(name={"en": "Wild"}, price=9999)


def hide_everything() -> None:
    Category.objects.update(is_hidden=True)
    MenuItem.objects.update(status=SaleStatus.HIDDEN)
    Option.objects.update(status=SaleStatus.SOLD_OUT)


def delete_everything() -> None:
    MenuItemOptionGroup.objects.all().delete()
    OptionGroup.objects.all().delete()
    MenuItem.objects.all().delete()
    Category.objects.all().delete()


@pytest.mark.parametrize("edit", [change_texts_and_prices, hide_everything, delete_everything])
def test_orders_outlive_edits_of_the_menu(
    tablet: TabletCaller, staff: StaffCaller, stew: MenuItem, edit: Callable[[], None]
) -> None:
    mild, _ = ask(stew, price=500)
    order = tablet.order((stew, 2, [mild])).json()
    before = everything_about(order, tablet, staff)
    edit()
    assert everything_about(order, tablet, staff) == before
    assert tablet.get("/orders").json()["total"] == 19000
    advanced = staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"}).json()
    assert (advanced["items"], advanced["total"]) == (order["items"], order["total"])


def test_every_language_is_kept(tablet: TabletCaller, stew: MenuItem) -> None:
    names = {"ko": "김치찌개", "en": "Kimchi stew", "ja": "キムチチゲ", "zh": "泡菜汤"}
    MenuItem.objects.filter(pk=stew.pk).update(name=names)
    assert tablet.order((stew, 1)).json()["items"][0]["name"] == names
