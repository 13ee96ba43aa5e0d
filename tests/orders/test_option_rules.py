"""Choices are checked by the server: what is offered, how many, and whether any is left."""

from typing import Any

import pytest

from menu.choices import SaleStatus
from menu.models import MenuItem, Option
from tests.factories import MenuItemFactory, OptionFactory, ask
from tests.personas import TabletCaller, attrs, codes

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("least", "most", "allowed"), [(0, 1, {0, 1}), (1, 1, {1}), (2, 3, {2, 3}), (0, 4, {0, 1, 2, 3, 4})]
)
def test_how_many_may_be_chosen(tablet: TabletCaller, stew: MenuItem, least: int, most: int, allowed: set[int]) -> None:
    options = ask(stew, options=4, min_choices=least, max_choices=most)
    for chosen in range(5):
        answer = tablet.order((stew, 1, options[:chosen]))
        assert answer.status_code == (201 if chosen in allowed else 422)
        if chosen not in allowed:
            assert (codes(answer), attrs(answer)) == (["option_invalid"], ["items.0.options"])


def test_every_group_has_its_say(tablet: TabletCaller, stew: MenuItem) -> None:
    ask(stew, min_choices=1)
    ask(stew, min_choices=1)
    answer = tablet.order((stew, 1))
    assert codes(answer) == ["option_invalid", "option_invalid"]


def test_an_option_is_chosen_once(tablet: TabletCaller, stew: MenuItem) -> None:
    mild, _ = ask(stew, max_choices=2)
    assert codes(tablet.order((stew, 1, [mild, mild]))) == ["option_invalid"]


def test_an_option_of_another_item_or_of_no_item_is_refused(
    tablet: TabletCaller, stew: MenuItem, beer: MenuItem
) -> None:
    (cold,) = ask(beer, options=1)
    stray = OptionFactory(group__store=tablet.store)
    assert codes(tablet.order((stew, 1, [cold]))) == ["option_invalid"]
    assert codes(tablet.order((stew, 1, [stray]))) == ["option_invalid"]


@pytest.mark.parametrize("status", [SaleStatus.SOLD_OUT, SaleStatus.HIDDEN])
def test_an_option_that_is_not_on_sale_is_refused(tablet: TabletCaller, stew: MenuItem, status: str) -> None:
    mild, hot = ask(stew, min_choices=1)
    Option.objects.filter(pk=hot.pk).update(status=status)
    refused = tablet.order((stew, 1, [hot]))
    assert set(codes(refused)) == {"option_invalid"}
    assert tablet.order((stew, 1, [mild])).status_code == 201


def test_items_share_a_group_and_each_line_is_checked_by_itself(
    tablet: TabletCaller, stew: MenuItem, category: Any
) -> None:
    mild, _ = ask(stew, min_choices=1)
    other = MenuItemFactory(category=category)
    other.option_groups.add(mild.group, through_defaults={"store": tablet.store})
    assert tablet.order((stew, 1, [mild]), (other, 1, [mild])).status_code == 201
    assert attrs(tablet.order((stew, 1, [mild]), (other, 1))) == ["items.1.options"]
