"""Adding up finished days, and whole months of them, once.

Nobody writes orders of a day while it is added up (`_alone`); whoever writes one later makes the day outdated
(orders/sales/triggers.py). Where somebody is writing just now, the day is left for the next time: reports add it up
themselves, as they do with today.
"""

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db import connection, transaction
from django.db.models import Max, Min, QuerySet, Sum

from accounts.business_day import business_date, utc_now
from accounts.models import Store
from orders.events import encode
from orders.models import FigureKind, Order, SalesFigure, SalesSummary
from orders.sales.facts import facts_of_day
from orders.sales.figures import COLUMNS, Facts, Figure, Shares, Totals, add_figures

AT_ONCE = 2000  # rows
DAY = timedelta(days=1)


def summarise_sales(*, store: Store, first: date, last: date) -> int:
    """Add up what is finished and not yet added up of a period of business days; return how many days that were."""
    ordered = span_of(store)
    last = min(last, today_of(store) - DAY)
    if ordered is None or max(first, ordered[0]) > last:
        return 0
    begins = max(first, ordered[0])
    there = set(current_summaries(store, begins, last).values_list("first_day", "last_day"))
    missing = [day for day in days_between(begins, last) if (day, day) not in there]
    added = sum(_add_up_day(store, day) for day in missing)
    for month in whole_months(first, last):
        if month not in there and month[1] >= begins:
            _add_up_month(store, month, begins)
    return added


def current_summaries(store: Store, first: date, last: date) -> QuerySet[SalesSummary]:
    """Summaries inside a period that are true."""
    return SalesSummary.objects.filter(
        store=store, first_day__gte=first, last_day__lte=last, is_current=True, time_zone=store.time_zone
    )


def stored_figures(summaries: Iterable[int]) -> Iterator[tuple[date, Figure]]:
    """The summaries' figures with the last day of each."""
    rows = SalesFigure.objects.filter(summary__in=list(summaries)).values_list("kind", "subject", "label", "name")
    sums = rows.annotate(
        n=Sum("orders"), amount=Sum("quantity"), sum=Sum("total"), day=Max("summary__last_day")
    ).order_by()
    return ((day, Figure(*figure)) for *figure, day in sums)


def span_of(store: Store) -> tuple[date, date] | None:
    """The days of the store's first and last orders."""
    span = Order.objects.filter(store=store).aggregate(first=Min("business_date"), last=Max("business_date"))
    return (span["first"], span["last"]) if span["first"] else None


def today_of(store: Store) -> date:
    """The business day that is not finished."""
    return business_date(utc_now(), time_zone=store.time_zone, day_start=store.business_day_start)


def days_between(first: date, last: date) -> list[date]:
    """Every day of a period."""
    return [first + number * DAY for number in range((last - first).days + 1)]


def whole_months(first: date, last: date) -> list[tuple[date, date]]:
    """First and last day of every calendar month that lies wholly in a period."""
    starts = [day for day in days_between(first, last) if day.day == 1]
    months = [(day, day.replace(day=calendar.monthrange(day.year, day.month)[1])) for day in starts]
    return [month for month in months if month[1] <= last]


@transaction.atomic
def _add_up_day(store: Store, day: date) -> bool:
    if not _alone(store, [day]):
        return False
    _keep(store, (day, day), facts_of_day(store, day))
    return True


@transaction.atomic
def _add_up_month(store: Store, month: tuple[date, date], begins: date) -> None:
    days = days_between(max(month[0], begins), month[1])
    if not days or not _alone(store, days):
        return
    summaries = {row.pk: row for row in current_summaries(store, *month) if row.first_day == row.last_day}
    if len(summaries) < len(days):
        return
    totals, shares = Totals(), empty_shares()
    for row in summaries.values():
        totals.add(totals_of(row))
    add_figures(shares, stored_figures(summaries))
    _keep(store, month, Facts(totals, list(_figures(shares))))


def empty_shares() -> Shares:
    """Nothing of any kind."""
    return {kind: {} for kind in FigureKind}


def totals_of(summary: SalesSummary) -> Totals:
    """A summary's numbers."""
    return Totals(*(getattr(summary, name) for name in COLUMNS))


def _figures(shares: Shares) -> Iterator[Figure]:
    for kind, among in shares.items():
        for share in among.values():
            yield Figure(kind, share.subject, share.label, share.name, share.orders, share.quantity, share.total)


def _alone(store: Store, days: list[date]) -> bool:
    """Keep writers of these days waiting at their commits until this transaction's end; False where one is at it.

    Never waits itself, so that nothing can wait in a circle. SQLite has one writer at a time anyway.
    """
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(pg_try_advisory_xact_lock(orders_sales_key(%s, day))) FROM unnest(%s::date[]) AS day",
            [store.pk, days],
        )
        row = cursor.fetchone()
    return bool(row and row[0])


def _keep(store: Store, period: tuple[date, date], facts: Facts) -> None:
    columns = {name: getattr(facts.totals, name) for name in COLUMNS}
    summary, is_new = SalesSummary.objects.update_or_create(
        store=store,
        first_day=period[0],
        last_day=period[1],
        defaults={"time_zone": store.time_zone, "is_current": True, **columns},
    )
    if not is_new:
        summary.figures.all().delete()
    _insert(summary, facts.figures)


def _insert(summary: SalesSummary, figures: list[Figure]) -> None:
    """Store thousands of rows: PostgreSQL copies them in several times as fast as it inserts them."""
    if connection.vendor != "postgresql":
        rows = (SalesFigure(summary=summary, **figure._asdict()) for figure in figures)
        SalesFigure.objects.bulk_create(rows, batch_size=AT_ONCE)
        return
    columns = ", ".join(("summary_id", *Figure._fields))
    with connection.cursor() as cursor, cursor.copy(f"COPY orders_salesfigure ({columns}) FROM STDIN") as copy:
        for kind, subject, label, name, *numbers in figures:
            copy.write_row((summary.pk, kind, subject, label, encode(name).decode(), *numbers))
