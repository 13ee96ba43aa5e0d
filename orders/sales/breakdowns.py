"""A report's shares under the names that people know them by. Each list adds up to the report's total."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Store, User
from menu.models import Category, MenuItem
from menu.translations import Text, pick
from orders.models import FigureKind
from orders.sales.facts import BY_GUESTS, THE_DISHES
from orders.sales.figures import Share, Totals
from orders.sales.hours import SECOND_TIME, hours_of_clock, hours_of_day
from orders.sales.report import Report, names_of
from tables.models import Table

WEEK = 7


@dataclass(frozen=True, slots=True)
class CategoryShare:
    """What a category of today's menu sold; without one, what dishes sold that are no longer on the menu."""

    category: uuid.UUID | None
    name: Text | None
    quantity: int
    total: int


def by_category(report: Report) -> list[CategoryShare]:
    """By the category in which each dish is today: an order line does not keep it."""
    categories = {category.pk: category for category in Category.objects.filter(store=report.store)}
    of_item = dict(MenuItem.objects.filter(store=report.store).order_by().values_list("pk", "category_id"))
    sums: dict[uuid.UUID | None, list[int]] = defaultdict(lambda: [0, 0])
    for share in report.shares[FigureKind.ITEM].values():
        of_category = sums[of_item.get(share.subject) if share.subject else None]
        of_category[0] += share.quantity
        of_category[1] += share.total
    shares = [
        CategoryShare(category, categories[category].name if category else None, quantity, total)
        for category, (quantity, total) in sums.items()
    ]
    return sorted(shares, key=lambda share: (share.category is None, -share.total))


def by_hour(report: Report) -> list[tuple[str, Share | None]]:
    """A single day's hours as its clock goes through them; else the clock's 24, in which both passes are one."""
    there = {share.label: share for share in report.of(FigureKind.HOUR)}
    if report.first != report.last:
        for label in [label for label in there if label.endswith(SECOND_TIME)]:
            _put_together(there, label)
        hours = hours_of_clock(report.store.business_day_start)
    else:
        hours = hours_of_day(report.first, report.store)
    # Orders outside the day's hours: the store's zone or its day's beginning was another one then.
    return [(hour, there.get(hour)) for hour in [*hours, *sorted(set(there) - set(hours))]]


def _put_together(there: dict[str, Share], label: str) -> None:
    again, hour = there.pop(label), label.removesuffix(SECOND_TIME)
    first = there.get(hour) or Share(None, hour, {}, again.named_on)
    there[hour] = Share(None, hour, {}, first.named_on, first.orders + again.orders, 0, first.total + again.total)


def options_sold(report: Report) -> list[Share]:
    """The dishes themselves, then what each option added."""
    shares = report.of(FigureKind.OPTION)
    return sorted(shares, key=lambda share: not is_the_dishes(share))


def is_the_dishes(share: Share) -> bool:
    """Whether it is what lines come to without their options."""
    return share.label == THE_DISHES and share.subject is None


def weekday_rows(report: Report) -> list[tuple[int, Totals, int]]:
    """Monday (0) to Sunday: the weekday, what all of them sold, and how many there were."""
    sums = [(Totals(), [0]) for _ in range(WEEK)]
    for day, totals in report.days.items():
        sums[day.weekday()][0].add(totals)
        sums[day.weekday()][1][0] += 1
    return [(weekday, totals, count[0]) for weekday, (totals, count) in enumerate(sums) if count[0]]


def category_names(shares: Sequence[CategoryShare], store: Store) -> list[str]:
    """What categories are called."""
    gone = _("No longer on the menu")
    return [said(share.name, store) if share.name else gone for share in shares]


def sold_names(shares: Sequence[Share], store: Store) -> list[str]:
    """What items and options were called when they were last sold in the period."""
    dishes = _("Dishes without options")
    names = zip(shares, names_of(shares), strict=True)
    return [dishes if is_the_dishes(share) else said(name, store) for share, name in names]


def table_names(shares: Sequence[Share], store: Store) -> list[str]:
    """What tables are called."""
    tables = Table.objects.filter(store=store).in_bulk()
    return [str(tables.get(share.subject, _("Table"))) for share in shares]


def person_names(shares: Sequence[Share], store: Store) -> list[str]:
    """Guests on tablets, or who it was."""
    people = User.objects.in_bulk({share.subject for share in shares if share.subject})
    known = {person_id: person.get_full_name() or person.username for person_id, person in people.items()}
    gone = _("Somebody whose account is gone")
    guests = _("Guests, on tablets")
    return [guests if share.label == BY_GUESTS else known.get(share.subject, gone) for share in shares]


def said(name: Text, store: Store) -> str:
    """A name in the reader's language."""
    return pick(name, (get_language() or store.default_language)[:2], store.default_language)
