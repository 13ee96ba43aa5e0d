"""The store's orders, newest first, in pages."""

import base64
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from menu.models import MenuItem
from orders.models import Order
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def next_page(staff: StaffCaller, page: dict[str, Any]) -> dict[str, Any]:
    address = urlsplit(page["next"])
    found: dict[str, Any] = staff.get(f"{address.path.removeprefix('/api/v1')}?{address.query}").json()
    return found


def place(tablet: TabletCaller, item: MenuItem, count: int) -> list[str]:
    return [tablet.order((item, 1)).json()["id"] for _ in range(count)]


def encoded(cursor: str) -> str:
    return quote(base64.b64encode(cursor.encode()).decode())


def ids(page: dict[str, Any]) -> list[str]:
    return [order["id"] for order in page["results"]]


def test_pages_are_whole_and_without_repeats_while_orders_arrive(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    placed = place(tablet, stew, 120)
    answer = staff.get("/staff/orders")
    assert faults(answer, "GET", "/staff/orders") == []
    page = answer.json()
    assert page["previous"] is None
    seen = ids(page)
    while page["next"]:
        place(tablet, stew, 3)
        page = next_page(staff, page)
        seen += ids(page)
    assert seen == placed[::-1]
    assert page["previous"]


def test_each_filter_leaves_the_others_out(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    first, second = place(tablet, stew, 2)
    (third,) = place(other_tablet, stew, 1)
    staff.patch(f"/staff/orders/{second}", {"status": "preparing"})
    Order.objects.filter(pk=third).update(business_date="2020-02-29")
    for query, found in {
        "status=preparing": [second],
        "status=pending": [third, first],
        f"table={tablet.table.pk}": [second, first],
        "business_date=2020-02-29": [third],
        "to=2020-02-29": [third],
        "from=2020-03-01": [second, first],
        "from=2020-02-29&to=2020-02-29": [third],
        "from=2020-02-29": [third, second, first],
        "from=2020-03-01&status=pending": [first],
        "from=2020-03-01&to=2020-02-29": [],
        "number=2": [second],
        f"table={tablet.table.pk}&status=pending": [first],
        "status=cancelled": [],
    }.items():
        assert ids(staff.get(f"/staff/orders?{query}").json()) == found, query


def test_the_next_page_keeps_the_filter(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    wanted = []
    for _ in range(60):
        wanted += place(tablet, stew, 1)
        place(other_tablet, stew, 1)
    page = staff.get(f"/staff/orders?table={tablet.table.pk}").json()
    assert ids(page) + ids(next_page(staff, page)) == wanted[::-1]


@pytest.mark.parametrize(
    ("query", "code", "attr"),
    [
        ("status=eaten", "invalid_choice", "status"),
        ("status=%ff", "invalid_choice", "status"),
        ("table=7", "invalid", "table"),
        ("business_date=2026-02-30", "invalid", "business_date"),
        ("business_date=today", "invalid", "business_date"),
        ("from=yesterday", "invalid", "from"),
        ("to=2026-02-30", "invalid", "to"),
        ("number=0", "min_value", "number"),
        ("number=99999999999", "max_value", "number"),
        ("number=%00", "invalid", "number"),
    ],
)
def test_a_filter_that_means_nothing_is_refused(staff: StaffCaller, query: str, code: str, attr: str) -> None:
    answer = staff.get(f"/staff/orders?{query}")
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], [attr])


@pytest.mark.parametrize("cursor", ["x", encoded("p=hello"), encoded("p=%00"), encoded("r=1&p=5")])
def test_a_cursor_that_is_not_ours_is_not_found(staff: StaffCaller, tablet: TabletCaller, cursor: str) -> None:
    for path in ("/staff/orders", f"/staff/tables/{tablet.table.pk}/history"):
        assert staff.get(path).status_code == 200
        answer = staff.get(f"{path}?cursor={cursor}")
        assert (answer.status_code, codes(answer)) == (404, ["not_found"])


def test_a_cancelled_order_is_among_them(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    (order,) = place(tablet, stew, 1)
    cancelled = staff.post(f"/staff/orders/{order}/cancel", {"reason": "dropped"}).json()
    assert staff.get("/staff/orders?status=cancelled").json()["results"] == [cancelled]
