"""How templates write amounts and times of sales."""

from django import template

from accounts.models import Store
from accounts.money import written
from orders.sales.writing import NOTHING, lasting

register = template.Library()


@register.filter
def money(amount: int | None, store: Store) -> str:
    """An amount of the store's currency."""
    return NOTHING if amount is None else written(amount, store.currency)


@register.filter
def duration(seconds: int | None) -> str:
    """How long something took."""
    return NOTHING if seconds is None else lasting(seconds)
