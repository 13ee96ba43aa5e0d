"""An order's way: from pending to preparing to completed, and never back."""

from typing import Any

import pytest

from menu.models import MenuItem
from orders.models import Order, OrderStatus, OrderStep, StoreEvent
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db

ALLOWED = {("pending", "preparing"), ("preparing", "completed")}
EVERY_STEP = [(start, to) for start in OrderStatus.values for to in OrderStatus.values]


@pytest.fixture
def order(tablet: TabletCaller, stew: MenuItem) -> dict[str, Any]:
    placed: dict[str, Any] = tablet.order((stew, 1)).json()
    return placed


def bring(staff: StaffCaller, order: dict[str, Any], status: str) -> None:
    """Lead the order to a status by the ways there are."""
    ways = {"preparing": ["preparing"], "completed": ["preparing", "completed"]}
    for step in ways.get(status, []):
        assert staff.patch(f"/staff/orders/{order['id']}", {"status": step}).status_code == 200
    if status == "cancelled":
        assert staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "dropped"}).status_code == 200


@pytest.mark.parametrize(("start", "to"), EVERY_STEP)
def test_every_step_there_could_be(staff: StaffCaller, order: dict[str, Any], start: str, to: str) -> None:
    bring(staff, order, start)
    steps, events = OrderStep.objects.count(), StoreEvent.objects.count()
    before = Order.objects.values().get()
    answer = staff.patch(f"/staff/orders/{order['id']}", {"status": to})
    assert faults(answer, "PATCH", "/staff/orders/{order_id}") == []
    if (start, to) in ALLOWED:
        assert (answer.status_code, answer.json()["status"]) == (200, to)
        assert answer.json()[f"{to}_at"]
        assert (OrderStep.objects.count(), StoreEvent.objects.count()) == (steps + 1, events + 1)
    else:
        assert (answer.status_code, codes(answer), attrs(answer)) == (422, ["invalid_status_transition"], [None])
        assert (OrderStep.objects.count(), StoreEvent.objects.count()) == (steps, events)
        assert Order.objects.values().get() == before


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "required"),
        ({"status": None}, "null"),
        ({"status": "eaten"}, "invalid_choice"),
        ({"status": ["preparing"]}, "invalid_choice"),
        ({"status": 1}, "invalid_choice"),
        ({"status": "\ud800"}, "invalid_choice"),
    ],
)
def test_what_is_no_status_is_refused(
    staff: StaffCaller, order: dict[str, Any], body: dict[str, object], code: str
) -> None:
    answer = staff.patch(f"/staff/orders/{order['id']}", body)
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], ["status"])


def test_each_step_is_kept_with_who_and_from_where(
    staff: StaffCaller, manager: StaffCaller, order: dict[str, Any]
) -> None:
    staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"})
    manager.patch(f"/staff/orders/{order['id']}", {"status": "completed"})
    steps = OrderStep.objects.filter(order=order["id"]).order_by("id")
    assert list(steps.values_list("from_status", "to_status", "by", "reason", "is_undo")) == [
        ("pending", "preparing", staff.user.pk, "", False),
        ("preparing", "completed", manager.user.pk, "", False),
    ]
    assert [step.at for step in steps] == sorted(step.at for step in steps)


def test_the_guests_see_it(staff: StaffCaller, tablet: TabletCaller, order: dict[str, Any]) -> None:
    advanced = staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"}).json()
    assert advanced == order | {"status": "preparing", "preparing_at": advanced["preparing_at"]}
    assert tablet.get(f"/orders/{order['id']}").json() == advanced
    event = StoreEvent.objects.latest("number")
    assert (event.kind, event.table_id) == ("order.updated", tablet.table.pk)


def test_the_kitchen_may_finish_what_guests_left_behind(
    staff: StaffCaller, tablet: TabletCaller, order: dict[str, Any]
) -> None:
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
    bring(staff, order, "completed")
    assert Order.objects.get().status == "completed"
