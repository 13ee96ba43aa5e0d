"""Adding up finished days, and whole months of them, once.

Nobody writes orders of a day while it is added up (`_alone`); whoever writes one later makes the day outdated
(orders/sales/triggers.py). Where somebody is writing just now, the day is left for the next time.

Each day and month is a transaction of its own: what is done stays done, however the rest ends.
"""

import calendar
import hashlib
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction
from django.db.models import Max, Min, QuerySet

from accounts import sql
from accounts.business_day import business_date, utc_now
from accounts.models import Store
from orders.events import encode
from orders.models import Order, SalesFigure, SalesSubject, SalesSummary
from orders.sales.facts import facts_of_day
from orders.sales.figures import COLUMNS, Figure, Totals

AT_ONCE = 2000  # rows
DAY = timedelta(days=1)
FIGURES_OF_MONTH = """
INSERT INTO orders_salesfigure (summary_id, kind, subject_id, last_day, orders, quantity, total)
SELECT %s, kind, subject_id, MAX(last_day), SUM(orders), SUM(quantity), SUM(total)
FROM orders_salesfigure WHERE summary_id IN (
    SELECT id FROM orders_salessummary WHERE store_id = %s AND first_day = last_day AND first_day BETWEEN %s AND %s
) GROUP BY kind, subject_id
"""

Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Summed:
    """How many days were added up now, and how many finished ones are not added up yet."""

    days: int = 0
    left: int = 0


def summarise_sales(*, store: Store, first: date, last: date, seconds: float | None = None) -> Summed:
    """Add up what is finished and not yet added up of a period of business days, the newest first.

    With `seconds` nothing more is begun after so many: the rest is for the next time.
    """
    ordered = span_of(store)
    last = min(last, today_of(store) - DAY)
    if ordered is None or max(first, ordered[0]) > last:
        return Summed()
    begins = max(first, ordered[0])
    there = set(current_summaries(store, first, last).values_list("first_day", "last_day"))
    end = None if seconds is None else time.monotonic() + seconds
    missing = [day for day in days_between(begins, last) if (day, day) not in there]
    days = len(missing)
    months = [month for month in whole_months(first, last) if month not in there and month[1] >= begins]
    added = 0
    while missing and not _is_over(end):
        added += _add_up_day(store, missing.pop())
    while months and not missing and not _is_over(end):
        _add_up_month(store, months.pop(), begins)
    return Summed(added, days - added)


def summarise_all_sales(*, store: Store) -> Iterator[Summed]:
    """Add up all that is finished, month by month, the newest first."""
    ordered = span_of(store)
    first, last = (ordered[0].replace(day=1), ordered[1]) if ordered else (today_of(store),) * 2
    while first <= last:
        begins = last.replace(day=1)
        yield summarise_sales(store=store, first=begins, last=last_of_month(last))
        last = begins - DAY


def current_summaries(store: Store, first: date, last: date) -> QuerySet[SalesSummary]:
    """Summaries inside a period that are true."""
    return SalesSummary.objects.filter(
        store=store, first_day__gte=first, last_day__lte=last, is_current=True, time_zone=store.time_zone
    )


def span_of(store: Store) -> Period | None:
    """The days of the store's first and last orders."""
    span = Order.objects.filter(store=store).aggregate(first=Min("business_date"), last=Max("business_date"))
    return (span["first"], span["last"]) if span["first"] else None


def today_of(store: Store) -> date:
    """The business day that is not finished."""
    return business_date(utc_now(), time_zone=store.time_zone, day_start=store.business_day_start)


def days_between(first: date, last: date) -> list[date]:
    """Every day of a period."""
    return [first + number * DAY for number in range((last - first).days + 1)]


def whole_months(first: date, last: date) -> list[Period]:
    """First and last day of every calendar month that lies wholly in a period."""
    starts = [day for day in days_between(first, last) if day.day == 1]
    months = [(day, last_of_month(day)) for day in starts]
    return [month for month in months if month[1] <= last]


def last_of_month(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _is_over(end: float | None) -> bool:
    return end is not None and time.monotonic() > end


@transaction.atomic
def _add_up_day(store: Store, day: date) -> bool:
    if not _alone(store, [day]):
        return False
    facts = facts_of_day(store, day)
    summary = _kept(store, (day, day), facts.totals)
    _insert(summary, facts.figures)
    return True


@transaction.atomic
def _add_up_month(store: Store, month: Period, ordered_since: date) -> None:
    days = days_between(max(month[0], ordered_since), month[1])
    if not _alone(store, days):
        return
    of_days = [row for row in current_summaries(store, *month) if row.first_day == row.last_day]
    if len(of_days) < len(days):
        return
    totals = Totals()
    for row in of_days:
        totals.add(totals_of(row))
    summary = _kept(store, month, totals)
    with connection.cursor() as cursor:
        cursor.execute(FIGURES_OF_MONTH, [summary.pk, sql.uid(store.pk), *map(sql.day, month)])


def totals_of(summary: SalesSummary) -> Totals:
    """A summary's numbers."""
    return Totals(*(getattr(summary, name) for name in COLUMNS))


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


def _kept(store: Store, period: Period, totals: Totals) -> SalesSummary:
    """The period's summary, still without its figures."""
    columns = {name: getattr(totals, name) for name in COLUMNS}
    summary, is_new = SalesSummary.objects.update_or_create(
        store=store,
        first_day=period[0],
        last_day=period[1],
        defaults={"time_zone": store.time_zone, "is_current": True, **columns},
    )
    if not is_new:
        summary.figures.all().delete()
    return summary


def _insert(summary: SalesSummary, figures: list[Figure]) -> None:
    """Store a day's figures, which may be thousands: PostgreSQL copies them in faster than it inserts them."""
    rows = [
        (summary.pk, figure.kind.value, subject, summary.last_day, figure.orders, figure.quantity, figure.total)
        for subject, figure in _with_subjects(summary.store_id, figures)
    ]
    columns = ("summary_id", "kind", "subject_id", "last_day", "orders", "quantity", "total")
    if connection.vendor != "postgresql":
        made = (SalesFigure(**dict(zip(columns, row, strict=True))) for row in rows)
        SalesFigure.objects.bulk_create(made, batch_size=AT_ONCE)
        return
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY orders_salesfigure ({', '.join(columns)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _with_subjects(store_id: uuid.UUID, figures: list[Figure]) -> Iterator[tuple[int, Figure]]:
    """Each figure with the key of what it is of; new ones are added."""
    digests = [_digest(figure) for figure in figures]
    stored = SalesSubject.objects.filter(store=store_id)
    known = dict(stored.values_list("digest", "pk"))
    new = {digest: figure for digest, figure in zip(digests, figures, strict=True) if digest not in known}
    if new:
        # By digest: two days, added up at once, that bring the same ones must not wait for each other in a circle.
        made = (
            SalesSubject(
                store_id=store_id, kind=new[digest].kind, subject=new[digest].subject, label=new[digest].label,
                name=new[digest].name, digest=digest,
            )
            for digest in sorted(new)
        )  # fmt: skip
        SalesSubject.objects.bulk_create(made, batch_size=AT_ONCE, ignore_conflicts=True)
        known = dict(stored.values_list("digest", "pk"))
    return ((known[digest], figure) for digest, figure in zip(digests, figures, strict=True))


def _digest(figure: Figure) -> str:
    return hashlib.blake2b(encode(figure[: Figure._fields.index("orders")]), digest_size=16).hexdigest()
