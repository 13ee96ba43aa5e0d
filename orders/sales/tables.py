"""A report's tables, the same ones on the page and as CSV."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Store
from orders.models import FigureKind
from orders.sales import breakdowns
from orders.sales.figures import Share, Totals, rounded
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


Names = Callable[[Sequence[Any], Store], list[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """Values in rows. `apart`: so many rows come before those that are compared.

    The first value of a row is its name, or with `names` what has one: of ten thousand dishes a page names a few.
    """

    columns: list[Column]
    rows: list[list[Any]]
    apart: int = 0
    names: Names | None = None
    named: int = 0

    def named_rows(self, store: Store, most: int | None = None) -> list[list[Any]]:
        """The first rows, or all, each under its name."""
        rows = self.rows[:most]
        if self.names is None:
            return rows
        at = self.named
        names = self.names([row[at] for row in rows], store)
        return [[*row[:at], name, *row[at + 1 :]] for row, name in zip(rows, names, strict=True)]


@dataclass(frozen=True, slots=True)
class Kept:
    """A table that the page and the files have: what it is called, what it needs of a report, and how it is made."""

    title: str | Promise
    kinds: tuple[FigureKind, ...]
    make: Callable[[Report], Table]


def days_table(report: Report) -> Table:
    """Per business day."""
    return course_table(_("Business day"), ((f"{day:%Y-%m-%d}", totals) for day, totals in report.days.items()))


def course_table(what: str, stretches: Iterable[tuple[str, Totals]]) -> Table:
    """Per stretch of a period: days, weeks or months."""
    seconds = [Column(label, Kind.SECONDS, adds=False) for label in (_("Table turn"), _("Wait"), _("Preparing"))]
    columns = [
        Column(what, Kind.TEXT),
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
    for name, of in stretches:
        sums = [of.orders, of.total, of.cancelled_orders, of.cancelled_total, of.sessions, of.guests]
        averages = [of.average_session, of.average_guest, of.turn_seconds, of.wait_seconds, of.prepare_seconds]
        rows.append([name, *sums, *averages])
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
    return _sold(_("Category"), breakdowns.by_category(report), breakdowns.category_names)


def items_table(report: Report) -> Table:
    """Per dish, options included."""
    return _sold(_("Menu item"), report.of(FigureKind.ITEM), breakdowns.sold_names)


def options_table(report: Report) -> Table:
    """The dishes themselves and each option's extra."""
    return _sold(_("Option"), breakdowns.options_sold(report), breakdowns.sold_names, apart=1)


def tables_table(report: Report) -> Table:
    """Per table where the guests were, or were last."""
    return _ordered(_("Table"), report.of(FigureKind.TABLE), breakdowns.table_names)


def people_table(report: Report) -> Table:
    """Guests on tablets, then each person who ordered for a table."""
    return _ordered(_("Ordered by"), report.of(FigureKind.PERSON), breakdowns.person_names)


def cancelled_table(report: Report) -> Table:
    """Per reason and person who cancelled."""
    columns = [Column(_("Reason"), Kind.TEXT), Column(_("Cancelled by"), Kind.TEXT)]
    sums = [Column(_("Orders"), Kind.COUNT), Column(_("Cancelled"), Kind.AMOUNT)]
    shares = sorted(report.of(FigureKind.CANCELLED), key=lambda share: (-share.orders, -share.total))
    rows = [[share.label, share, share.orders, share.total] for share in shares]
    return Table([*columns, *sums], rows, names=breakdowns.person_names, named=1)


# By the name that a table has in addresses; in the page's order.
TABLES: dict[str, Kept] = {
    "days": Kept(gettext_lazy("Business days"), (), days_table),
    "hours": Kept(gettext_lazy("Hours"), (FigureKind.HOUR,), hours_table),
    "weekdays": Kept(gettext_lazy("Weekdays"), (), weekdays_table),
    "categories": Kept(gettext_lazy("Categories"), (FigureKind.ITEM,), categories_table),
    "items": Kept(gettext_lazy("Dishes"), (FigureKind.ITEM,), items_table),
    "options": Kept(gettext_lazy("Options"), (FigureKind.OPTION,), options_table),
    "tables": Kept(gettext_lazy("Tables"), (FigureKind.TABLE,), tables_table),
    "people": Kept(gettext_lazy("Who ordered"), (FigureKind.PERSON,), people_table),
    "cancellations": Kept(gettext_lazy("Cancelled orders"), (FigureKind.CANCELLED,), cancelled_table),
}


def hour_name(hour: str) -> str:
    """An hour as people read it."""
    name = f"{hour.removesuffix(SECOND_TIME)}:00"
    return _("%(hour)s, again") % {"hour": name} if hour.endswith(SECOND_TIME) else name


def _orders_and_sales() -> list[Column]:
    return [Column(_("Orders"), Kind.COUNT), Column(_("Sales"), Kind.AMOUNT)]


def _sold(what: str, shares: Sequence[Any], names: Names, apart: int = 0) -> Table:
    columns = [Column(what, Kind.TEXT), Column(_("Sold"), Kind.COUNT), Column(_("Sales"), Kind.AMOUNT)]
    return Table(columns, [[share, share.quantity, share.total] for share in shares], apart, names)


def _ordered(what: str, shares: Sequence[Share], names: Names) -> Table:
    columns = [Column(what, Kind.TEXT), *_orders_and_sales()]
    return Table(columns, [[share, share.orders, share.total] for share in shares], names=names)
