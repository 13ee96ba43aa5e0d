"""A report's tables, the same ones on the page and as CSV."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from orders.sales import breakdowns
from orders.sales.breakdowns import Row
from orders.sales.figures import rounded
from orders.sales.hours import SECOND_TIME
from orders.sales.report import Report


class Kind(Enum):
    """How a column's values are written."""

    TEXT = "text"
    COUNT = "count"
    AMOUNT = "amount"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. Those that `adds` can be summed; some are for files only."""

    label: str
    kind: Kind
    adds: bool = True
    on_page: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Values in rows, the first of each its name. `apart`: so many rows come before those that are compared."""

    columns: list[Column]
    rows: list[list[Any]]
    apart: int = 0


def days_table(report: Report) -> Table:
    """Per business day."""
    seconds = [Column(label, Kind.SECONDS, adds=False) for label in (_("Table turn"), _("Wait"), _("Preparing"))]
    columns = [
        Column(_("Business day"), Kind.TEXT),
        *_orders_and_sales(),
        Column(_("Cancelled orders"), Kind.COUNT),
        Column(_("Cancelled"), Kind.AMOUNT),
        Column(_("Parties"), Kind.COUNT),
        Column(_("Guests"), Kind.COUNT),
        Column(_("Per party"), Kind.AMOUNT, adds=False),
        Column(_("Per guest"), Kind.AMOUNT, adds=False),
        *seconds,
    ]
    rows = []
    for day, of in report.days.items():
        sums = [of.orders, of.total, of.cancelled_orders, of.cancelled_total, of.sessions, of.guests]
        averages = [of.average_session, of.average_guest, of.turn_seconds, of.wait_seconds, of.prepare_seconds]
        rows.append([f"{day:%Y-%m-%d}", *sums, *averages])
    return Table(columns, rows)


def hours_table(report: Report) -> Table:
    """Per hour of the store's clock."""
    rows = [
        [hour_name(hour), share.orders if share else 0, share.total if share else 0]
        for hour, share in breakdowns.by_hour(report)
    ]
    return Table([Column(_("Hour"), Kind.TEXT), *_orders_and_sales()], rows)


def weekdays_table(report: Report) -> Table:
    """Per weekday, with the average of one such day."""
    columns = [
        Column(_("Weekday"), Kind.TEXT),
        Column(_("Days"), Kind.COUNT, on_page=False),
        Column(_("Orders"), Kind.COUNT, on_page=False),
        Column(_("Per day"), Kind.AMOUNT, adds=False),
        Column(_("Sales"), Kind.AMOUNT),
    ]
    rows = [
        [str(WEEKDAYS[weekday]), days, totals.orders, rounded(totals.total, days), totals.total]
        for weekday, totals, days in breakdowns.weekday_rows(report)
    ]
    return Table(columns, rows)


def categories_table(report: Report) -> Table:
    """Per category of today's menu."""
    return _sold(_("Category"), breakdowns.category_rows(report))


def items_table(report: Report) -> Table:
    """Per dish."""
    return _sold(_("Menu item"), breakdowns.item_rows(report))


def options_table(report: Report) -> Table:
    """The dishes themselves and each option's extra."""
    table = _sold(_("Option"), breakdowns.option_rows(report))
    return Table(table.columns, table.rows, apart=1)


def tables_table(report: Report) -> Table:
    """Per table."""
    return _ordered(_("Table"), breakdowns.table_rows(report))


def people_table(report: Report) -> Table:
    """Per person who ordered."""
    return _ordered(_("Ordered by"), breakdowns.person_rows(report))


def cancelled_table(report: Report) -> Table:
    """Per reason and person who cancelled."""
    columns = [Column(_("Reason"), Kind.TEXT), Column(_("Cancelled by"), Kind.TEXT)]
    sums = [Column(_("Orders"), Kind.COUNT), Column(_("Cancelled"), Kind.AMOUNT)]
    rows = [[reason, row.name, row.orders, row.total] for reason, row in breakdowns.cancelled_rows(report)]
    return Table([*columns, *sums], rows)


# By the name that a table has in addresses; in the page's order.
TABLES: dict[str, tuple[Any, Callable[[Report], Table]]] = {
    "days": (gettext_lazy("Business days"), days_table),
    "hours": (gettext_lazy("Hours"), hours_table),
    "weekdays": (gettext_lazy("Weekdays"), weekdays_table),
    "categories": (gettext_lazy("Categories"), categories_table),
    "items": (gettext_lazy("Dishes"), items_table),
    "options": (gettext_lazy("Options"), options_table),
    "tables": (gettext_lazy("Tables"), tables_table),
    "people": (gettext_lazy("Who ordered"), people_table),
    "cancellations": (gettext_lazy("Cancelled orders"), cancelled_table),
}


def hour_name(hour: str) -> str:
    """An hour as people read it."""
    name = f"{hour.removesuffix(SECOND_TIME)}:00"
    return _("%(hour)s, again") % {"hour": name} if hour.endswith(SECOND_TIME) else name


def _orders_and_sales() -> list[Column]:
    return [Column(_("Orders"), Kind.COUNT), Column(_("Sales"), Kind.AMOUNT)]


def _sold(what: str, rows: Sequence[Row]) -> Table:
    columns = [Column(what, Kind.TEXT), Column(_("Sold"), Kind.COUNT), Column(_("Sales"), Kind.AMOUNT)]
    return Table(columns, [[row.name, row.quantity, row.total] for row in rows])


def _ordered(what: str, rows: Sequence[Row]) -> Table:
    columns = [Column(what, Kind.TEXT), *_orders_and_sales()]
    return Table(columns, [[row.name, row.orders, row.total] for row in rows])
