"""What guests see of their own orders."""

import uuid

import pytest

from menu.models import MenuItem
from tests.personas import StaffCaller, TabletCaller, line_of, tablet_at
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_an_empty_table_has_no_session_and_no_orders(tablet: TabletCaller) -> None:
    answer = tablet.get("/orders")
    assert faults(answer, "GET", "/orders") == []
    assert answer.json() == {"session": None, "orders": [], "total": 0, "last_event_id": 0}


def test_the_sessions_orders_stand_oldest_first_with_their_total(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem, beer: MenuItem
) -> None:
    first = tablet.order((stew, 1)).json()
    other_tablet.order((beer, 9))
    body = {"table": str(tablet.table.pk), "items": [line_of(beer, 2)]}
    second = staff.post("/staff/orders", body, Idempotency_Key="k").json()
    answer = tablet.get("/orders")
    assert faults(answer, "GET", "/orders") == []
    bill = answer.json()
    assert (bill["orders"], bill["total"]) == ([first, second], 19000)
    assert (bill["session"]["id"], bill["session"]["closed_at"]) == (first["session_id"], None)


def test_two_tablets_on_one_table_see_the_same(tablet: TabletCaller, stew: MenuItem) -> None:
    second = TabletCaller(tablet.table)
    order = second.order((stew, 1)).json()
    assert tablet.get("/orders").json() == second.get("/orders").json()
    assert tablet.get(f"/orders/{order['id']}").json() == order


def test_one_order_is_read_as_it_is_now(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    order = tablet.order((stew, 1)).json()
    answer = tablet.get(f"/orders/{order['id']}")
    assert faults(answer, "GET", "/orders/{order_id}") == []
    assert answer.json() == order
    advanced = staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"}).json()
    assert tablet.get(f"/orders/{order['id']}").json() == advanced


def test_another_tables_order_is_the_same_as_none(tablet: TabletCaller, stew: MenuItem) -> None:
    theirs = tablet_at(tablet.store).order((stew, 1)).json()
    tablet.order((stew, 1))
    answers = [tablet.get(f"/orders/{order_id}") for order_id in (theirs["id"], uuid.uuid4(), "17", "x")]
    assert [answer.status_code for answer in answers] == [404] * 4
    assert answers[0].json() == answers[1].json()
