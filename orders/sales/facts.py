"""One business day's sales, from its orders. Everything else is made of these.

Every kind of figure adds up to the day's total:
- an item has its lines' totals, options included;
- an option has its price times the quantity of its lines; what remains of the lines, the dishes themselves, is the
  figure without an option;
- a table has the orders of the sessions that are, or ended, there; a person the orders that they placed.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery, Sum

from accounts.models import Store
from menu.translations import Text, pick
from orders.models import FigureKind, Order, OrderLine, OrderStatus, OrderStep
from orders.sales.figures import Facts, Figure, Totals
from orders.sales.hours import QuarterHour, hour_of_quarter
from tables.models import TableSession

SOLD = ~Q(status=OrderStatus.CANCELLED)
CANCELLED = Q(status=OrderStatus.CANCELLED)
BY_GUESTS, BY_STAFF = "tablet", "staff"
THE_DISHES = ""


def facts_of_day(store: Store, day: date) -> Facts:
    """The day's numbers, now. Reads only; several statements: see `orders.board.one_moment`."""
    orders = _orders(store, day)
    totals = Totals(**_sums(orders), **_sessions(orders.filter(SOLD)))
    if not totals.orders and not totals.cancelled_orders:
        return Facts(totals)
    return Facts(totals, [*_of_orders(orders.filter(SOLD), store), *_of_lines(store, day), *_cancelled(orders)])


def totals_of_day(store: Store, day: date, *, until: datetime) -> Totals:
    """The day's totals of the orders placed until a moment, as they are now."""
    orders = _orders(store, day).filter(created_at__lte=until)
    return Totals(**_sums(orders), **_sessions(orders.filter(SOLD)))


def _orders(store: Store, day: date) -> QuerySet[Order]:
    return Order.objects.filter(store=store, business_date=day).order_by()


def _sums(orders: QuerySet[Order]) -> dict[str, int]:
    sums = orders.aggregate(
        sum_orders=Count("pk", filter=SOLD),
        sum_total=Sum("total", filter=SOLD, default=0),
        sum_cancelled_orders=Count("pk", filter=CANCELLED),
        sum_cancelled_total=Sum("total", filter=CANCELLED, default=0),
        sum_guests_total=Sum("total", filter=SOLD & Q(session__guests__isnull=False), default=0),
        sum_started_orders=Count("preparing_at", filter=SOLD),
        sum_waiting_seconds=Sum(F("preparing_at") - F("created_at"), filter=SOLD),
        sum_completed_orders=Count("completed_at", filter=SOLD),
        sum_preparing_seconds=Sum(F("completed_at") - F("preparing_at"), filter=SOLD),
    )
    return {name.removeprefix("sum_"): _whole(value) for name, value in sums.items()}


def _sessions(sold: QuerySet[Order]) -> dict[str, int]:
    sums = TableSession.objects.filter(pk__in=sold.values("session")).aggregate(
        sum_sessions=Count("pk"),
        sum_guests=Sum("guests"),
        sum_finished_sessions=Count("closed_at"),
        sum_seated_seconds=Sum(F("closed_at") - F("opened_at")),
    )
    return {name.removeprefix("sum_"): _whole(value) for name, value in sums.items()}


def _whole(value: Any) -> int:
    """A sum as it is stored: durations in whole seconds, nothing as zero."""
    return value // timedelta(seconds=1) if isinstance(value, timedelta) else value or 0


def _of_orders(sold: QuerySet[Order], store: Store) -> Iterator[Figure]:
    parts = {"count": Count("pk"), "sum": Sum("total")}
    zone = ZoneInfo(store.time_zone)
    hours: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for quarter, count, total in sold.values_list(QuarterHour("created_at")).annotate(**parts):
        hour = hour_of_quarter(quarter, zone)
        hours[hour] = hours[hour][0] + count, hours[hour][1] + total
    for hour, (count, total) in hours.items():
        yield Figure(FigureKind.HOUR, label=hour, orders=count, total=total)
    for table, count, total in sold.values_list("session__table").annotate(**parts):
        yield Figure(FigureKind.TABLE, subject=table, orders=count, total=total)
    by_tablet = Q(placed_by_tablet__isnull=False)
    yield from _people(sold.filter(by_tablet).values_list("placed_by_user").annotate(**parts), BY_GUESTS)
    yield from _people(sold.exclude(by_tablet).values_list("placed_by_user").annotate(**parts), BY_STAFF)


def _people(rows: QuerySet[Any, Any], label: str) -> Iterator[Figure]:
    for person, count, total in rows:
        yield Figure(FigureKind.PERSON, subject=person, label=label, orders=count, total=total)


def _of_lines(store: Store, day: date) -> Iterator[Figure]:
    lines = OrderLine.objects.filter(order__store=store, order__business_date=day).order_by()
    sold = lines.exclude(order__status=OrderStatus.CANCELLED)
    parts = {"count": Sum("quantity"), "sum": Sum("line_total")}
    yield from _items(sold.values_list("menu_item", "name").annotate(**parts, last=Max("order__created_at")))
    yield from _options(sold.values_list("options").annotate(**parts))


def _items(rows: QuerySet[Any, Any]) -> Iterator[Figure]:
    """An item renamed during the day has rows under each of its names: the last one's is the day's."""
    items: dict[uuid.UUID, tuple[Text, int, int]] = {}
    for item, name, quantity, total, _last in sorted(rows, key=itemgetter(4)):
        _name, before, sum_before = items.get(item, (name, 0, 0))
        items[item] = name, before + quantity, sum_before + total
    for item, (name, quantity, total) in items.items():
        yield Figure(FigureKind.ITEM, subject=item, name=name, quantity=quantity, total=total)


def _options(rows: QuerySet[Any, Any]) -> Iterator[Figure]:
    dishes = dishes_total = 0
    options: dict[tuple[uuid.UUID | None, str], tuple[Text, int, int]] = {}
    for chosen, quantity, total in rows:
        dishes += quantity
        dishes_total += total
        for option in chosen:
            key = _option_key(option)
            _name, count, amount = options.get(key, ({}, 0, 0))
            options[key] = option["name"], count + quantity, amount + option["price"] * quantity
            dishes_total -= option["price"] * quantity
    if dishes:
        yield Figure(FigureKind.OPTION, label=THE_DISHES, quantity=dishes, total=dishes_total)
    for (option_id, label), (name, quantity, total) in options.items():
        yield Figure(FigureKind.OPTION, option_id, label, name, quantity=quantity, total=total)


def _option_key(option: dict[str, Any]) -> tuple[uuid.UUID | None, str]:
    """By its id; a line that does not say it, by the option's name."""
    return (uuid.UUID(option["id"]), "") if "id" in option else (None, pick(option["name"], "ko", "en"))


def _cancelled(orders: QuerySet[Order]) -> Iterator[Figure]:
    """Who cancelled is in the order's last such step: one that was undone is not the last."""
    steps = OrderStep.objects.filter(order=OuterRef("pk"), to_status=OrderStatus.CANCELLED).order_by("-id")
    rows = orders.filter(CANCELLED).annotate(by=Subquery(steps.values("by")[:1]))
    for by, reason, count, total in rows.values_list("by", "cancel_reason").annotate(
        count=Count("pk"), sum=Sum("total")
    ):
        yield Figure(FigureKind.CANCELLED, subject=by, label=reason, orders=count, total=total)
