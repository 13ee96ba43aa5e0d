"""A cancelled order gives its stock back; undoing the cancellation takes it again."""

from typing import Any

import pytest

from menu.models import Category, MenuItem
from orders.models import OrderStep
from tests.factories import MenuItemFactory
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def cake(category: Category) -> MenuItem:
    """Five are left."""
    return MenuItemFactory(category=category, price=6000, remaining=5)


def left(item: MenuItem) -> int | None:
    return MenuItem.objects.get(pk=item.pk).remaining


def cancel(staff: StaffCaller, order: dict[str, Any]) -> Any:
    return staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "dropped"})


def undo(staff: StaffCaller, order: dict[str, Any]) -> Any:
    return staff.post(f"/staff/orders/{order['id']}/undo")


def test_cancelling_gives_back_what_was_taken(
    staff: StaffCaller, tablet: TabletCaller, cake: MenuItem, stew: MenuItem
) -> None:
    order = tablet.order((cake, 2), (stew, 4), (cake, 1)).json()
    assert left(cake) == 2
    assert cancel(staff, order).status_code == 200
    assert (left(cake), left(stew)) == (5, None)


def test_undoing_it_takes_it_again(staff: StaffCaller, tablet: TabletCaller, cake: MenuItem) -> None:
    order = tablet.order((cake, 2), (cake, 1)).json()
    cancel(staff, order)
    assert undo(staff, order).json()["status"] == "pending"
    assert left(cake) == 2


def test_what_others_have_ordered_meanwhile_cannot_be_taken_again(
    staff: StaffCaller, tablet: TabletCaller, cake: MenuItem, stew: MenuItem
) -> None:
    order = tablet.order((stew, 1), (cake, 3)).json()
    cancel(staff, order)
    tablet.order((cake, 3))
    answer = undo(staff, order)
    assert answer.status_code == 422
    assert (codes(answer), attrs(answer)) == (["insufficient_stock"], ["items.1.menu_item"])
    assert faults(answer, "POST", "/staff/orders/{order_id}/undo") == []
    assert left(cake) == 2
    assert tablet.get(f"/orders/{order['id']}").json()["status"] == "cancelled"
    assert OrderStep.objects.count() == 1


def test_what_is_no_longer_counted_is_neither_given_back_nor_missed(
    staff: StaffCaller, tablet: TabletCaller, cake: MenuItem
) -> None:
    order = tablet.order((cake, 2)).json()
    staff.patch(f"/staff/menu-items/{cake.pk}", {"remaining": None})
    cancel(staff, order)
    assert left(cake) is None
    assert undo(staff, order).status_code == 200
    assert left(cake) is None


def test_what_was_not_counted_when_it_was_ordered_is_not_given_back(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    order = tablet.order((stew, 2)).json()
    staff.patch(f"/staff/menu-items/{stew.pk}", {"remaining": 10})
    cancel(staff, order)
    assert left(stew) == 10
    undo(staff, order)
    assert left(stew) == 10


def test_a_deleted_item_is_no_obstacle(staff: StaffCaller, tablet: TabletCaller, cake: MenuItem) -> None:
    order = tablet.order((cake, 2)).json()
    MenuItem.objects.filter(pk=cake.pk).delete()
    assert cancel(staff, order).status_code == 200
    assert undo(staff, order).status_code == 200


def test_a_completed_order_keeps_what_it_took(staff: StaffCaller, tablet: TabletCaller, cake: MenuItem) -> None:
    order = tablet.order((cake, 2)).json()
    for status in ("preparing", "completed"):
        staff.patch(f"/staff/orders/{order['id']}", {"status": status})
    assert cancel(staff, order).status_code == 422
    assert left(cake) == 3
