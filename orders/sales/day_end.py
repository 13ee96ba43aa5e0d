"""The day-end report: one business day, to print and keep."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.business_day import utc_now
from accounts.models import Store
from orders.models import OPEN_STATUSES, Order
from orders.sales.cards import Card, card_of
from orders.sales.figures import Totals
from orders.sales.hours import begins
from orders.sales.periods import DAY
from orders.sales.report import Report, sales_report
from orders.sales.summaries import today_of
from orders.sales.tables import TABLES
from tables.models import TableSession

ON_PAPER = ("categories", "hours", "items", "people", "tables", "cancellations")
KINDS = {kind for name in ON_PAPER for kind in TABLES[name].kinds}
ALL = 10_000  # rows


@dataclass(frozen=True, slots=True)
class DayEnd:
    """One business day. `open_tables` and `open_orders` are what is not finished of it, now."""

    store: Store
    day: date
    begins: datetime
    ends: datetime
    printed_at: datetime
    is_over: bool
    totals: Totals
    first: Order | None
    last: Order | None
    open_tables: list[str]
    open_orders: int
    cards: list[Card]

    @property
    def ordered(self) -> int:
        """Every order placed, the cancelled ones too."""
        return self.totals.orders + self.totals.cancelled_orders


def day_end(store: Store, day: date) -> DayEnd:
    """The day as it is now."""
    report = sales_report(store=store, first=day, last=day, kinds=KINDS)
    placed = Order.objects.filter(store=store, business_date=day)
    waiting = TableSession.objects.filter(store=store, closed_at=None, business_date=day).select_related("table")
    zone = report.zone
    return DayEnd(
        store=store,
        day=day,
        begins=begins(day, store).astimezone(zone),
        ends=begins(day + DAY, store).astimezone(zone),
        printed_at=utc_now().astimezone(zone),
        is_over=day < today_of(store),
        totals=report.totals,
        first=placed.order_by("number").first(),
        last=placed.order_by("number").last(),
        open_tables=[str(session.table) for session in waiting.order_by("table__number")],
        open_orders=placed.filter(status__in=OPEN_STATUSES).count(),
        cards=_cards(report, store),
    )


def _cards(report: Report, store: Store) -> list[Card]:
    tables = {name: TABLES[name].make(report) for name in ON_PAPER}
    tables["hours"].rows[:] = [row for row in tables["hours"].rows if row[1]]
    return [card_of(name, table, store, ALL) for name, table in tables.items()]
