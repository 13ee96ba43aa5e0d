"""Order numbers: per store and business day, from 1."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Store
from menu.models import MenuItem
from orders.models import Order
from tests.factories import CategoryFactory, MenuItemFactory
from tests.orders.clock import zone_where_it_is_noon
from tests.personas import TabletCaller

pytestmark = pytest.mark.django_db

EARLIEST, LATEST = "Etc/GMT+12", "Pacific/Kiritimati"  # more than a day apart


def placed(tablet: TabletCaller, stew: MenuItem) -> tuple[str, int]:
    order = tablet.order((stew, 1)).json()
    return order["business_date"], order["number"]


def move(store: Store, **to: Any) -> None:
    Store.objects.filter(pk=store.pk).update(**to)


def test_numbers_start_at_one_and_rise_over_all_tables(
    tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    numbers = [caller.order((stew, 1)).json()["number"] for caller in (tablet, other_tablet, tablet, other_tablet)]
    assert numbers == [1, 2, 3, 4]


def test_a_refused_order_takes_no_number(tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1))
    tablet.order((stew, 1), expected_total=1)
    assert tablet.order((stew, 1)).json()["number"] == 2


def test_each_store_has_its_own(tablet: TabletCaller, outside_tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1))
    foreign = MenuItemFactory(category=CategoryFactory(store=outside_tablet.store))
    assert outside_tablet.order((foreign, 1)).json()["number"] == 1


def test_the_days_first_hour_starts_a_new_business_day(tablet: TabletCaller, stew: MenuItem) -> None:
    zone = zone_where_it_is_noon()
    # Before the day's first hour it is still yesterday.
    move(tablet.store, time_zone=zone, business_day_start=time(20))
    yesterday, first = placed(tablet, stew)
    assert (placed(tablet, stew), first) == ((yesterday, 2), 1)
    move(tablet.store, business_day_start=time(5))
    today, first = placed(tablet, stew)
    assert first == 1
    days = Order.objects.order_by("business_date").values_list("business_date", flat=True).distinct()
    assert days[1] - days[0] == timedelta(days=1)
    assert (str(days[0]), str(days[1])) == (yesterday, today)
    assert placed(tablet, stew) == (today, 2)


def test_a_time_zone_that_is_mended_goes_on_after_the_days_highest(tablet: TabletCaller, stew: MenuItem) -> None:
    move(tablet.store, time_zone=LATEST)
    late = [placed(tablet, stew) for _ in range(3)]
    move(tablet.store, time_zone=EARLIEST)
    early = [placed(tablet, stew) for _ in range(2)]
    move(tablet.store, time_zone=LATEST)
    late.append(placed(tablet, stew))
    move(tablet.store, time_zone=EARLIEST)
    early.append(placed(tablet, stew))
    assert [number for _, number in late] == [1, 2, 3, 4]
    assert [number for _, number in early] == [1, 2, 3]
    assert late[0][0] > early[0][0]


def test_the_business_day_is_stamped_and_never_computed_again(tablet: TabletCaller, stew: MenuItem) -> None:
    move(tablet.store, time_zone=LATEST)
    order = tablet.order((stew, 1)).json()
    move(tablet.store, time_zone=EARLIEST)
    assert tablet.get(f"/orders/{order['id']}").json()["business_date"] == order["business_date"]


def test_the_database_refuses_the_same_number_twice(tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1))
    tablet.order((stew, 1))
    with pytest.raises(IntegrityError, match=r"order_number_unique_in_day|orders_order\.number"), transaction.atomic():
        Order.objects.update(number=1)
