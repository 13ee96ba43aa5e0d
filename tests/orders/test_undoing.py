"""One's own last step can be taken back, within ten seconds."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F

from menu.models import MenuItem
from orders.models import Order, OrderStep
from tests.personas import StaffCaller, TabletCaller, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(tablet: TabletCaller, stew: MenuItem) -> dict[str, Any]:
    placed: dict[str, Any] = tablet.order((stew, 1)).json()
    return placed


def advance(staff: StaffCaller, order: dict[str, Any], status: str) -> Any:
    return staff.patch(f"/staff/orders/{order['id']}", {"status": status})


def cancel(staff: StaffCaller, order: dict[str, Any]) -> Any:
    return staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "dropped"})


def undo(staff: StaffCaller, order: dict[str, Any]) -> Any:
    return staff.post(f"/staff/orders/{order['id']}/undo")


def assert_refused(answer: Any) -> None:
    assert (answer.status_code, codes(answer)) == (422, ["invalid_status_transition"])


def test_each_step_can_be_taken_back(staff: StaffCaller, order: dict[str, Any]) -> None:
    advance(staff, order, "preparing")
    answer = undo(staff, order)
    assert faults(answer, "POST", "/staff/orders/{order_id}/undo") == []
    assert (answer.status_code, answer.json()) == (200, order)
    preparing = advance(staff, order, "preparing").json()
    advance(staff, order, "completed")
    assert undo(staff, order).json() == preparing
    cancel(staff, order)
    assert undo(staff, order).json() == preparing


def test_a_new_order_has_no_step_to_take_back(staff: StaffCaller, order: dict[str, Any]) -> None:
    assert_refused(undo(staff, order))


def test_another_persons_step_stays(staff: StaffCaller, manager: StaffCaller, order: dict[str, Any]) -> None:
    advance(staff, order, "preparing")
    assert_refused(undo(manager, order))
    advance(manager, order, "completed")
    assert_refused(undo(staff, order))
    assert Order.objects.get().status == "completed"


@pytest.mark.parametrize(("seconds", "status"), [(8, 200), (11, 422)])
def test_it_must_be_soon(staff: StaffCaller, order: dict[str, Any], seconds: int, status: int) -> None:
    advance(staff, order, "preparing")
    OrderStep.objects.update(at=F("at") - timedelta(seconds=seconds))
    assert undo(staff, order).status_code == status


def test_an_undo_is_not_undone_nor_the_step_before_it(staff: StaffCaller, order: dict[str, Any]) -> None:
    advance(staff, order, "preparing")
    advance(staff, order, "completed")
    undo(staff, order)
    assert_refused(undo(staff, order))
    assert Order.objects.get().status == "preparing"


def test_a_step_after_an_undo_can_be_taken_back_again(staff: StaffCaller, order: dict[str, Any]) -> None:
    for _ in range(3):
        advance(staff, order, "preparing")
        assert undo(staff, order).json() == order


def test_a_cancelled_order_is_back_on_the_bill(staff: StaffCaller, tablet: TabletCaller, order: dict[str, Any]) -> None:
    cancel(staff, order)
    assert tablet.get("/orders").json()["total"] == 0
    assert undo(staff, order).json() == order
    assert tablet.get("/orders").json()["total"] == order["total"]


def test_every_step_is_kept_the_undone_ones_too(staff: StaffCaller, order: dict[str, Any]) -> None:
    advance(staff, order, "preparing")
    undo(staff, order)
    cancel(staff, order)
    undo(staff, order)
    steps = OrderStep.objects.order_by("id").values_list("from_status", "to_status", "is_undo", "reason")
    assert list(steps) == [
        ("pending", "preparing", False, ""),
        ("preparing", "pending", True, ""),
        ("pending", "cancelled", False, "dropped"),
        ("cancelled", "pending", True, ""),
    ]
    assert set(OrderStep.objects.values_list("by", flat=True)) == {staff.user.pk}
