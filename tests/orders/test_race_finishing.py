"""An order races with the finish of its table: it lands wholly in the old session, or wholly in a new one."""

from functools import partial
from typing import Any

import pytest

from menu.models import MenuItem
from orders import placing, sessions
from orders.models import Order
from tables.models import TableSession
from tests.orders.racing import Collision, at_once, without_row_locks
from tests.personas import StaffCaller, TabletCaller, codes, tablet_at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def finish(staff: StaffCaller, tablet: TabletCaller) -> Any:
    return staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})


def test_an_order_that_was_first_is_on_the_bill(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    old = tablet.order((stew, 1)).json()["session_id"]
    pressing = Collision(monkeypatch, placing, "_check_and_price")
    order, finished = pressing.of(lambda: tablet.order((stew, 1)), lambda: finish(staff, tablet))
    assert order.json()["session_id"] == old == finished.json()["session_id"]
    assert (finished.json()["order_count"], finished.json()["total"]) == (2, 18000)


def test_without_the_tables_lock_it_would_be_on_no_bill(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    old = tablet.order((stew, 1)).json()["session_id"]
    without_row_locks(monkeypatch)
    pressing = Collision(monkeypatch, placing, "_check_and_price")
    order, finished = pressing.of(lambda: tablet.order((stew, 1)), lambda: finish(staff, tablet))
    # Guests were asked for 9,000, and the session that is over has 18,000.
    assert order.json()["session_id"] == old
    assert finished.json()["total"] == 9000


def test_an_order_that_came_second_opens_a_new_session(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    old = tablet.order((stew, 1)).json()["session_id"]
    finishing = Collision(monkeypatch, sessions, "acknowledge_calls_of")
    finished, order = finishing.of(lambda: finish(staff, tablet), lambda: tablet.order((stew, 2)))
    assert finished.json()["total"] == 9000
    assert order.json()["session_id"] != old
    assert tablet.get("/orders").json()["total"] == 18000


def test_an_order_with_its_session_that_came_second_is_refused(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    old = tablet.order((stew, 1)).json()["session_id"]
    finishing = Collision(monkeypatch, sessions, "acknowledge_calls_of")
    _, order = finishing.of(lambda: finish(staff, tablet), lambda: tablet.order((stew, 2), session_id=old))
    assert (order.status_code, codes(order)) == (409, ["session_closed"])
    assert Order.objects.count() == 1


def test_however_they_fall_every_bill_has_what_was_ordered_on_it(staff: StaffCaller, stew: MenuItem) -> None:
    tablets = [tablet_at(staff.store) for _ in range(4)]
    for tablet in tablets:
        tablet.order((stew, 1))
    deeds = [deed for tablet in tablets for deed in (partial(tablet.order, (stew, 1)), partial(finish, staff, tablet))]
    answers = at_once(deeds)
    assert {answer.status_code for answer in answers} == {200, 201}
    for finished in answers[1::2]:
        orders = Order.objects.filter(session=finished.json()["session_id"])
        assert finished.json()["total"] == sum(order.total for order in orders)
    assert Order.objects.count() == 8
    assert not TableSession.objects.filter(closed_at=None, orders=None).exists()
