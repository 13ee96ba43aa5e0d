"""`GET /staff/sales`."""

from datetime import timedelta
from typing import Any

import pytest

from menu.models import MenuItem
from orders.models import Order
from tests.factories import ask
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def today(manager: StaffCaller, tablet: TabletCaller, stew: MenuItem, beer: MenuItem) -> str:
    """Two orders of 18,000 and 21,500 won, and a cancelled one."""
    size = ask(beer, price=500, max_choices=2)
    tablet.order((stew, 2))
    tablet.order((stew, 1), (beer, 2, size[:1]), (beer, 0 + 1, []))
    dropped = tablet.order((beer, 3)).json()
    manager.post(f"/staff/orders/{dropped['id']}/cancel", {"reason": "Sold out"})
    return str(dropped["business_date"])


def sales(caller: Any, **period: Any) -> Any:
    return caller.get("/staff/sales?" + "&".join(f"{name}={value}" for name, value in period.items()))


def test_it_has_totals_and_every_breakdown(manager: StaffCaller, today: str, stew: MenuItem, beer: MenuItem) -> None:
    answer = sales(manager, **{"from": today, "to": today})
    assert faults(answer, "GET", "/staff/sales") == []
    body = answer.json()
    assert (body["totals"]["orders"], body["totals"]["total"]) == (2, 43_000)
    assert (body["totals"]["sessions"], body["totals"]["average_session"]) == (1, 43_000)
    assert body["totals"]["average_order"] == 21_500
    assert body["cancelled"] == {"orders": 1, "total": 15_000}
    assert [(row["menu_item"], row["quantity"], row["total"]) for row in body["per_item"]] == [
        (str(stew.pk), 3, 27_000),
        (str(beer.pk), 3, 16_000),
    ]
    assert body["per_item"][0]["name"] == {"ko": "김치찌개", "en": "Kimchi stew"}
    assert [(row["category"], row["total"]) for row in body["per_category"]] == [(str(stew.category_id), 43_000)]
    assert [(row["business_date"], row["total"], row["cancelled_total"]) for row in body["per_day"]] == [
        (today, 43_000, 15_000)
    ]
    assert sum(row["total"] for row in body["per_hour"]) == 43_000
    assert len(body["per_hour"]) == 24


def test_without_dates_it_is_today(manager: StaffCaller, today: str) -> None:
    body = sales(manager).json()
    assert (body["from"], body["to"], body["totals"]["orders"]) == (today, today, 2)


def test_dishes_no_longer_on_the_menu_come_together(manager: StaffCaller, today: str, stew: MenuItem) -> None:
    stew.delete()
    body = sales(manager).json()
    assert [(row["name"], row["total"]) for row in body["per_category"]] == [
        ({"ko": "찌개", "en": "Stews"}, 16_000),
        (None, 27_000),
    ]
    assert body["per_item"][0]["name"]["en"] == "Kimchi stew"


def test_the_answer_goes_by_the_business_day(manager: StaffCaller, today: str) -> None:
    order = Order.objects.order_by("id")[0]
    Order.objects.filter(pk=order.pk).update(business_date=order.business_date - timedelta(days=1))
    body = sales(manager, **{"from": order.business_date - timedelta(days=1), "to": today}).json()
    assert [row["total"] for row in body["per_day"]] == [18_000, 25_000]
    assert sales(manager).json()["totals"]["total"] == 25_000


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [("2026-02-09", "2026-02-08", "min_value"), ("2025-01-01", "2026-01-02", "max_value"), ("gestern", "", "invalid")],
)
def test_a_period_that_cannot_be_is_refused(manager: StaffCaller, first: str, last: str, code: str) -> None:
    refused = sales(manager, **{"from": first}, **({"to": last} if last else {}))
    assert (refused.status_code, codes(refused)) == (400, [code])
    assert attrs(refused) == ["to" if last else "from"]


def test_a_year_is_not_too_long(manager: StaffCaller, owner: StaffCaller) -> None:
    for caller in (manager, owner):
        answer = sales(caller, **{"from": "2024-01-01", "to": "2024-12-31"})
        assert len(answer.json()["per_day"]) == 366


def test_it_is_for_managers(staff: StaffCaller, tablet: TabletCaller, nobody: Any) -> None:
    assert [sales(caller).status_code for caller in (staff, tablet, nobody)] == [403, 403, 401]


def test_another_store_sees_nothing_of_it(outsider: StaffCaller, today: str) -> None:
    body = sales(outsider).json()
    assert body["totals"]["orders"] == body["cancelled"]["orders"] == 0
    assert (body["per_item"], body["per_category"]) == ([], [])
