"""A guest presses "order" again because nothing seems to happen: still one order."""

import pytest

from menu.models import MenuItem
from orders import placing
from orders.models import Order, StoreEvent
from tests.orders.racing import Collision, at_once, without_row_locks
from tests.personas import StaffCaller, TabletCaller, codes, line_of, tablet_at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

PRESSES = 32


def test_thirty_two_presses_at_once_are_one_order(tablet: TabletCaller, stew: MenuItem) -> None:
    answers = at_once([lambda: tablet.order((stew, 1), key="k")] * PRESSES)
    assert sorted(answer.status_code for answer in answers) == [200] * (PRESSES - 1) + [201]
    assert {answer.json()["id"] for answer in answers} == {str(Order.objects.get().pk)}
    assert StoreEvent.objects.filter(kind="order.created").count() == 1


def test_a_press_that_comes_while_the_first_is_being_stored_gets_its_order(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem
) -> None:
    press = Collision(monkeypatch, placing, "_check_and_price")
    first, second = press.of(*[lambda: tablet.order((stew, 1), key="k")] * 2)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()


def test_without_the_tables_lock_it_would_be_refused(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem
) -> None:
    tablet.order((stew, 1))
    without_row_locks(monkeypatch)
    press = Collision(monkeypatch, placing, "_check_and_price")
    first, second = press.of(*[lambda: tablet.order((stew, 1), key="k")] * 2)
    # The constraint still keeps it one order, but the guest who pressed twice is told of a mistake.
    assert (first.status_code, second.status_code) == (422, 201)
    assert Order.objects.filter(idempotency_key="k").count() == 1


def test_one_persons_key_at_two_tables_at_once_is_one_order(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, stew: MenuItem
) -> None:
    here, there = ({"table": str(tablet_at(staff.store).table.pk), "items": [line_of(stew)]} for _ in range(2))
    press = Collision(monkeypatch, placing, "_check_and_price")
    first, second = press.of(
        lambda: staff.post("/staff/orders", here, Idempotency_Key="k"),
        lambda: staff.post("/staff/orders", there, Idempotency_Key="k"),
    )
    assert (first.status_code, codes(first), second.status_code) == (422, ["idempotency_key_reused"], 201)
    assert Order.objects.count() == 1
