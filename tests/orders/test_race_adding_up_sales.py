"""Somebody writes an order of a day while that day is added up: no report is left with the sales from before."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction

from menu.models import MenuItem
from orders.models import Order, OrderStatus, SalesSummary
from orders.sales import summaries
from orders.sales.report import sales_report
from orders.sales.summaries import Summed, summarise_sales, today_of
from tests.orders.racing import Collision, at_once
from tests.personas import StaffCaller, TabletCaller

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def order(tablet: TabletCaller, stew: MenuItem) -> Order:
    """9,000 won, ordered yesterday; another day before, so that the store's first day is not at stake."""
    for _ in range(2):
        tablet.order((stew, 1))
    first, second = Order.objects.order_by("id")
    yesterday = today_of(first.store) - timedelta(days=1)
    Order.objects.filter(pk=first.pk).update(business_date=yesterday - timedelta(days=1))
    Order.objects.filter(pk=second.pk).update(business_date=yesterday)
    second.refresh_from_db()
    return second


def placed_late(order: Order) -> None:
    """An order whose transaction began before the day was over."""
    Order.objects.create(
        store=order.store, table=order.table, session=order.session, business_date=order.business_date, number=90,
        total=700, idempotency_key="late", body_hash="late", created_at=order.created_at, status=OrderStatus.PENDING,
    )  # fmt: skip


def cancelled(staff: StaffCaller, order: Order) -> None:
    answer = staff.post(f"/staff/orders/{order.pk}/cancel", {"reason": "Sold out"})
    assert answer.status_code == 200


@pytest.fixture(params=["placed", "cancelled"])
def write(request: pytest.FixtureRequest, staff: StaffCaller, order: Order) -> Callable[[], None]:
    return partial(placed_late, order) if request.param == "placed" else partial(cancelled, staff, order)


def add_up(order: Order) -> Summed:
    return summarise_sales(store=order.store, first=order.business_date, last=order.business_date)


def stored(order: Order) -> list[int]:
    """What the day's summary says, if it is held to be true."""
    day = order.business_date
    return list(
        SalesSummary.objects.filter(first_day=day, last_day=day, is_current=True).values_list("total", flat=True)
    )


def reported(order: Order) -> int:
    return sales_report(store=order.store, first=order.business_date, last=order.business_date).totals.total


def counted(order: Order) -> int:
    sold = Order.objects.filter(business_date=order.business_date).exclude(status=OrderStatus.CANCELLED)
    return sum(sold.values_list("total", flat=True))


def test_the_write_waits_and_the_day_is_added_up_anew(
    monkeypatch: pytest.MonkeyPatch, order: Order, write: Callable[[], None]
) -> None:
    adding = Collision(monkeypatch, summaries, "_kept")
    assert adding.of(lambda: add_up(order), write) == (Summed(1, 0), None)
    assert stored(order) == []
    assert reported(order) == counted(order) != order.total


def test_without_the_days_lock_the_report_would_miss_it_for_ever(
    monkeypatch: pytest.MonkeyPatch, order: Order, write: Callable[[], None]
) -> None:
    monkeypatch.setattr(summaries, "_alone", lambda *_: True)
    adding = Collision(monkeypatch, summaries, "_kept")
    assert adding.of(lambda: add_up(order), write) == (Summed(1, 0), None)
    assert stored(order) == [order.total]
    assert reported(order) == order.total != counted(order)


def test_while_somebody_is_at_its_commit_the_day_is_left_and_read_from_its_orders(
    order: Order,
) -> None:
    """The writer holds the day's lock from its commit's triggers on; adding up does not wait for it."""
    with transaction.atomic():
        Order.objects.filter(pk=order.pk).update(total=1)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        assert at_once([lambda: add_up(order)]) == [Summed(0, 1)]
        assert at_once([lambda: reported(order)]) == [order.total]
    assert add_up(order) == Summed(1, 0)
    assert stored(order) == [1]


def test_two_that_add_up_the_same_days_do_each_once(order: Order) -> None:
    span = {"first": order.business_date - timedelta(days=1), "last": order.business_date}
    done = at_once([lambda: summarise_sales(store=order.store, **span)] * 4)
    assert sum(one.days for one in done) >= 2
    assert SalesSummary.objects.filter(is_current=True).count() == 2
    assert sales_report(store=order.store, **span).totals.orders == 2
