"""Staff finish a table, and the next guests start clean."""

import uuid
from typing import Any

import pytest

from menu.models import MenuItem
from orders.models import Order, StoreEvent
from tables.models import ServiceCall, TableSession
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def finish(staff: StaffCaller, tablet: TabletCaller, **body: Any) -> Any:
    return staff.post(f"/staff/tables/{tablet.table.pk}/close", body)


def served(staff: StaffCaller, tablet: TabletCaller, item: MenuItem) -> dict[str, Any]:
    order: dict[str, Any] = tablet.order((item, 1)).json()
    for status in ("preparing", "completed"):
        order = staff.patch(f"/staff/orders/{order['id']}", {"status": status}).json()
    return order


def test_a_finished_table_says_what_it_came_to(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    order = served(staff, tablet, stew)
    served(staff, tablet, stew)
    answer = finish(staff, tablet)
    assert answer.status_code == 200
    assert faults(answer, "POST", "/staff/tables/{table_id}/close") == []
    finished = answer.json()
    assert (finished["session_id"], finished["order_count"], finished["total"]) == (order["session_id"], 2, 18000)
    session = TableSession.objects.get()
    assert session.closed_at
    assert session.closed_by_id == staff.user.pk


@pytest.mark.parametrize("status", ["pending", "preparing"])
def test_open_orders_ask_for_a_confirmation(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem, status: str
) -> None:
    order = tablet.order((stew, 1)).json()
    if status != "pending":
        staff.patch(f"/staff/orders/{order['id']}", {"status": status})
    events = StoreEvent.objects.count()
    for body in ({}, {"force": False}):
        answer = finish(staff, tablet, **body)
        assert (answer.status_code, codes(answer)) == (409, ["session_has_open_orders"])
    assert (TableSession.objects.get().closed_at, StoreEvent.objects.count()) == (None, events)
    assert finish(staff, tablet, force=True).json()["total"] == 9000
    assert Order.objects.get().status == status


@pytest.mark.parametrize(("body", "code"), [({"force": None}, "null"), ({"force": "perhaps"}, "invalid")])
def test_a_confirmation_is_yes_or_no(staff: StaffCaller, tablet: TabletCaller, body: dict[str, Any], code: str) -> None:
    answer = finish(staff, tablet, **body)
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], ["force"])


def test_finishing_twice_finds_nobody(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    assert codes(finish(staff, tablet)) == ["no_open_session"]
    served(staff, tablet, stew)
    first = finish(staff, tablet).json()
    answer = finish(staff, tablet, force=True)
    assert (answer.status_code, codes(answer), attrs(answer)) == (422, ["no_open_session"], [None])
    (past,) = staff.get(f"/staff/tables/{tablet.table.pk}/history").json()["results"]
    assert past["closed_at"] == first["closed_at"]


def test_seated_guests_may_leave_without_ordering(staff: StaffCaller, tablet: TabletCaller) -> None:
    staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": 2})
    finished = finish(staff, tablet).json()
    assert (finished["order_count"], finished["total"]) == (0, 0)


def test_the_next_guests_see_nothing_of_the_last(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    old = served(staff, tablet, stew)
    tablet.post("/service-calls", {"kind": "water"})
    finish(staff, tablet)
    bill = tablet.get("/orders").json()
    assert (bill["session"], bill["orders"], bill["total"]) == (None, [], 0)
    assert tablet.get(f"/orders/{old['id']}").status_code == 404
    assert tablet.get("/service-calls").json() == {"service_calls": []}
    new = tablet.order((stew, 2)).json()
    assert new["session_id"] != old["session_id"]
    assert tablet.get("/orders").json()["orders"] == [new]
    assert tablet.get(f"/orders/{old['id']}").status_code == 404


def test_open_calls_are_taken_along_and_the_end_comes_last(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller
) -> None:
    staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": 2})
    for kind in ("water", "bill"):
        tablet.post("/service-calls", {"kind": kind})
    other_tablet.post("/service-calls", {"kind": "water"})
    before = StoreEvent.objects.latest("number").number
    finish(staff, tablet)
    events = StoreEvent.objects.filter(number__gt=before).order_by("number")
    assert [event.kind for event in events] == ["service_call.acknowledged"] * 2 + ["session.closed"]
    calls = ServiceCall.objects.filter(table=tablet.table)
    assert set(calls.values_list("acknowledged_by", flat=True)) == {staff.user.pk}
    assert ServiceCall.objects.get(acknowledged_at=None).table_id == other_tablet.table.pk


def test_a_table_out_of_use_can_still_be_finished(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    served(staff, tablet, stew)
    tablet.table.is_active = False
    tablet.table.save()
    assert finish(staff, tablet).status_code == 200


def test_a_table_that_does_not_exist_is_not_found(staff: StaffCaller) -> None:
    assert staff.post(f"/staff/tables/{uuid.uuid4()}/close", {}).status_code == 404
