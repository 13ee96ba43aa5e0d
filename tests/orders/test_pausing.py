"""A store pauses: its tablets are told, and keep their carts; staff still order."""

import pytest

from accounts.models import Store
from menu.models import MenuItem
from orders.models import Order
from tests.personas import StaffCaller, TabletCaller, attrs, codes, line_of
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_guests_cannot_order_while_the_store_is_paused(
    manager: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    assert manager.patch("/staff/store", {"accepting_orders": False}).status_code == 200
    answer = tablet.order((stew, 1), key="k")
    assert (answer.status_code, codes(answer), attrs(answer)) == (409, ["store_paused"], [None])
    assert not Order.objects.exists()
    manager.patch("/staff/store", {"accepting_orders": True})
    assert tablet.order((stew, 1), key="k").status_code == 201


def test_staff_order_while_the_store_is_paused(
    manager: StaffCaller, staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    manager.patch("/staff/store", {"accepting_orders": False})
    body = {"table": str(tablet.table.pk), "items": [line_of(stew)]}
    assert staff.post("/staff/orders", body, Idempotency_Key="k").status_code == 201


def test_an_order_from_before_the_pause_is_given_again(
    manager: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    placed = tablet.order((stew, 1), key="k").json()
    manager.patch("/staff/store", {"accepting_orders": False})
    assert tablet.order((stew, 1), key="k").json() == placed


def test_the_answer_is_the_store(manager: StaffCaller, owner: StaffCaller, store: Store) -> None:
    answer = manager.patch("/staff/store", {"accepting_orders": False})
    assert faults(answer, "PATCH", "/staff/store") == []
    assert (answer.json()["id"], answer.json()["accepting_orders"]) == (str(store.pk), False)
    assert owner.patch("/staff/store", {"accepting_orders": True}).json()["accepting_orders"] is True


@pytest.mark.parametrize(
    ("sent", "code"),
    [({}, "required"), ({"accepting_orders": None}, "null"), ({"accepting_orders": "maybe"}, "invalid")],
)
def test_a_body_that_says_neither_is_refused(manager: StaffCaller, sent: dict[str, object], code: str) -> None:
    answer = manager.patch("/staff/store", sent)
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], ["accepting_orders"])


def test_only_managers_and_owners_pause(staff: StaffCaller, store: Store) -> None:
    answer = staff.patch("/staff/store", {"accepting_orders": False})
    assert (answer.status_code, codes(answer)) == (403, ["permission_denied"])
    store.refresh_from_db()
    assert store.accepting_orders
