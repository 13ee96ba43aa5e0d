"""Orders and their lines of a range of business days, as rows to write to a file.

Read in batches that follow each other by key, each in a statement of its own: whatever the range, no more than a batch
is in memory, no cursor or transaction is held open for a slow download, and it does not matter which of the server's
threads reads the next one.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.audit import name_of
from accounts.models import Store, User
from accounts.money import digits_of
from menu.translations import Text, pick
from orders.models import Order, OrderLine, OrderStatus

BATCH = 400  # orders
READ = (
    *("business_date", "number", "created_at", "status", "total", "note", "placed_by_tablet", "placed_by_user"),
    *("preparing_at", "completed_at", "cancelled_at", "cancel_reason", "session__table__number"),
)
Row = list[Any]


class Content(models.TextChoices):
    """What a row of the file is."""

    LINES = "lines", gettext_lazy("order lines")
    ORDERS = "orders", gettext_lazy("orders")


@dataclass(frozen=True, slots=True)
class Span:
    """Business days from `first` to `last`, both included."""

    first: date
    last: date


class OrderExport:
    """A file's headers and rows. Its words are those of the reader's language when it is made."""

    def __init__(self, store: Store, span: Span, content: Content) -> None:
        self._store, self._span, self._content = store, span, content
        self._zone = ZoneInfo(store.time_zone)
        self._statuses = {status.value: str(status.label) for status in OrderStatus}
        self._tablet, self._person = _("tablet"), _("staff")
        self._people: dict[uuid.UUID, str] = {}
        of_order = [_("Business day"), _("Order number"), _("Placed at"), _("Table"), _("Status")]
        of_line = [_("Item"), _("Options"), _("Quantity"), _("Unit price"), _("Line total"), _("Note")]
        of_whole = [_("Items"), _("Total"), _("Note"), _("Preparing since"), _("Completed at")]
        middle = of_line if content == Content.LINES else of_whole
        self.headers = [*of_order, *middle, _("Placed by"), _("Cancelled at"), _("Reason")]

    def rows(self) -> Iterator[Row]:
        """Every row, in the order of business days and order numbers."""
        write = self._line_rows if self._content == Content.LINES else self._order_rows
        for orders in batches(self._store.pk, self._span):
            self._learn_names(orders)
            yield from write(orders)

    def _line_rows(self, orders: list[Order]) -> Iterator[Row]:
        lines = _lines_of(orders)
        for order in orders:
            before, after = self._before(order), self._after(order)
            for line in lines.get(order.pk, ()):
                name = self._said(line.name)
                prices = [self._amount(line.unit_price), self._amount(line.line_total)]
                note = line.note or order.note
                yield [*before, name, self._options(line.options), line.quantity, *prices, note, *after]

    def _order_rows(self, orders: list[Order]) -> Iterator[Row]:
        lines = _lines_of(orders)
        for order in orders:
            items = sum(line.quantity for line in lines.get(order.pk, ()))
            times = [self._moment(order.preparing_at), self._moment(order.completed_at)]
            whole = [items, self._amount(order.total), order.note, *times]
            yield [*self._before(order), *whole, *self._after(order)]

    def _before(self, order: Order) -> Row:
        placed = self._moment(order.created_at)
        return [order.business_date, order.number, placed, order.session.table.number, self._statuses[order.status]]

    def _after(self, order: Order) -> Row:
        by = self._people.get(order.placed_by_user_id, self._person) if order.placed_by_user_id else self._person
        placed_by = self._tablet if order.placed_by_tablet_id else by
        return [placed_by, self._moment(order.cancelled_at), order.cancel_reason]

    def _moment(self, moment: datetime | None) -> datetime | None:
        """By the store's clock, without its zone: spreadsheets know none."""
        return moment.astimezone(self._zone).replace(tzinfo=None, microsecond=0) if moment else None

    def _amount(self, amount: int) -> int | Decimal:
        digits = digits_of(self._store.currency)
        return Decimal(amount).scaleb(-digits) if digits else amount

    def _options(self, options: list[dict[str, Any]]) -> str:
        return ", ".join(
            self._said(option["name"]) + (f" (+{self._amount(option['price'])})" if option["price"] else "")
            for option in options
        )

    def _said(self, text: Text) -> str:
        return pick(text, self._store.default_language, "ko", "en")

    def _learn_names(self, orders: list[Order]) -> None:
        strangers = {order.placed_by_user_id for order in orders if order.placed_by_user_id} - self._people.keys()
        if strangers:
            people = User.objects.only("username", "first_name", "last_name").filter(pk__in=strangers)
            self._people |= {person.pk: name_of(person) for person in people}


def batches(store_id: uuid.UUID, span: Span) -> Iterator[list[Order]]:
    """The store's orders, day by day along the index of order numbers."""
    of_store = Order.objects.filter(store=store_id).select_related("session__table").only(*READ)
    day: date | None = span.first
    while day:
        yield from _batches_of_day(of_store.filter(business_date=day))
        later = Order.objects.filter(store=store_id, business_date__gt=day, business_date__lte=span.last)
        day = later.order_by("business_date").values_list("business_date", flat=True).first()


def _batches_of_day(orders: QuerySet[Order]) -> Iterator[list[Order]]:
    number = 0
    while following := list(orders.filter(number__gt=number).order_by("number")[:BATCH]):
        yield following
        number = following[-1].number


def _lines_of(orders: list[Order]) -> dict[uuid.UUID, list[OrderLine]]:
    lines: dict[uuid.UUID, list[OrderLine]] = {}
    columns = ("order_id", "name", "options", "unit_price", "quantity", "line_total", "note")
    keys = [order.pk for order in orders]
    for line in OrderLine.objects.only(*columns).filter(order__in=keys).order_by("order", "position"):
        lines.setdefault(line.order_id, []).append(line)
    return lines
