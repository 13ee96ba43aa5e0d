"""The numbers of a period, and how those of two periods add up."""

import uuid
from collections.abc import Collection
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


ALL_KINDS = tuple(FigureKind)


class Figure(NamedTuple):
    """A part of a day's total (orders/models/sales.py)."""

    kind: FigureKind
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
    """A figure of several periods. Its name is that of the newest: a text, or the stored subject that has it."""

    subject: uuid.UUID | None
    label: str
    name: Text | int
    named_on: date
    orders: int = 0
    quantity: int = 0
    total: int = 0

    def add(self, orders: int, quantity: int, total: int) -> None:
        """Take in more of the same."""
        self.orders += orders
        self.quantity += quantity
        self.total += total


class Shares(dict[FigureKind, dict[tuple[uuid.UUID | None, str], Share]]):
    """What figures come to together, by kind and by what they are of."""

    def __init__(self, kinds: Collection[FigureKind]) -> None:
        super().__init__((kind, {}) for kind in kinds)

    def of(self, kind: FigureKind, subject: uuid.UUID | None, label: str, name: Text | int, day: date) -> Share:
        """The share to add to; sold under this name until a day."""
        among = self[kind]
        share = among.get((subject, label))
        if share is None:
            share = among[subject, label] = Share(subject, label, name, day)
        elif day > share.named_on:
            share.name, share.named_on = name, day
        return share
