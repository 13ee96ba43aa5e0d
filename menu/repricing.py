"""Raising or lowering the prices of many items: first shown, then applied to exactly what was shown."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from menu.arranging import AT_A_TIME
from menu.models import HIGHEST_PRICE, MenuItem
from menu.trail import record_changes

WHOLE = 10_000  # basis points


class Fault(StrEnum):
    """Why a price is not changed."""

    BELOW_ZERO = "below_zero"
    TOO_HIGH = "too_high"


@dataclass(frozen=True, slots=True)
class PriceRule:
    """By how much: `amount` in the currency's minor unit and `basis_points` of the price (500 is 5 %), negative to
    lower. The result is rounded, half up, to a multiple of `step`."""

    amount: int = 0
    basis_points: int = 0
    step: int = 1

    def applied_to(self, price: int) -> int:
        """The new price; whole numbers all the way."""
        unit = WHOLE * self.step
        return (2 * self._exact(price) + unit) // (2 * unit) * self.step

    def fault_of(self, price: int) -> Fault | None:
        """Why this price cannot change so, if it cannot. What is below zero is not rounded up to it."""
        if self._exact(price) < 0:
            return Fault.BELOW_ZERO
        return Fault.TOO_HIGH if self.applied_to(price) > HIGHEST_PRICE else None

    def _exact(self, price: int) -> int:
        """The new price before it is rounded, in ten-thousandths."""
        return (price + self.amount) * WHOLE + price * self.basis_points


@dataclass(frozen=True, slots=True)
class PriceChange:
    """An item's price before and after."""

    item: MenuItem
    old: int
    new: int
    fault: Fault | None


def price_changes(items: Iterable[MenuItem], rule: PriceRule) -> list[PriceChange]:
    """What the rule would do, item by item."""
    return [PriceChange(item, item.price, rule.applied_to(item.price), rule.fault_of(item.price)) for item in items]


@transaction.atomic
def change_prices(
    *, items: QuerySet[MenuItem], rule: PriceRule, previewed: Mapping[uuid.UUID, int], actor: User | None
) -> tuple[int, list[PriceChange]]:
    """Apply the rule to `previewed`, which has the price that each item was shown with.

    Returns how many were changed, and what the rule would do to those whose price is another one by now: they are left
    alone, to be looked at again.
    """
    rows = items.filter(pk__in=previewed).select_related(None).order_by("pk").select_for_update(no_key=True)
    found = price_changes(rows, rule)
    moved_on = [change for change in found if change.old != previewed[change.item.pk]]
    due = [change for change in found if change.old == previewed[change.item.pk] and not change.fault]
    due = [change for change in due if change.new != change.old]
    for change in due:
        change.item.price = change.new
    told = [(change.item, {"price": [change.old, change.new]}) for change in due]
    MenuItem.objects.bulk_update([change.item for change in due], ["price"], batch_size=AT_A_TIME)
    record_changes(actor=actor, told=told)
    return len(due), moved_on
