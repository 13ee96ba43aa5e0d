"""One business day's sales, from its orders. Everything else is made of these.

Every kind of figure adds up to the day's total:
- an item has its lines' totals, options included;
- an option has its price times the quantity of its lines; what remains of the lines, the dishes themselves, is the
  figure without an option;
- a table has the orders of the sessions that are, or ended, there; a person the orders that they placed.
"""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Max, QuerySet, Sum

from accounts.models import Store
from menu.translations import Text, pick
from orders.models import FigureKind, Order, OrderLine, OrderStatus, OrderStep
from orders.sales.figures import ALL_KINDS, Facts, Figure, Totals
from orders.sales.hours import hour_of
from tables.models import TableSession

BY_GUESTS, BY_STAFF = "tablet", "staff"
THE_DISHES = ""
SECOND = timedelta(seconds=1)
OF_ORDERS = (
    *("pk", "status", "total", "created_at", "preparing_at", "completed_at", "cancel_reason"),
    *("session_id", "placed_by_tablet_id", "placed_by_user_id"),
)


@dataclass(slots=True)
class _Placed:
    """An order of the day."""

    id: uuid.UUID
    status: str
    total: int
    created_at: datetime
    preparing_at: datetime | None
    completed_at: datetime | None
    cancel_reason: str
    session_id: uuid.UUID
    tablet_id: uuid.UUID | None
    user_id: uuid.UUID | None


@dataclass(slots=True)
class _Party:
    """The session of some of them."""

    table_id: uuid.UUID
    guests: int | None
    opened_at: datetime
    closed_at: datetime | None


Parties = dict[uuid.UUID, _Party]


def facts_of_day(store: Store, day: date, kinds: Collection[FigureKind] = ALL_KINDS) -> Facts:
    """The day's numbers, now, and its figures of some kinds. Several statements: see `orders.board.one_moment`."""
    placed = _placed(store, day)
    sold, cancelled = _apart(placed)
    parties = _parties(sold)
    facts = Facts(_totals(sold, cancelled, parties))
    if placed:
        lines = _lines_sold(store, day)
        makers = {
            FigureKind.HOUR: lambda: _hours(sold, ZoneInfo(store.time_zone)),
            FigureKind.TABLE: lambda: _tables(sold, parties),
            FigureKind.PERSON: lambda: _people(sold),
            FigureKind.CANCELLED: lambda: _cancelled(cancelled),
            FigureKind.ITEM: lambda: _items(lines),
            FigureKind.OPTION: lambda: _options(lines),
        }
        facts.figures = [figure for kind in kinds for figure in makers[kind]()]
    return facts


def totals_of_day(store: Store, day: date, *, until: datetime) -> Totals:
    """The day's totals of the orders placed until a moment, as they are now."""
    sold, cancelled = _apart(_placed(store, day, created_at__lte=until))
    return _totals(sold, cancelled, _parties(sold))


def _placed(store: Store, day: date, **only: Any) -> list[_Placed]:
    orders = Order.objects.filter(store=store, business_date=day, **only).order_by()
    return [_Placed(*row) for row in orders.values_list(*OF_ORDERS)]


def _apart(placed: list[_Placed]) -> tuple[list[_Placed], list[_Placed]]:
    """What was sold, and what was cancelled."""
    sold = [order for order in placed if order.status != OrderStatus.CANCELLED]
    return sold, [order for order in placed if order.status == OrderStatus.CANCELLED]


def _parties(sold: list[_Placed]) -> Parties:
    """The sessions that ordered; by their ids, for a join would read all the sessions that there ever were."""
    ids = {order.session_id for order in sold}
    rows = TableSession.objects.filter(pk__in=ids).order_by() if ids else TableSession.objects.none()
    columns = rows.values_list("pk", "table_id", "guests", "opened_at", "closed_at")
    return {
        session_id: _Party(table_id, guests, opened_at, closed_at)
        for session_id, table_id, guests, opened_at, closed_at in columns
    }


def _totals(sold: list[_Placed], cancelled: list[_Placed], parties: Parties) -> Totals:
    counted = {session_id for session_id, party in parties.items() if party.guests is not None}
    stays = [party.closed_at - party.opened_at for party in parties.values() if party.closed_at]
    waits = [order.preparing_at - order.created_at for order in sold if order.preparing_at]
    made = [order for order in sold if order.completed_at]
    return Totals(
        orders=len(sold),
        total=sum(order.total for order in sold),
        cancelled_orders=len(cancelled),
        cancelled_total=sum(order.total for order in cancelled),
        sessions=len(parties),
        guests=sum(party.guests or 0 for party in parties.values()),
        guests_total=sum(order.total for order in sold if order.session_id in counted),
        finished_sessions=len(stays),
        seated_seconds=_seconds(stays),
        started_orders=len(waits),
        waiting_seconds=_seconds(waits),
        completed_orders=len(made),
        preparing_seconds=_seconds(
            order.completed_at - order.preparing_at for order in made if order.completed_at and order.preparing_at
        ),
    )


