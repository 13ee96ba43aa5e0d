"""The same key gives the same order back, however often and whatever happened since."""

import pytest

from menu.models import MenuItem
from orders.models import Order, OrderLine, StoreEvent
from tests.personas import StaffCaller, TabletCaller, attrs, codes, line_of
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_the_same_key_gives_the_same_order(tablet: TabletCaller, stew: MenuItem) -> None:
    first = tablet.order((stew, 1), key="k")
    again = [tablet.order((stew, 1), key="k") for _ in range(3)]
    assert (first.status_code, [answer.status_code for answer in again]) == (201, [200] * 3)
    assert "Idempotency-Replayed" not in first.headers
    for answer in again:
        assert answer.headers["Idempotency-Replayed"] == "true"
        assert answer.json() == first.json()
        assert faults(answer, "POST", "/orders") == []
    assert (Order.objects.count(), OrderLine.objects.count(), StoreEvent.objects.count()) == (1, 1, 2)


def test_the_same_key_with_another_body_is_refused(tablet: TabletCaller, stew: MenuItem, beer: MenuItem) -> None:
    tablet.order((stew, 1), key="k")
    for answer in (
        tablet.order((stew, 2), key="k"),
        tablet.order((beer, 1), key="k"),
        tablet.order((stew, 1), key="k", note="hot"),
        tablet.order((stew, 1), key="k", expected_total=1),
    ):
        assert (answer.status_code, codes(answer), attrs(answer)) == (422, ["idempotency_key_reused"], [None])
    assert Order.objects.count() == 1


def test_a_refused_attempt_leaves_the_key_free(tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(status="sold_out")
    assert tablet.order((stew, 1), key="k").status_code == 422
    assert tablet.order((stew, 0), key="k").status_code == 400
    MenuItem.objects.filter(pk=stew.pk).update(status="on_sale")
    assert tablet.order((stew, 1), key="k", expected_total=1).status_code == 409
    assert tablet.order((stew, 2), key="k").status_code == 201


def test_a_replay_shows_the_order_as_it_is_now(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    order = tablet.order((stew, 1), key="k").json()
    advanced = staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"}).json()
    assert tablet.order((stew, 1), key="k").json() == advanced
    cancelled = staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "burnt"}).json()
    assert tablet.order((stew, 1), key="k").json() == cancelled


def test_a_replay_needs_nothing_to_be_as_it_was(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(remaining=1)
    session_id = staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": 1}).json()["id"]
    order = tablet.order((stew, 1), key="k", session_id=session_id).json()
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
    MenuItem.objects.filter(pk=stew.pk).update(price=9999)
    again = tablet.order(items=[line_of(stew)], expected_total=9000, session_id=session_id, key="k")
    assert (again.status_code, again.json()) == (200, order)
    assert tablet.get("/orders").json()["orders"] == []


def test_each_table_has_its_own_keys(tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem) -> None:
    ours, theirs = tablet.order((stew, 1), key="k"), other_tablet.order((stew, 1), key="k")
    assert (ours.status_code, theirs.status_code) == (201, 201)
    assert ours.json()["id"] != theirs.json()["id"]


def test_a_persons_key_is_good_for_one_order_at_one_table(
    staff: StaffCaller, manager: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    here, there = ({"table": str(seat.table.pk), "items": [line_of(stew)]} for seat in (tablet, other_tablet))
    first = staff.post("/staff/orders", here, Idempotency_Key="k")
    replay = staff.post("/staff/orders", here, Idempotency_Key="k")
    assert (first.status_code, replay.status_code, replay.json()) == (201, 200, first.json())
    elsewhere = staff.post("/staff/orders", there, Idempotency_Key="k")
    assert (elsewhere.status_code, codes(elsewhere)) == (422, ["idempotency_key_reused"])
    assert manager.post("/staff/orders", there, Idempotency_Key="k").status_code == 201


def test_a_tablets_key_is_not_a_persons(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1), key="k")
    body = {"table": str(tablet.table.pk), "items": [line_of(stew)], "expected_total": 9000}
    assert codes(staff.post("/staff/orders", body, Idempotency_Key="k")) == ["idempotency_key_reused"]
