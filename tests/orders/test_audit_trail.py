"""What staff do on the board that a manager may ask about later is in the audit trail; what is refused is not."""

from typing import Any

import pytest

from accounts.models import AuditEntry, Deed
from menu.models import MenuItem
from orders.models import Order
from tests.orders.journeys import merge, move
from tests.personas import StaffCaller, TabletCaller

pytestmark = pytest.mark.django_db(transaction=True)


def trail() -> list[tuple[str, str, dict[str, Any]]]:
    """(deed, what, changes), oldest first."""
    return list(AuditEntry.objects.order_by("id").values_list("deed", "target_name", "changes"))


def finish(staff: StaffCaller, tablet: TabletCaller, **body: Any) -> int:
    status: int = staff.post(f"/staff/tables/{tablet.table.pk}/close", body).status_code
    return status


def test_a_cancel_says_who_why_and_how_much(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    order = tablet.order((stew, 2)).json()
    assert trail() == []  # placing writes no line
    assert staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "out of tofu"}).status_code == 200
    assert staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "again"}).status_code == 422
    (line,) = AuditEntry.objects.all()
    assert (line.deed, line.store_id, line.target_id) == (Deed.ORDER_CANCELLED, staff.store.pk, Order.objects.get().pk)
    assert (line.actor_id, line.actor_name) == (staff.user.pk, staff.user.username)
    assert line.changes == {"reason": ["", "out of tofu"], "total": [18000, 0]}


def test_an_undo_says_what_was_taken_back(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    order = tablet.order((stew, 1)).json()
    staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "mistake"})
    assert staff.post(f"/staff/orders/{order['id']}/undo").status_code == 200
    assert trail()[-1][0::2] == (Deed.STEP_UNDONE, {"status": ["cancelled", "pending"]})


def test_a_finish_says_the_total_and_what_was_still_open(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    tablet.order((stew, 1))
    assert finish(staff, tablet) == 409
    assert trail() == []
    assert finish(staff, tablet, force=True) == 200
    assert trail() == [(Deed.SESSION_FINISHED, str(tablet.table), {"total": [None, 9000], "open_orders": [None, 1]})]
    assert AuditEntry.objects.get().part_of_id == tablet.table.pk


def test_moves_and_merges_say_from_where_to_where(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    tablet.order((stew, 1))
    assert move(staff, tablet, other_tablet).status_code == 200
    tablet.order((stew, 1))
    assert merge(staff, tablet, other_tablet).status_code == 200
    way = f"{tablet.table} → {other_tablet.table}"
    assert [line[:2] for line in trail()] == [(Deed.SESSION_MOVED, way), (Deed.SESSION_MERGED, way)]


def test_sold_out_and_stock_say_from_what_to_what(staff: StaffCaller, stew: MenuItem) -> None:
    path = f"/staff/menu-items/{stew.pk}"
    assert staff.patch(path, {"status": "sold_out"}).status_code == 200
    assert staff.patch(path, {"status": "sold_out"}).status_code == 200  # as it was: nothing to tell
    assert staff.patch(path, {"remaining": 3}).status_code == 200
    assert trail() == [
        (Deed.CHANGED, "김치찌개", {"status": ["on_sale", "sold_out"]}),
        (Deed.CHANGED, "김치찌개", {"remaining": [None, 3]}),
    ]


def test_what_an_outsider_tries_is_in_nobodys_trail(
    outsider: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    order = tablet.order((stew, 1)).json()
    assert outsider.post(f"/staff/orders/{order['id']}/cancel", {"reason": "x"}).status_code == 404
    assert outsider.patch(f"/staff/menu-items/{stew.pk}", {"status": "sold_out"}).status_code == 404
    assert finish(outsider, tablet, force=True) == 404
    assert trail() == []
