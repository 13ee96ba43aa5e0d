"""The numbers of a period, and how those of two periods add up."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import NamedTuple

from menu.translations import Text
from orders.models import FigureKind


@dataclass(slots=True)
class Totals:
    """Amounts in the currency's minor unit. Cancelled orders are in `cancelled_…` and in nothing else.

    `sessions` are those that ordered in the period; `guests` and `guests_total` are of those whose number of guests is
    known; seconds are sums over as many as the field before them says.
    """

    orders: int = 0
    total: int = 0
    cancelled_orders: int = 0
    cancelled_total: int = 0
    sessions: int = 0
    guests: int = 0
    guests_total: int = 0
    finished_sessions: int = 0
    seated_seconds: int = 0
    started_orders: int = 0
    waiting_seconds: int = 0
    completed_orders: int = 0
    preparing_seconds: int = 0

    def add(self, other: "Totals") -> None:
        """Take in another period's."""
        for name in COLUMNS:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def average_order(self) -> int | None:
        """What an order comes to."""
        return rounded(self.total, self.orders)

    @property
    def average_session(self) -> int | None:
        """What a party at a table leaves."""
        return rounded(self.total, self.sessions)

    @property
    def average_guest(self) -> int | None:
        """What a guest leaves, where the number of guests is known."""
        return rounded(self.guests_total, self.guests)

    @property
    def turn_seconds(self) -> int | None:
        """How long a party keeps its table."""
        return rounded(self.seated_seconds, self.finished_sessions)

    @property
    def wait_seconds(self) -> int | None:
        """How long an order waits until somebody begins with it."""
        return rounded(self.waiting_seconds, self.started_orders)

    @property
    def prepare_seconds(self) -> int | None:
        """How long making an order takes, once begun."""
        return rounded(self.preparing_seconds, self.completed_orders)


COLUMNS = tuple(entry.name for entry in fields(Totals))


def rounded(amount: int, count: int) -> int | None:
    """The average as an integer, halves up; None of nothing."""
    return (2 * amount + count) // (2 * count) if count else None


class Figure(NamedTuple):
    """A part of a total (orders/models/sales.py)."""

    kind: str
    subject: uuid.UUID | None = None
    label: str = ""
    name: Text = {}
    orders: int = 0
    quantity: int = 0
    total: int = 0


@dataclass(slots=True)
class Facts:
    """A period's numbers."""

    totals: Totals
    figures: list[Figure] = field(default_factory=list)


@dataclass(slots=True)
class Share:
    """A figure of several periods. Its name is that of the newest."""

    subject: uuid.UUID | None
    label: str
    name: Text
    named_on: date
    orders: int = 0
    quantity: int = 0
    total: int = 0


Shares = dict[FigureKind, dict[tuple[uuid.UUID | None, str], Share]]


def add_figures(shares: Shares, figures: Iterable[tuple[date, Figure]]) -> None:
    """Add figures, each of a period that ended on a day, to what there is."""
    for day, figure in figures:
        among = shares[FigureKind(figure.kind)]
        key = (figure.subject, figure.label)
        share = among.get(key)
        if share is None:
            share = among[key] = Share(figure.subject, figure.label, figure.name, day)
        elif day > share.named_on:
            share.name, share.named_on = figure.name, day
        share.orders += figure.orders
        share.quantity += figure.quantity
        share.total += figure.total
