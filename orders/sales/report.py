"""A store's sales over periods of business days, all read at one moment."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Max, Sum

from accounts.models import Store
from menu.translations import Text
from orders.board import one_moment
from orders.errors import SalesNotReady
from orders.models import FigureKind, SalesFigure, SalesSubject, SalesSummary
from orders.sales.facts import facts_of_day
from orders.sales.figures import ALL_KINDS, Share, Shares, Totals
from orders.sales.summaries import Period, current_summaries, days_between, span_of, summarise_sales, totals_of

LONGEST = 366  # days
# A request adds up days for so long, and reads so many that are not added up, today among them, from their orders.
SECONDS = 1.0
MOST_LIVE = 3


class Asked(NamedTuple):
    """What is asked: from when to when, and which kinds of figures."""

    first: date
    last: date
    kinds: Collection[FigureKind] = ALL_KINDS


@dataclass(frozen=True, slots=True)
class Report:
    """What was sold from `first` to `last`. Every kind of shares adds up to the totals, and so do the days."""

    store: Store
    first: date
    last: date
    totals: Totals
    days: dict[date, Totals]
    shares: Shares

    @property
    def zone(self) -> ZoneInfo:
        """The store's clock."""
        return ZoneInfo(self.store.time_zone)

    def of(self, kind: FigureKind) -> list[Share]:
        """The shares of a kind, the largest first."""
        return sorted(self.shares[kind].values(), key=lambda share: (-share.total, -share.quantity, share.label))


def sales_report(*, store: Store, first: date, last: date, kinds: Collection[FigureKind] = ALL_KINDS) -> Report:
    """The store's sales between two business days (inclusive, `LONGEST` days at most); raise SalesNotReady."""
    return sales_reports(store=store, asked=[Asked(first, last, kinds)])[0]


def sales_reports(*, store: Store, asked: Sequence[Asked]) -> list[Report]:
    """Several at once. Days that are finished are added up first, as many as a request has time for."""
    first, last = min(one.first for one in asked), max(one.last for one in asked)
    summarise_sales(store=store, first=first, last=last, seconds=SECONDS)
    with one_moment():
        ordered = span_of(store)
        summaries = {(row.first_day, row.last_day): row for row in current_summaries(store, first, last)}
        plans = [_Plan(one, ordered, summaries) for one in asked]
        _refuse_unless_ready(plans)
        return [plan.read(store) for plan in plans]


def names_of(shares: Sequence[Share]) -> list[Text]:
    """The names of a report's shares, in one statement. Only those that are shown need theirs."""
    stored = SalesSubject.objects.filter(pk__in={share.name for share in shares if isinstance(share.name, int)})
    names = dict(stored.values_list("pk", "name"))
    return [names[share.name] if isinstance(share.name, int) else share.name for share in shares]


class _Plan:
    """Which summaries make up a period, and which days must be read from their orders."""

    def __init__(self, asked: Asked, ordered: Period | None, summaries: dict[Period, SalesSummary]) -> None:
        self.asked = asked
        begins, ends = (max(asked.first, ordered[0]), min(asked.last, ordered[1])) if ordered else (asked.first,) * 2
        days = days_between(begins, ends) if ordered else []
        self.of_days = {day: summaries[day, day] for day in days if (day, day) in summaries}
        self.live = [day for day in days if day not in self.of_days]
        self.fewest = list(_fewest(summaries, self.of_days, begins, ends))

    def read(self, store: Store) -> Report:
        days = {day: Totals() for day in days_between(self.asked.first, self.asked.last)}
        days |= {day: totals_of(summary) for day, summary in self.of_days.items()}
        shares = Shares(self.asked.kinds)
        self._add_stored(store, shares)
        for day in self.live:
            facts = facts_of_day(store, day, self.asked.kinds)
            days[day] = facts.totals
            for figure in facts.figures:
                share = shares.of(figure.kind, figure.subject, figure.label, figure.name, day)
                share.add(figure.orders, figure.quantity, figure.total)
        totals = Totals()
        for numbers in days.values():
            totals.add(numbers)
        return Report(store, self.asked.first, self.asked.last, totals, days, shares)

    def _add_stored(self, store: Store, shares: Shares) -> None:
        kinds = {kind.value: kind for kind in self.asked.kinds}
        if not kinds or not self.fewest:
            return
        rows = SalesFigure.objects.filter(summary__in=[summary.pk for summary in self.fewest], kind__in=kinds)
        sums = rows.values_list("subject").annotate(
            n=Sum("orders"), amount=Sum("quantity"), sum=Sum("total"), day=Max("last_day")
        )
        subjects = SalesSubject.objects.filter(store=store, kind__in=kinds)
        columns = subjects.values_list("pk", "kind", "subject", "label")
        known = {key: (kind, subject, label) for key, kind, subject, label in columns}
        for key, orders, quantity, total, day in sums.order_by():
            kind, subject, label = known[key]
            shares.of(kinds[kind], subject, label, key, day).add(orders, quantity, total)


def _fewest(
    summaries: dict[Period, SalesSummary], of_days: dict[date, SalesSummary], begins: date, ends: date
) -> Iterator[SalesSummary]:
    """Months where every day of theirs is added up, days for the rest."""
    left = set(of_days)
    for month, summary in summaries.items():
        days = set(days_between(max(month[0], begins), min(month[1], ends)))
        if month[0] < month[1] and days and days <= left:
            left -= days
            yield summary
    yield from (of_days[day] for day in left)


def _refuse_unless_ready(plans: list[_Plan]) -> None:
    missing = {day for plan in plans for day in plan.live}
    if len(missing) > MOST_LIVE:
        days = {day for plan in plans for day in (*plan.live, *plan.of_days)}
        raise SalesNotReady(ready=len(days - missing), days=len(days))
