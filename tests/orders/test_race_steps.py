"""Two persons press the same button for the same order."""

from functools import partial
from typing import Any

import pytest

from menu.models import MenuItem
from orders import steps
from orders.models import OrderStep
from tests.orders.racing import Collision, at_once, without_row_locks
from tests.personas import StaffCaller, TabletCaller, codes, person_in

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def order(tablet: TabletCaller, stew: MenuItem) -> dict[str, Any]:
    MenuItem.objects.update(remaining=10)
    placed: dict[str, Any] = tablet.order((stew, 3)).json()
    return placed


def advance(staff: StaffCaller, order: dict[str, Any]) -> Any:
    return staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"})


def cancel(staff: StaffCaller, order: dict[str, Any]) -> Any:
    return staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "dropped"})


def kept() -> list[tuple[str, str]]:
    return list(OrderStep.objects.order_by("id").values_list("from_status", "to_status"))


def test_one_advances_it_and_the_other_is_told(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, manager: StaffCaller, order: dict[str, Any]
) -> None:
    pressing = Collision(monkeypatch, steps, "_step")
    first, second = pressing.of(lambda: advance(staff, order), lambda: advance(manager, order))
    assert first.status_code == 200
    assert (second.status_code, codes(second)) == (422, ["invalid_status_transition"])
    assert kept() == [("pending", "preparing")]


def test_without_the_orders_lock_both_would_have(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, manager: StaffCaller, order: dict[str, Any]
) -> None:
    without_row_locks(monkeypatch)
    pressing = Collision(monkeypatch, steps, "_step")
    first, second = pressing.of(lambda: advance(staff, order), lambda: advance(manager, order))
    assert (first.status_code, second.status_code) == (200, 200)
    assert kept() == [("pending", "preparing")] * 2


def test_an_order_is_cancelled_or_advanced_and_its_stock_comes_back_once(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, manager: StaffCaller, order: dict[str, Any]
) -> None:
    pressing = Collision(monkeypatch, steps, "_step")
    first, second = pressing.of(lambda: cancel(staff, order), lambda: cancel(manager, order))
    assert (first.status_code, second.status_code) == (200, 422)
    assert MenuItem.objects.get().remaining == 10


def test_eight_persons_at_once_make_one_step(tablet: TabletCaller, order: dict[str, Any]) -> None:
    people = [person_in(tablet.store) for _ in range(8)]
    answers = at_once([partial(advance if number % 2 else cancel, who, order) for number, who in enumerate(people)])
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses.count(200) in (1, 2)  # a cancellation may still follow the step
    assert set(statuses) == {200, 422}
    assert len(kept()) == statuses.count(200)
    cancelled = any(to == "cancelled" for _, to in kept())
    assert MenuItem.objects.get().remaining == (10 if cancelled else 7)


def test_a_tick_races_with_the_end_of_its_order(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, manager: StaffCaller, order: dict[str, Any]
) -> None:
    path = f"/staff/orders/{order['id']}/items/{order['items'][0]['id']}"
    stepping = Collision(monkeypatch, steps, "_step")
    gone, tick = stepping.of(lambda: cancel(staff, order), lambda: manager.patch(path, {"done": True}))
    assert (gone.status_code, tick.status_code) == (200, 422)
    assert gone.json() == staff.get("/staff/orders").json()["results"][0]
