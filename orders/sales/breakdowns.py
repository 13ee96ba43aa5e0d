"""A report's shares under the names that people know them by. Each list adds up to the report's total."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Store, User
from menu.models import Category, MenuItem
from menu.translations import Text, pick
from orders.models import FigureKind
from orders.sales.facts import BY_GUESTS, THE_DISHES
from orders.sales.figures import Share, Totals
from orders.sales.hours import SECOND_TIME, hours_of_clock, hours_of_day
from orders.sales.report import Report
from tables.models import Table

WEEK = 7


@dataclass(slots=True)
class Row:
    """One line of a breakdown; `days` is how many there were of a weekday."""

    name: str
    orders: int = 0
    quantity: int = 0
    total: int = 0
    days: int = 0

    def add(self, orders: int, quantity: int, total: int) -> None:
        """Take in more of the same."""
        self.orders += orders
        self.quantity += quantity
        self.total += total


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
    of_item = dict(MenuItem.objects.filter(store=report.store).values_list("pk", "category_id"))
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
    start, zone = report.store.business_day_start, report.zone
    if report.first != report.last:
        for label in [label for label in there if label.endswith(SECOND_TIME)]:
            _put_together(there, label)
        hours = hours_of_clock(start)
    else:
        hours = hours_of_day(report.first, start, zone)
    # Orders outside the day's hours: the store's zone or its day's beginning was another one then.
    return [(hour, there.get(hour)) for hour in [*hours, *sorted(set(there) - set(hours))]]


def _put_together(there: dict[str, Share], label: str) -> None:
    again, hour = there.pop(label), label.removesuffix(SECOND_TIME)
    first = there.get(hour) or Share(None, hour, {}, again.named_on)
    there[hour] = Share(None, hour, {}, first.named_on, first.orders + again.orders, 0, first.total + again.total)


def item_rows(report: Report) -> list[Row]:
    """By dish, options included, under its name when it was last sold in the period."""
    return [Row(said(share.name, report.store), quantity=share.quantity, total=share.total)
            for share in report.of(FigureKind.ITEM)]  # fmt: skip


def category_rows(report: Report) -> list[Row]:
    """By category."""
    gone = _("No longer on the menu")
    return [
        Row(said(share.name, report.store) if share.name else gone, quantity=share.quantity, total=share.total)
        for share in by_category(report)
    ]


def option_rows(report: Report) -> list[Row]:
    """The dishes themselves, then what each option added."""
    rows: list[Row] = []
    for share in report.of(FigureKind.OPTION):
        if share.label == THE_DISHES and share.subject is None:
            rows.insert(0, Row(_("Dishes without options"), quantity=share.quantity, total=share.total))
        else:
            rows.append(Row(said(share.name, report.store), quantity=share.quantity, total=share.total))
    return rows


def table_rows(report: Report) -> list[Row]:
    """By the table where the guests were, or were last."""
    tables = Table.objects.filter(store=report.store).in_bulk()
    shares = report.of(FigureKind.TABLE)
    return [Row(str(tables.get(share.subject, _("Table"))), share.orders, 0, share.total) for share in shares]


def person_rows(report: Report) -> list[Row]:
    """Guests on tablets, then each person who ordered for a table."""
    names = _names(report, FigureKind.PERSON)
    return [
        Row(_("Guests, on tablets") if share.label == BY_GUESTS else names[share.subject], share.orders, 0, share.total)
        for share in report.of(FigureKind.PERSON)
    ]


def cancelled_rows(report: Report) -> list[tuple[str, Row]]:
    """By reason and by whom: the reason, and the person's row."""
    names = _names(report, FigureKind.CANCELLED)
    shares = sorted(report.of(FigureKind.CANCELLED), key=lambda share: (-share.orders, -share.total))
    return [(share.label, Row(names[share.subject], share.orders, 0, share.total)) for share in shares]


def weekday_rows(report: Report) -> list[tuple[int, Totals, int]]:
    """Monday (0) to Sunday: the weekday, what all of them sold, and how many there were."""
    sums = [(Totals(), [0]) for _ in range(WEEK)]
    for day, totals in report.days.items():
        sums[day.weekday()][0].add(totals)
        sums[day.weekday()][1][0] += 1
    return [(weekday, totals, count[0]) for weekday, (totals, count) in enumerate(sums) if count[0]]


def said(name: Text, store: Store) -> str:
    """A name in the reader's language."""
    return pick(name, (get_language() or store.default_language)[:2], store.default_language)


def same_days_before(first: date, last: date) -> tuple[date, date]:
    """The period as many whole weeks earlier as it takes to be past: the same weekdays."""
    weeks = -(-((last - first).days + 1) // WEEK)
    return first - timedelta(weeks=weeks), last - timedelta(weeks=weeks)


def _names(report: Report, kind: FigureKind) -> dict[uuid.UUID | None, str]:
    ids = {share.subject for share in report.of(kind) if share.subject}
    people = User.objects.in_bulk(list(ids))
    gone = _("Somebody whose account is gone")
    known = {person_id: person.get_full_name() or person.username for person_id, person in people.items()}
    return defaultdict(lambda: gone, known)
