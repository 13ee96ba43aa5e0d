"""A cancelled order leaves the bill, with a reason, and stays in the history."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from menu.models import MenuItem
from orders.models import Order, OrderStep, StoreEvent
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(tablet: TabletCaller, stew: MenuItem) -> dict[str, Any]:
    placed: dict[str, Any] = tablet.order((stew, 1)).json()
    return placed


def cancel(staff: StaffCaller, order: dict[str, Any], **body: Any) -> Any:
    return staff.post(f"/staff/orders/{order['id']}/cancel", body)


@pytest.mark.parametrize("preparing", [False, True])
def test_an_open_order_is_cancelled_with_a_reason(staff: StaffCaller, order: dict[str, Any], preparing: bool) -> None:
    if preparing:
        staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"})
    answer = cancel(staff, order, reason=" 고등어가 떨어졌어요 ")
    assert answer.status_code == 200
    assert faults(answer, "POST", "/staff/orders/{order_id}/cancel") == []
    cancelled = answer.json()
    assert (cancelled["status"], cancelled["cancel_reason"]) == ("cancelled", "고등어가 떨어졌어요")
    assert cancelled["cancelled_at"]
    assert bool(cancelled["preparing_at"]) == preparing
    step = OrderStep.objects.latest("id")
    assert (step.to_status, step.by_id, step.reason) == ("cancelled", staff.user.pk, "고등어가 떨어졌어요")


@pytest.mark.parametrize("ending", ["completed", "cancelled"])
def test_what_is_over_cannot_be_cancelled(staff: StaffCaller, order: dict[str, Any], ending: str) -> None:
    if ending == "completed":
        for status in ("preparing", "completed"):
            staff.patch(f"/staff/orders/{order['id']}", {"status": status})
    else:
        cancel(staff, order, reason="first")
    before = Order.objects.values().get()
    answer = cancel(staff, order, reason="second")
    assert (answer.status_code, codes(answer)) == (422, ["invalid_status_transition"])
    assert Order.objects.values().get() == before


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "required"),
        ({"reason": None}, "null"),
        ({"reason": ""}, "blank"),
        ({"reason": "  "}, "blank"),
        ({"reason": "x" * 201}, "max_length"),
        ({"reason": "\0"}, "null_characters_not_allowed"),
        ({"reason": "\ud800"}, "surrogate_characters_not_allowed"),
        ({"reason": []}, "invalid"),
    ],
)
def test_a_reason_is_required(staff: StaffCaller, order: dict[str, Any], body: dict[str, Any], code: str) -> None:
    answer = cancel(staff, order, **body)
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], ["reason"])
    assert Order.objects.get().status == "pending"
    assert cancel(staff, order, reason="x" * 200).status_code == 200


def test_it_leaves_the_bill_but_not_the_history(
    staff: StaffCaller, tablet: TabletCaller, order: dict[str, Any], beer: MenuItem
) -> None:
    tablet.order((beer, 1))
    cancelled = cancel(staff, order, reason="dropped").json()
    bill = tablet.get("/orders").json()
    assert (bill["total"], bill["orders"][0]) == (5000, cancelled)
    (seat,) = staff.get("/staff/board").json()["tables"]
    assert (seat["session"]["total"], len(seat["session"]["orders"])) == (5000, 2)
    finished = staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True}).json()
    assert (finished["order_count"], finished["total"]) == (1, 5000)
    (past,) = staff.get(f"/staff/tables/{tablet.table.pk}/history").json()["results"]
    assert (past["order_count"], past["total"], past["orders"][0]) == (1, 5000, cancelled)


def test_the_screens_are_told(staff: StaffCaller, tablet: TabletCaller, order: dict[str, Any]) -> None:
    cancel(staff, order, reason="dropped")
    event = StoreEvent.objects.latest("number")
    assert (event.kind, event.table_id) == ("order.updated", tablet.table.pk)
    assert '"cancelled"' in event.data


def test_the_database_refuses_a_cancellation_without_a_reason(staff: StaffCaller, order: dict[str, Any]) -> None:
    cancel(staff, order, reason="dropped")
    with pytest.raises(IntegrityError, match="order_cancelled_with_a_reason"), transaction.atomic():
        Order.objects.update(cancel_reason="")
