"""Checking and pricing a cart against a menu. Pure integers in the currency's minor unit; no database."""

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from menu.facts import GroupFacts, ItemFacts, OptionFacts
from menu.hours import is_served
from menu.snapshot import MenuSnapshot
from menu.translations import pick
from orders.errors import LineFault
from orders.order_body import LineBody


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its price: (unit price + its options' prices) × quantity."""

    item: ItemFacts
    options: list[OptionFacts]
    quantity: int
    note: str
    line_total: int


def price_lines(
    snapshot: MenuSnapshot, lines: Sequence[LineBody], now: datetime
) -> tuple[list[PricedLine], list[LineFault]]:
    """Price what can be ordered and name what cannot. Stock is checked apart, under its lock."""
    priced: list[PricedLine] = []
    faults: list[LineFault] = []
    for index, line in enumerate(lines):
        item = snapshot.items.get(line.menu_item)
        line_faults = list(_faults(snapshot, index, line, item, now))
        faults += line_faults
        if item and not line_faults:
            priced.append(_priced(item, line))
    return priced, faults


def amounts(line: PricedLine) -> dict[str, Any]:
    """A line's amounts as they are now, for a guest who saw others."""
    return {
        "menu_item": line.item.id,
        "unit_price": line.item.price,
        "options": [{"id": option.id, "price": option.price} for option in line.options],
        "line_total": line.line_total,
    }


def sold_out_fault(index: int, item: ItemFacts, default_language: str) -> LineFault:
    """The item is sold out."""
    detail = _("%(name)s is sold out.") % {"name": _name(item, default_language)}
    return LineFault(index, "menu_item", "menu_item_sold_out", detail)


def stock_fault(index: int, item: ItemFacts, remaining: int, default_language: str) -> LineFault:
    """There is some left, but less than this."""
    detail = _("Only %(remaining)d of %(name)s left.") % {
        "remaining": remaining,
        "name": _name(item, default_language),
    }
    return LineFault(index, "menu_item", "insufficient_stock", detail)


def _faults(
    snapshot: MenuSnapshot, index: int, line: LineBody, item: ItemFacts | None, now: datetime
) -> Iterator[LineFault]:
    if item is None:
        yield LineFault(index, "menu_item", "menu_item_unavailable", _("This item is not on the menu."))
        return
    language = snapshot.store.default_language
    if not is_served(item.hours, now, time_zone=snapshot.store.time_zone):
        detail = _("%(name)s is not served at this hour.") % {"name": _name(item, language)}
        yield LineFault(index, "menu_item", "menu_item_unavailable", detail)
        return
    if item.is_sold_out:
        yield sold_out_fault(index, item, language)
        return
    for detail in _option_faults(item, line.options, language):
        yield LineFault(index, "options", "option_invalid", detail)


def _option_faults(item: ItemFacts, chosen: Sequence[uuid.UUID], language: str) -> Iterator[str]:
    times = Counter(chosen)
    offered = {option_id: option for group in item.groups for option_id, option in group.options.items()}
    if any(count > 1 for count in times.values()):
        yield _("An option can be chosen once.")
    for option_id in times:
        option = offered.get(option_id)
        if option is None:
            yield _("%(name)s does not have this option.") % {"name": _name(item, language)}
        elif option.is_sold_out:
            yield _("%(name)s is sold out.") % {"name": _name(option, language)}
    for group in item.groups:
        count = sum(1 for option_id in times if option_id in group.options)
        if not group.min_choices <= count <= group.max_choices:
            yield _("%(group)s: choose %(min)d to %(max)d.") % {
                "group": _name(group, language),
                "min": group.min_choices,
                "max": group.max_choices,
            }


def _priced(item: ItemFacts, line: LineBody) -> PricedLine:
    chosen = set(line.options)
    # In the menu's order, whatever the order of touching: equal choices give equal lines.
    options = [option for group in item.groups for option in group.options.values() if option.id in chosen]
    unit = item.price + sum(option.price for option in options)
    return PricedLine(item, options, line.quantity, line.note.strip(), unit * line.quantity)


def _name(thing: ItemFacts | OptionFacts | GroupFacts, default_language: str) -> str:
    return pick(thing.name, (get_language() or default_language)[:2], default_language)
