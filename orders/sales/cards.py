"""What the sales page shows of a report: tiles and tables, ready to be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Store
from accounts.money import written
from orders.sales.charts import part
from orders.sales.figures import Totals
from orders.sales.report import Report
from orders.sales.tables import TABLES, Column, Kind, Table
from orders.sales.writing import NOTHING, as_read, lasting

MOST_ROWS = 12
CARDS = ("categories", "items", "weekdays", "options", "tables", "people", "cancellations")


@dataclass(frozen=True, slots=True)
class Change:
    """How much more or less than before, and whether that is good (`good`, `bad`, `muted`)."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One number."""

    label: str
    value: str
    note: str = ""
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class CardLine:
    """A row: its name with what is said of it, how long its bar is, and its values with what they are."""

    name: str
    note: str
    share: str
    values: list[tuple[str, str]]


@dataclass(slots=True)
class Card:
    """A table of which the page shows the first rows; `more` says what is left out."""

    name: str
    title: str
    heads: list[str]
    lines: list[CardLine] = field(default_factory=list)
    more: CardLine | None = None


def tiles(now: Totals, before: Totals, currency: str) -> Iterator[Tile]:
    """The numbers that a manager looks at first."""

    def money(value: int | None) -> str:
        return NOTHING if value is None else written(value, currency)

    def time(value: int | None) -> str:
        return NOTHING if value is None else lasting(value)

    yield Tile(_("Sales"), money(now.total), "", change(now.total, before.total))
    yield Tile(_("Orders"), f"{now.orders:,}", _("%(amount)s each") % {"amount": money(now.average_order)},
               change(now.orders, before.orders))  # fmt: skip
    parties = ngettext("%(count)s party", "%(count)s parties", now.sessions) % {"count": f"{now.sessions:,}"}
    yield Tile(_("Per party"), money(now.average_session), parties,
               change(now.average_session, before.average_session))  # fmt: skip
    guests = ngettext("%(count)s guest counted", "%(count)s guests counted", now.guests)
    yield Tile(_("Per guest"), money(now.average_guest), guests % {"count": f"{now.guests:,}"},
               change(now.average_guest, before.average_guest))  # fmt: skip
    yield Tile(_("Table turn"), time(now.turn_seconds), _("from first order or seating to finish"),
               change(now.turn_seconds, before.turn_seconds, more_is="muted"))  # fmt: skip
    waits = _("after %(time)s of waiting") % {"time": time(now.wait_seconds)}
    yield Tile(_("Preparing"), time(now.prepare_seconds), waits,
               change(now.prepare_seconds, before.prepare_seconds, more_is="bad"))  # fmt: skip
    orders = ngettext("%(count)s order", "%(count)s orders", now.cancelled_orders)
    yield Tile(_("Cancelled"), money(now.cancelled_total), orders % {"count": f"{now.cancelled_orders:,}"},
               change(now.cancelled_total, before.cancelled_total, more_is="bad"))  # fmt: skip


def change(now: int | None, before: int | None, more_is: str = "good") -> Change | None:
    """The change in per cent; nothing where there was nothing before."""
    if not before or now is None:
        return None
    per_cent = 100 * (now - before) / before
    if abs(per_cent) < 0.05:
        return Change("0%", "muted")
    less_is = {"good": "bad", "bad": "good"}.get(more_is, more_is)
    written_out = f"{abs(per_cent):.1f}%" if abs(per_cent) < 100 else f"{abs(per_cent):.0f}%"
    return Change(f"{'▲' if per_cent > 0 else '▼'} {written_out}", more_is if per_cent > 0 else less_is)


def cards(report: Report) -> Iterator[Card]:
    """The tables of the page."""
    for name in CARDS:
        if name != "weekdays" or len(report.days) > 1:
            yield card(name, report)


def card(name: str, report: Report, most: int = MOST_ROWS) -> Card:
    """A table's first rows with bars for their sales, and what the others come to."""
    return card_of(name, TABLES[name].make(report), report.store, most)


def card_of(name: str, table: Table, store: Store, most: int) -> Card:
    """The same of a table that is made already."""
    made = Card(name, str(TABLES[name].title), [table.columns[0].label, *(head.label for _at, head in _shown(table))])
    at = next((number for number, column in enumerate(table.columns) if column.kind is Kind.AMOUNT), 0)
    largest = max((row[at] for row in table.rows[table.apart :]), default=0)
    rest = table.rows[most:] if len(table.rows) > most + 1 else []
    for number, row in enumerate(table.named_rows(store, len(table.rows) - len(rest))):
        share = "" if number < table.apart else part(row[at], largest)
        made.lines.append(CardLine(str(row[0]), _note(table, row), share, _values(table, row, store)))
    if rest:
        made.more = _rest(table, rest, store)
    return made


def _rest(table: Table, rest: list[list[Any]], store: Store) -> CardLine:
    said = ngettext("%(count)s more", "%(count)s more", len(rest)) % {"count": f"{len(rest):,}"}
    sums = [
        sum(row[number] for row in rest) if column.kind is not Kind.TEXT and column.adds else None
        for number, column in enumerate(table.columns)
    ]
    return CardLine(said, "", "", _values(table, sums, store))


def _shown(table: Table) -> list[tuple[int, Column]]:
    """The columns after the name; another text stands below the name instead."""
    numbered = list(enumerate(table.columns))[1:]
    return [(at, column) for at, column in numbered if column.on_page and column.kind is not Kind.TEXT]


def _note(table: Table, row: list[Any]) -> str:
    return ", ".join(row[at] for at, column in enumerate(table.columns) if at and column.kind is Kind.TEXT)


def _values(table: Table, row: list[Any], store: Store) -> list[tuple[str, str]]:
    return [(column.kind.value, as_read(row[at], column, store)) for at, column in _shown(table)]
