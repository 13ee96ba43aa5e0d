"""A store's sales over a period of business days, all read at one moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from accounts.models import Store
from orders.board import one_moment
from orders.models import FigureKind, SalesSummary
from orders.sales.facts import facts_of_day
from orders.sales.figures import Share, Shares, Totals, add_figures
from orders.sales.summaries import (
    current_summaries,
    days_between,
    empty_shares,
    span_of,
    stored_figures,
    summarise_sales,
    totals_of,
)

LONGEST = 366  # days


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


def sales_report(*, store: Store, first: date, last: date) -> Report:
    """The store's sales between two business days (inclusive, `LONGEST` days at most)."""
    summarise_sales(store=store, first=first, last=last)
    with one_moment():
        return _read(store, first, last)


def _read(store: Store, first: date, last: date) -> Report:
    ordered = span_of(store)
    begins, ends = (max(first, ordered[0]), min(last, ordered[1])) if ordered else (first, first)
    summaries = {(row.first_day, row.last_day): row for row in current_summaries(store, first, last)}
    days = {day: Totals() for day in days_between(first, last)}
    shares, totals = empty_shares(), Totals()
    for day in days_between(begins, ends):
        if (day, day) in summaries:
            days[day] = totals_of(summaries[day, day])
        else:
            facts = facts_of_day(store, day)
            days[day] = facts.totals
            add_figures(shares, ((day, figure) for figure in facts.figures))
    add_figures(shares, stored_figures(row.pk for row in _fewest(summaries, begins, ends)))
    for numbers in days.values():
        totals.add(numbers)
    return Report(store, first, last, totals, days, shares)


def _fewest(summaries: dict[tuple[date, date], SalesSummary], begins: date, ends: date) -> Iterator[SalesSummary]:
    """Months where every day of theirs is added up, days for the rest."""
    left = {day for day in days_between(begins, ends) if (day, day) in summaries}
    for month, summary in summaries.items():
        days = set(days_between(max(month[0], begins), min(month[1], ends)))
        if month[0] < month[1] and days and days <= left:
            left -= days
            yield summary
    yield from (summaries[day, day] for day in left)
