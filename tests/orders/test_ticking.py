"""The kitchen ticks off the lines of an order, and every screen sees it."""

import json
import uuid
from datetime import datetime, timedelta
from typing import Any

import pytest

from accounts.business_day import utc_now
from menu.models import MenuItem
from orders.models import OrderStep, StoreEvent
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
Order = dict[str, Any]


@pytest.fixture
def order(tablet: TabletCaller, stew: MenuItem, beer: MenuItem) -> Order:
    placed: Order = tablet.order((stew, 1), (beer, 2)).json()
    return placed


def tick(staff: StaffCaller, order: Order, line: int = 0, **body: Any) -> Any:
    return staff.patch(f"/staff/orders/{order['id']}/items/{order['items'][line]['id']}", body or {"done": True})


def advance(staff: StaffCaller, order: Order, *statuses: str) -> None:
    for status in statuses:
        staff.patch(f"/staff/orders/{order['id']}", {"status": status})


def test_a_new_order_has_nothing_ticked(order: Order) -> None:
    assert [line["done_at"] for line in order["items"]] == [None, None]


@pytest.mark.parametrize("statuses", [[], ["preparing"]])
def test_a_line_is_ticked_and_the_tick_taken_back(
    staff: StaffCaller, tablet: TabletCaller, order: Order, statuses: list[str]
) -> None:
    advance(staff, order, *statuses)
    answer = tick(staff, order, line=1)
    assert (answer.status_code, faults(answer, "PATCH", "/staff/orders/{order_id}/items/{line_id}")) == (200, [])
    first, second = answer.json()["items"]
    assert first["done_at"] is None
    assert utc_now() - datetime.fromisoformat(second["done_at"]) < timedelta(minutes=1)
    assert tablet.get("/orders").json()["orders"] == [answer.json()]
    back = tick(staff, order, line=1, done=False).json()
    assert [line["done_at"] for line in back["items"]] == [None, None]
    assert staff.get("/staff/orders").json()["results"] == [back]


def test_screens_are_told_and_no_step_is_kept(staff: StaffCaller, tablet: TabletCaller, order: Order) -> None:
    ticked = tick(staff, order).json()
    event = StoreEvent.objects.latest("number")
    assert (event.kind, event.table_id) == ("order.updated", tablet.table.pk)
    assert json.loads(event.data) == {"order": ticked}
    assert OrderStep.objects.count() == 0


def test_what_is_so_already_stays_and_nobody_is_told(staff: StaffCaller, order: Order) -> None:
    ticked = tick(staff, order).json()
    events = StoreEvent.objects.count()
    again = tick(staff, order)
    assert (again.status_code, again.json()) == (200, ticked)
    assert tick(staff, order, line=1, done=False).status_code == 200
    assert StoreEvent.objects.count() == events


def test_ticks_stay_through_steps_and_undo(staff: StaffCaller, order: Order) -> None:
    ticked = tick(staff, order).json()["items"]
    advance(staff, order, "preparing", "completed")
    assert staff.post(f"/staff/orders/{order['id']}/undo").json()["items"] == ticked
    assert tick(staff, order, done=False).json()["items"] == order["items"]


def test_a_completed_order_is_not_ticked(staff: StaffCaller, order: Order) -> None:
    advance(staff, order, "preparing", "completed")
    answer = tick(staff, order)
    assert (answer.status_code, codes(answer)) == (422, ["invalid_status_transition"])


def test_nor_is_a_cancelled_one(staff: StaffCaller, order: Order) -> None:
    staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "dropped"})
    assert codes(tick(staff, order)) == codes(tick(staff, order, done=False)) == ["invalid_status_transition"]


def test_a_line_belongs_to_its_order(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem, order: Order) -> None:
    other = tablet.order((stew, 1)).json()
    for line in (other["items"][0]["id"], uuid.uuid4()):
        assert staff.patch(f"/staff/orders/{order['id']}/items/{line}", {"done": True}).status_code == 404


@pytest.mark.parametrize(
    ("body", "code"), [({"don": True}, "required"), ({"done": None}, "null"), ({"done": "?"}, "invalid")]
)
def test_done_is_yes_or_no(staff: StaffCaller, order: Order, body: dict[str, Any], code: str) -> None:
    answer = tick(staff, order, **body)
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], ["done"])
