"""A manager edits the menu while guests order what is counted: nobody waits for each other in a circle."""

from functools import partial
from typing import Any

import pytest
from django.db import OperationalError, connection

from menu.models import Category, MenuItem
from orders import placing
from orders.announcing import announce
from orders.models import StoreEvent
from tests.factories import MenuItemFactory
from tests.orders.racing import Collision, at_once
from tests.personas import StaffCaller, TabletCaller, tablet_at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cake(category: Category) -> MenuItem:
    return MenuItemFactory(category=category, remaining=1000)


def announcing_collides(monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, cake: MenuItem) -> tuple[Any, Any]:
    """An order that has taken stock, and the announcement of an edit made before."""
    tablet.order((cake, 1))
    MenuItem.objects.filter(pk=cake.pk).update(price=cake.price)
    ordering = Collision(monkeypatch, placing, "take_numbers")
    return ordering.of(lambda: tablet.order((cake, 1)), lambda: announce(tablet.store.pk))


def test_an_announcement_does_not_wait_for_an_order_that_waits_for_it(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, cake: MenuItem
) -> None:
    order, announced = announcing_collides(monkeypatch, tablet, cake)
    assert (order.status_code, announced) == (201, None)


def test_a_version_raised_before_the_commit_would_deadlock(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, cake: MenuItem
) -> None:
    lock_table = placing._lock_table

    def with_triggers_at_once(wish: Any) -> Any:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS menu_raise_version_menu_menuitem IMMEDIATE")
        return lock_table(wish)

    monkeypatch.setattr(placing, "_lock_table", with_triggers_at_once)
    order, announced = announcing_collides(monkeypatch, tablet, cake)
    assert (order.status_code == 503) != isinstance(announced, OperationalError)


def test_orders_and_edits_all_at_once_all_end_well(staff: StaffCaller, category: Category, stew: MenuItem) -> None:
    items = [MenuItemFactory(category=category, remaining=1000) for _ in range(4)]
    tablets = [tablet_at(staff.store) for _ in range(8)]

    def order(tablet: TabletCaller, turn: int) -> list[int]:
        cart = [(item, 1) for item in items[turn % 4 :] + items[: turn % 4]]
        return [tablet.order(*cart).status_code for _ in range(5)]

    def edit(turn: int) -> list[int]:
        return [
            staff.patch(f"/staff/menu-items/{items[(turn + time) % 4].pk}", {"remaining": 1000}).status_code
            for time in range(10)
        ]

    deeds = [partial(order, tablet, turn) for turn, tablet in enumerate(tablets)]
    statuses = [status for some in at_once([*deeds, *[partial(edit, turn) for turn in range(3)]]) for status in some]
    assert set(statuses) == {200, 201}
    versions = StoreEvent.objects.filter(kind="menu.updated").order_by("number").values_list("data", flat=True)
    assert len(set(versions)) == len(versions)
