"""Staff read who did what with an order; guests do not."""

from typing import Any

import pytest

from menu.models import MenuItem
from tests.personas import StaffCaller, TabletCaller
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def steps(person: StaffCaller, order: dict[str, Any]) -> Any:
    answer = person.get(f"/staff/orders/{order['id']}/steps")
    assert (answer.status_code, faults(answer, "GET", "/staff/orders/{order_id}/steps")) == (200, [])
    return answer.json()


def test_every_step_says_who_when_and_why(
    staff: StaffCaller, manager: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    staff.user.first_name = "Seo-jun"
    staff.user.save()
    order = tablet.order((stew, 1)).json()
    assert steps(staff, order) == {"placed_by": None, "steps": []}
    for status in ("preparing", "completed"):
        staff.patch(f"/staff/orders/{order['id']}", {"status": status})
    staff.post(f"/staff/orders/{order['id']}/undo")
    cancelled = manager.post(f"/staff/orders/{order['id']}/cancel", {"reason": "dropped"}).json()
    told = steps(manager, order)["steps"]
    assert [(step["to_status"], step["by"], step["is_undo"], step["reason"]) for step in told] == [
        ("preparing", "Seo-jun", False, ""),
        ("completed", "Seo-jun", False, ""),
        ("preparing", "Seo-jun", True, ""),
        ("cancelled", manager.user.username, False, "dropped"),
    ]
    assert told[-1]["at"] == cancelled["cancelled_at"]
    assert tablet.get(f"/staff/orders/{order['id']}/steps").status_code == 403


def test_an_order_by_staff_names_them_until_their_account_is_gone(
    staff: StaffCaller, manager: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    order = tablet.order((stew, 1)).json()
    staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"})
    body = {"table": str(tablet.table.pk), "items": [{"menu_item": str(stew.pk), "quantity": 1, "options": []}]}
    theirs = manager.post("/staff/orders", body, Idempotency_Key="one").json()
    assert steps(manager, theirs)["placed_by"] == manager.user.username
    staff.user.delete()
    assert [step["by"] for step in steps(manager, order)["steps"]] == [None]