def _seconds(times: Iterable[timedelta]) -> int:
    """Their sum in whole seconds."""
    return sum(times, timedelta()) // SECOND


class _Sums(dict[Any, list[int]]):
    """Orders and what they come to, by whatever they are told apart by."""

    def __missing__(self, key: Any) -> list[int]:
        sums = self[key] = [0, 0]
        return sums

    def add(self, key: Any, order: _Placed) -> None:
        sums = self[key]
        sums[0] += 1
        sums[1] += order.total


def _hours(sold: list[_Placed], zone: ZoneInfo) -> Iterator[Figure]:
    sums = _Sums()
    for order in sold:
        sums.add(hour_of(order.created_at, zone), order)
    for hour, (count, total) in sums.items():
        yield Figure(FigureKind.HOUR, label=hour, orders=count, total=total)


def _tables(sold: list[_Placed], parties: Parties) -> Iterator[Figure]:
    sums = _Sums()
    for order in sold:
        sums.add(parties[order.session_id].table_id, order)
    for table, (count, total) in sums.items():
        yield Figure(FigureKind.TABLE, subject=table, orders=count, total=total)


def _people(sold: list[_Placed]) -> Iterator[Figure]:
    sums = _Sums()
    for order in sold:
        sums.add((order.user_id, BY_GUESTS if order.tablet_id else BY_STAFF), order)
    for (person, label), (count, total) in sums.items():
        yield Figure(FigureKind.PERSON, subject=person, label=label, orders=count, total=total)


def _cancelled(cancelled: list[_Placed]) -> Iterator[Figure]:
    """Who cancelled is in the order's last such step: one that was undone is not the last."""
    ids = [order.id for order in cancelled]
    steps = OrderStep.objects.filter(order__in=ids, to_status=OrderStatus.CANCELLED).order_by("id") if ids else ()
    people = {step.order_id: step.by_id for step in steps}
    sums = _Sums()
    for order in cancelled:
        sums.add((people.get(order.id), order.cancel_reason), order)
    for (person, reason), (count, total) in sums.items():
        yield Figure(FigureKind.CANCELLED, subject=person, label=reason, orders=count, total=total)


def _lines_sold(store: Store, day: date) -> QuerySet[OrderLine]:
    lines = OrderLine.objects.filter(order__store=store, order__business_date=day).order_by()
    return lines.exclude(order__status=OrderStatus.CANCELLED)


def _items(lines: QuerySet[OrderLine]) -> Iterator[Figure]:
    """An item renamed during the day has rows under each of its names: the last one's is the day's."""
    sums = {"count": Sum("quantity"), "sum": Sum("line_total"), "last": Max("order__number")}
    rows = sorted(lines.values_list("menu_item", "name").annotate(**sums), key=itemgetter(4))
    items: dict[uuid.UUID, tuple[Text, int, int]] = {}
    for item, name, quantity, total, _last in rows:
        _name, before, sum_before = items.get(item, (name, 0, 0))
        items[item] = name, before + quantity, sum_before + total
    for item, (name, quantity, total) in items.items():
        yield Figure(FigureKind.ITEM, subject=item, name=name, quantity=quantity, total=total)


def _options(lines: QuerySet[OrderLine]) -> Iterator[Figure]:
    dishes = dishes_total = 0
    options: dict[tuple[uuid.UUID | None, str], list[Any]] = defaultdict(lambda: [{}, 0, 0])
    rows = lines.values_list("options").annotate(count=Sum("quantity"), sum=Sum("line_total"))
    for chosen, quantity, total in rows:
        dishes += quantity
        dishes_total += total
        for option in chosen:
            sums = options[_option_key(option)]
            sums[0] = option["name"]
            sums[1] += quantity
            sums[2] += option["price"] * quantity
            dishes_total -= option["price"] * quantity
    if dishes:
        yield Figure(FigureKind.OPTION, label=THE_DISHES, quantity=dishes, total=dishes_total)
    for (option_id, label), (name, quantity, total) in options.items():
        yield Figure(FigureKind.OPTION, option_id, label, name, quantity=quantity, total=total)


def _option_key(option: dict[str, Any]) -> tuple[uuid.UUID | None, str]:
    """By its id; a line that does not say it, by the option's name."""
    return (uuid.UUID(option["id"]), "") if "id" in option else (None, pick(option["name"], "ko", "en"))
