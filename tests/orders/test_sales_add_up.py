"""Sales on random evenings: every breakdown adds up to the total, and summaries say what the orders say."""

from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any

import pytest

from accounts.models import Store
from orders.models import FigureKind, Order, OrderStatus, SalesSummary
from orders.sales.figures import Totals
from orders.sales.report import Report, sales_report
from tests.orders.evenings import Clock, Evenings

# Deferred triggers fire at commits.
pytestmark = pytest.mark.django_db(transaction=True)

FIRST, LAST = date(2026, 2, 26), date(2026, 3, 12)
TOTALS = {FigureKind.HOUR, FigureKind.ITEM, FigureKind.OPTION, FigureKind.TABLE, FigureKind.PERSON}


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime(2026, 2, 26, 8, tzinfo=UTC))


@pytest.fixture(params=["Asia/Seoul", "America/New_York"])
def store(request: pytest.FixtureRequest, store: Store) -> Store:
    """In New York the clocks go forward on 8 March 2026."""
    Store.objects.filter(pk=store.pk).update(time_zone=request.param)
    store.refresh_from_db()
    return store


def plain(report: Report) -> tuple[Any, ...]:
    """What a report says, to compare."""
    shares = {
        kind: {(share.subject, share.label): (share.orders, share.quantity, share.total) for share in report.of(kind)}
        for kind in FigureKind
    }
    names = {share.subject: share.name for share in report.of(FigureKind.ITEM)}
    return report.totals, report.days, shares, names


def counted(store: Store, first: date, last: date) -> dict[date, tuple[int, int, int, int]]:
    """Orders, total, cancelled orders and their total per day, counted one by one."""
    days: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for order in Order.objects.filter(store=store, business_date__range=(first, last)):
        at = 2 if order.status == OrderStatus.CANCELLED else 0
        days[order.business_date][at] += 1
        days[order.business_date][at + 1] += order.total
    return {day: (row[0], row[1], row[2], row[3]) for day, row in days.items()}


def assert_adds_up(report: Report) -> None:
    for kind in TOTALS:
        assert sum(share.total for share in report.of(kind)) == report.totals.total, kind
    for kind in (FigureKind.HOUR, FigureKind.TABLE, FigureKind.PERSON):
        assert sum(share.orders for share in report.of(kind)) == report.totals.orders, kind
    cancelled = report.of(FigureKind.CANCELLED)
    assert sum(share.total for share in cancelled) == report.totals.cancelled_total
    assert sum(share.orders for share in cancelled) == report.totals.cancelled_orders
    total = Totals()
    for day in report.days.values():
        total.add(day)
    assert total == report.totals


def assert_true(store: Store) -> None:
    """The report, from what is added up, is that of the orders counted one by one, and that of no summaries."""
    report = sales_report(store=store, first=FIRST, last=LAST)
    assert_adds_up(report)
    days = {
        day: (row.orders, row.total, row.cancelled_orders, row.cancelled_total)
        for day, row in report.days.items()
        if row.orders or row.cancelled_orders
    }
    assert days == counted(store, FIRST, LAST)
    SalesSummary.objects.all().delete()
    assert plain(sales_report(store=store, first=FIRST, last=LAST)) == plain(report)


@pytest.mark.parametrize("seed", range(3))
def test_random_evenings(store: Store, clock: Clock, seed: int) -> None:
    evenings = Evenings(store, clock, seed)
    with clock.worn():
        for _ in range(14):
            evenings.go_on(25)
            clock.pass_on(hours=evenings.random.choice([3, 20]))
            sales_report(store=store, first=FIRST, last=LAST)
        assert_true(store)
        assert Order.objects.filter(business_date__gt=FIRST).exists()
        assert SalesSummary.objects.filter(is_current=True).count() > 3
