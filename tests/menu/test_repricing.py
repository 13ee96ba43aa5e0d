"""Prices of many items change by a rule, and only those that were seen."""

import pytest

from accounts.models import AuditEntry
from menu.models import HIGHEST_PRICE, MenuItem
from menu.repricing import Fault, PriceRule, change_prices, price_changes
from tests.factories import UserFactory


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        (PriceRule(amount=500), 9000, 9500),
        (PriceRule(amount=-500), 500, 0),
        (PriceRule(basis_points=500), 9000, 9450),
        (PriceRule(basis_points=500, step=100), 9000, 9500),
        (PriceRule(basis_points=500, step=1000), 9000, 9000),
        (PriceRule(basis_points=500, step=100), 17000, 17900),
        (PriceRule(basis_points=-1000, step=100), 9500, 8600),
        (PriceRule(basis_points=333), 1000, 1033),
        (PriceRule(basis_points=1), 5000, 5001),
        (PriceRule(basis_points=1), 4999, 4999),
        (PriceRule(amount=50, step=100), 9000, 9100),
        (PriceRule(amount=49, step=100), 9000, 9000),
        (PriceRule(step=1000), 9500, 10000),
        (PriceRule(basis_points=100_000), 999_999_999, 10_999_999_989),
    ],
)
def test_a_new_price_is_exact_and_rounded_half_up(rule: PriceRule, old: int, new: int) -> None:
    assert rule.applied_to(old) == new


def test_what_would_be_below_zero_or_above_the_highest_price_is_refused_even_if_rounding_would_save_it() -> None:
    assert PriceRule(amount=-501).fault_of(500) == Fault.BELOW_ZERO
    assert PriceRule(amount=-501, step=1000).fault_of(500) == Fault.BELOW_ZERO
    assert PriceRule(amount=-500).fault_of(500) is None
    assert PriceRule(amount=1).fault_of(HIGHEST_PRICE) == Fault.TOO_HIGH


def test_only_what_was_shown_with_the_price_that_it_still_has_is_changed(stew: MenuItem, beer: MenuItem) -> None:
    rule, person = PriceRule(amount=-6000), UserFactory()
    cheap = MenuItem.objects.create(store=stew.store, category=stew.category, name={"en": "Rice"}, price=1000)
    rows = MenuItem.objects.filter(store=stew.store)
    shown = {change.item.pk: change.old for change in price_changes(rows, rule)}
    assert shown.pop(beer.pk) == 5000  # was not chosen after all
    MenuItem.objects.filter(pk=cheap.pk).update(price=8000)
    count, moved_on = change_prices(items=rows, rule=rule, previewed=shown, actor=person)
    assert (count, [(change.item.pk, change.old, change.new) for change in moved_on]) == (1, [(cheap.pk, 8000, 2000)])
    assert dict(rows.values_list("pk", "price")) == {stew.pk: 3000, beer.pk: 5000, cheap.pk: 8000}
    told = AuditEntry.objects.get(actor_id=person.pk)
    assert (told.target_id, told.changes) == (stew.pk, {"price": [9000, 3000]})


def test_refused_prices_and_items_out_of_reach_stay(stew: MenuItem, beer: MenuItem) -> None:
    rule = PriceRule(amount=-6000)
    previewed = {stew.pk: 9000, beer.pk: 5000}
    mine = MenuItem.objects.filter(pk=beer.pk)
    assert change_prices(items=mine, rule=rule, previewed=previewed, actor=None) == (0, [])
    assert set(MenuItem.objects.values_list("price", flat=True)) == {9000, 5000}
