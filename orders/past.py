"""Past evenings made up, to try the reports with. Written straight into the ledger: the services know today only."""

import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from accounts.business_day import business_date, utc_now
from accounts.ids import new_id
from accounts.models import Store, User
from menu.models import MenuItem, Option, OptionGroup
from orders.models import Order, OrderLine, OrderStatus, OrderStep
from tables.models import Table, TableSession

# How many parties come at each hour of a weekday, and how much fuller Friday to Sunday are.
ARRIVALS = {11: 2, 12: 6, 13: 4, 17: 3, 18: 7, 19: 6, 20: 3, 21: 1}
BUSY = {4: 1.4, 5: 1.6, 6: 1.3}
REASONS = ("고객 요청", "재료 소진", "주문 실수")


@dataclass(slots=True)
class _Evening:
    """What one store's day leaves behind."""

    sessions: list[TableSession]
    orders: list[Order]
    lines: list[OrderLine]
    steps: list[OrderStep]


@transaction.atomic
def make_up_past(*, store: Store, days: int, seed: int = 7) -> int:
    """Give a store that never took an order so many days of sales before today; return how many orders."""
    if Order.objects.filter(store=store).exists():
        return 0
    today = business_date(utc_now(), time_zone=store.time_zone, day_start=store.business_day_start)
    author = _Author(store, random.Random(seed))  # noqa: S311 # a story, not a secret
    return sum(_store(author.evening(today - timedelta(days=ago))) for ago in range(days, 0, -1))


def _store(evening: _Evening) -> int:
    TableSession.objects.bulk_create(evening.sessions, 500)
    Order.objects.bulk_create(evening.orders, 200)
    OrderLine.objects.bulk_create(evening.lines, 200)
    OrderStep.objects.bulk_create(evening.steps, 500)
    return len(evening.orders)


def _id_at(moment: datetime) -> uuid.UUID:
    """An id as it would have been then: lists go by it."""
    milliseconds = int(moment.timestamp() * 1000)
    return uuid.UUID(int=milliseconds << 80 | new_id().int & ((1 << 80) - 1))


class _Author:
    """Makes up who came, what they had and who served it."""

    def __init__(self, store: Store, chance: random.Random) -> None:
        self.store, self.chance = store, chance
        self.tables = list(Table.objects.filter(store=store))
        self.people = list(User.objects.filter(memberships__store=store))
        items = MenuItem.objects.filter(store=store).prefetch_related("group_links__option_group__options")
        self.items = list(items)
        # Some dishes sell better than others, the same ones every day.
        self.likes = [chance.paretovariate(1.2) for _item in self.items]

    def evening(self, day: date) -> _Evening:
        """One business day, its orders numbered in the order of time."""
        made = _Evening([], [], [], [])
        free_at: dict[uuid.UUID, datetime] = {}
        for arrival in self._arrivals(day):
            free = [table for table in self.tables if free_at.get(table.id, arrival) <= arrival]
            if free:
                session = self._party(made, self.chance.choice(free), day, arrival)
                free_at[session.table_id] = session.closed_at or arrival
        made.orders.sort(key=lambda order: order.created_at)
        for number, order in enumerate(made.orders, 1):
            order.number = number
        return made

    def _arrivals(self, day: date) -> Iterator[datetime]:
        for hour, parties in ARRIVALS.items():
            many = round(parties * BUSY.get(day.weekday(), 1) * self.chance.uniform(0.7, 1.2))
            for minute in sorted(self.chance.sample(range(60), min(many, 60))):
                yield datetime.combine(day, time(hour, minute), ZoneInfo(self.store.time_zone))

    def _party(self, made: _Evening, table: Table, day: date, arrival: datetime) -> TableSession:
        guests = self.chance.choice((1, 2, 2, 2, 3, 4, 4, 6))
        leaving = arrival + timedelta(minutes=self.chance.randint(35, 95))
        session = TableSession(
            id=_id_at(arrival), store=self.store, table=table, business_date=day, guests=guests, opened_at=arrival,
            opened_by=self.chance.choice(self.people), closed_at=leaving,
            closed_by=self.chance.choice(self.people),
        )  # fmt: skip
        made.sessions.append(session)
        for course in range(self.chance.choice((1, 2, 2, 3))):
            placed = arrival + timedelta(minutes=4 + course * 12, seconds=self.chance.randint(0, 59))
            self._order(made, session, placed, guests if course == 0 else 1)
        return session

    def _order(self, made: _Evening, session: TableSession, placed: datetime, dishes: int) -> None:
        order = Order(
            id=_id_at(placed), store=self.store, table=session.table, session=session, number=1,
            business_date=session.business_date, created_at=placed, idempotency_key=uuid.uuid4().hex, body_hash="",
            placed_by_user=self.chance.choice(self.people),
        )  # fmt: skip
        chosen = self.chance.choices(self.items, self.likes, k=max(1, dishes))
        lines = [self._line(order, position, item) for position, item in enumerate(dict.fromkeys(chosen))]
        order.total = sum(line.line_total for line in lines)
        made.orders.append(order)
        made.lines += lines
        made.steps += self._steps(order, placed)

    def _line(self, order: Order, position: int, item: MenuItem) -> OrderLine:
        options = [option for link in item.group_links.all() for option in self._answers(link.option_group)]
        quantity = self.chance.choice((1, 1, 1, 2))
        price = item.price + sum(option.price for option in options)
        return OrderLine(
            id=_id_at(order.created_at), store=self.store, order=order, position=position, menu_item=item,
            name=item.name, unit_price=item.price, quantity=quantity, line_total=price * quantity,
            options=[{"id": str(option.id), "name": option.name, "price": option.price} for option in options],
        )  # fmt: skip

    def _answers(self, group: OptionGroup) -> list[Option]:
        options = list(group.options.all())
        many = min(len(options), max(group.min_choices, self.chance.choice((0, 0, 1))))
        return self.chance.sample(options, many)

    def _steps(self, order: Order, placed: datetime) -> Iterator[OrderStep]:
        by, started = self.chance.choice(self.people), placed + timedelta(seconds=self.chance.randint(30, 240))
        if self.chance.random() < 0.03:
            order.cancelled_at, order.cancel_reason = started, self.chance.choice(REASONS)
            yield _step_to(OrderStatus.CANCELLED, order, started, by)
            return
        order.preparing_at, order.completed_at = started, started + timedelta(seconds=self.chance.randint(240, 1200))
        yield _step_to(OrderStatus.PREPARING, order, started, by)
        yield _step_to(OrderStatus.COMPLETED, order, order.completed_at, by)


def _step_to(status: OrderStatus, order: Order, at: datetime, by: User) -> OrderStep:
    step = OrderStep(
        id=_id_at(at), order=order, from_status=order.status, to_status=status, at=at, by=by, reason=order.cancel_reason
    )
    order.status = status
    return step
