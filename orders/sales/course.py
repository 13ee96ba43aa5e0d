"""A period's course, drawn: by day, week or month, and by hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.money import written
from orders.sales.charts import Chart, Point, columns
from orders.sales.figures import Totals
from orders.sales.report import Report
from orders.sales.tables import Table, course_table, hours_table
from orders.sales.writing import short

# From so many days on, a chart's columns are weeks, or months.
DAYS_UNTIL, WEEKS_UNTIL = 45, 200
LEAST_HOURS = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """One column: its word below the chart, its full name, and its numbers."""

    word: str
    said: str
    totals: Totals


def stretches(report: Report, days: Iterable[Totals]) -> list[Stretch]:
    """The columns that the report's days come under, with the numbers of some days: its own, or those before."""
    made = []
    pairs = zip(report.days, days, strict=True)
    for (word, said), group in groupby(pairs, lambda pair: _column_of(report, pair[0])):
        totals = Totals()
        for _day, of_day in group:
            totals.add(of_day)
        made.append(Stretch(word, said, totals))
    return made


def days_chart(report: Report, before: Report) -> Chart:
    """The period's course."""
    currency = report.store.currency
    pairs = zip(stretches(report, report.days.values()), stretches(report, before.days.values()), strict=True)
    points = [_point(now.word, now.said, now.totals.total, then.totals.total, currency) for now, then in pairs]
    title = _("Sales by day")
    if len(report.days) > DAYS_UNTIL:
        title = _("Sales by week") if len(report.days) <= WEEKS_UNTIL else _("Sales by month")
    return columns("days", title, _described(points, currency), points, lambda value: short(value, currency))


def days_numbers(report: Report) -> Table:
    """The chart's columns in numbers; the file has every day."""
    what = _("Business day")
    if len(report.days) > DAYS_UNTIL:
        what = _("Week") if len(report.days) <= WEEKS_UNTIL else _("Month")
    return course_table(what, ((one.said, one.totals) for one in stretches(report, report.days.values())))


def hours_chart(report: Report, before: Report) -> Chart:
    """When in the day it was sold, between the first and the last hour with orders, and over a shift at least."""
    currency = report.store.currency
    rows, earlier = hours_table(report).rows, {row[0]: row[2] for row in hours_table(before).rows}
    busy = [number for number, row in enumerate(rows) if row[2] or earlier.get(row[0])]
    shown = rows[_shift(busy, len(rows))] if busy else []
    points = [_point(row[0][:2], row[0], row[2], earlier.get(row[0], 0), currency) for row in shown]
    title = _("Sales by hour")
    return columns("hours", title, _described(points, currency), points, lambda value: short(value, currency))


def _shift(busy: list[int], hours: int) -> slice:
    """From the first busy hour to the last; longer where one order would be drawn as wide as a day."""
    end = min(max(busy[-1] + 1, busy[0] + LEAST_HOURS), hours)
    return slice(max(min(busy[0], end - LEAST_HOURS), 0), end)


def _column_of(report: Report, day: date) -> tuple[str, str]:
    """Under which column a day comes: its word below the chart, and its full name."""
    if len(report.days) <= DAYS_UNTIL:
        return f"{day.month}/{day.day}", f"{day:%Y-%m-%d} ({WEEKDAYS_ABBR[day.weekday()]})"
    if len(report.days) <= WEEKS_UNTIL:
        begins = day - timedelta(days=(day - report.first).days % 7)
        return f"{begins.month}/{begins.day}", _("week from %(day)s") % {"day": f"{begins:%Y-%m-%d}"}
    return date_format(day, "M"), f"{day:%Y-%m}"


def _point(word: str, said: str, now: int, before: int, currency: str) -> Point:
    amounts = {"name": said, "now": written(now, currency), "before": written(before, currency)}
    return Point(word, now, before, _("%(name)s: %(now)s (before: %(before)s)") % amounts)


def _described(points: list[Point], currency: str) -> str:
    best = max(points, key=lambda point: point.value, default=None)
    if best is None or not best.value:
        return _("Nothing was sold.")
    return _("Most: %(said)s.") % {"said": best.said}
