"""Amounts are integers in the currency's minor unit, whatever the currency."""

import pytest

from accounts.models import Store
from menu.models import MenuItem
from tests.factories import CategoryFactory, MenuItemFactory, StoreFactory, ask
from tests.personas import TabletCaller, tablet_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def diner(db: None) -> Store:
    """A store whose currency has cents."""
    return StoreFactory(currency="USD", time_zone="America/New_York", languages=["en"], default_language="en")


def test_won_have_no_smaller_unit(tablet: TabletCaller, stew: MenuItem, beer: MenuItem) -> None:
    order = tablet.order((stew, 2), (beer, 3)).json()
    assert [line["line_total"] for line in order["items"]] == [18000, 15000]
    assert order["total"] == 33000


def test_cents_are_never_rounded(diner: Store) -> None:
    burger = MenuItemFactory(category=CategoryFactory(store=diner), name={"en": "Burger"}, price=1099)
    cheese, bacon = ask(burger, price=33, max_choices=2)
    order = tablet_at(diner).order((burger, 3, [cheese, bacon]), (burger, 1)).json()
    assert [line["line_total"] for line in order["items"]] == [(1099 + 33 + 33) * 3, 1099]
    assert order["total"] == 4594


def test_options_stand_in_the_menus_order_however_they_were_touched(tablet: TabletCaller, stew: MenuItem) -> None:
    first, second, third = ask(stew, options=3, price=100, max_choices=3)
    (other,) = ask(stew, options=1, price=700)
    order = tablet.order((stew, 2, [other, third, first, second])).json()
    (line,) = order["items"]
    assert [option["id"] for option in line["options"]] == [str(o.pk) for o in (first, second, third, other)]
    assert (line["unit_price"], line["line_total"]) == (9000, (9000 + 300 + 700) * 2)


def test_something_free_can_be_ordered(tablet: TabletCaller, category: object) -> None:
    water = MenuItemFactory(category=category, price=0)
    assert tablet.order((water, 5)).json()["total"] == 0
