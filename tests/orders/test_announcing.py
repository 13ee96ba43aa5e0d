"""Screens are told that the menu or the store changed, wherever it was changed, once."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from accounts.business_day import utc_now
from accounts.models import Store
from menu.models import MenuItem, MenuVersion, Option
from orders.announcing import announce, announce_everywhere
from orders.models import StoreEvent
from tests.factories import CategoryFactory, StoreFactory, ask
from tests.orders.clock import hours_later
from tests.personas import StaffCaller, TabletCaller

# The version rises with the commit, so these commit.
pytestmark = pytest.mark.django_db(transaction=True)


def told(store: Store) -> list[tuple[str, Any]]:
    events = StoreEvent.objects.filter(store=store, kind__in=["menu.updated", "store.updated"]).order_by("number")
    return [(event.kind, json.loads(event.data)) for event in events]


@pytest.fixture
def quiet(store: Store, stew: MenuItem) -> Store:
    """A store of which everything was told."""
    announce_everywhere()
    StoreEvent.objects.all().delete()
    return store


def test_nothing_new_is_not_told(quiet: Store) -> None:
    announce(quiet.pk)
    announce_everywhere()
    assert told(quiet) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda item: MenuItem.objects.filter(pk=item.pk).update(price=1),
        lambda item: item.delete(),
        lambda item: CategoryFactory(store=item.store),
        ask,
    ],
)
def test_a_changed_menu_is_told_once(quiet: Store, stew: MenuItem, change: Callable[[MenuItem], object]) -> None:
    change(stew)
    announce_everywhere()
    announce_everywhere()
    version = MenuVersion.objects.get(store=quiet).version
    assert told(quiet) == [("menu.updated", {"version": version})]
    (event,) = StoreEvent.objects.filter(store=quiet)
    assert event.table_id is None


def test_a_changed_store_is_told_with_all_that_screens_need(quiet: Store) -> None:
    Store.objects.filter(pk=quiet.pk).update(name="강변식당", accepting_orders=False, late_minutes=20)
    announce_everywhere()
    (kind, data), (menu, _) = told(quiet)
    assert (kind, menu) == ("store.updated", "menu.updated")
    assert (data["store"]["name"], data["store"]["accepting_orders"]) == ("강변식당", False)
    assert (data["store"]["warning_minutes"], data["store"]["late_minutes"]) == (5, 20)


def test_staff_who_sell_out_or_pause_tell_it_at_once(
    quiet: Store, staff: StaffCaller, manager: StaffCaller, stew: MenuItem
) -> None:
    staff.patch(f"/staff/menu-items/{stew.pk}", {"status": "sold_out"})
    assert [kind for kind, _ in told(quiet)] == ["menu.updated"]
    manager.patch("/staff/store", {"accepting_orders": False})
    assert [kind for kind, _ in told(quiet)] == ["menu.updated", "store.updated", "menu.updated"]


def test_an_order_that_takes_stock_tells_what_is_left(quiet: Store, tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.update(remaining=3)
    announce_everywhere()
    StoreEvent.objects.filter(kind="table.updated").delete()  # the tablet's own table, which is new
    tablet.order((stew, 1))
    kinds = [event.kind for event in StoreEvent.objects.filter(store=quiet).order_by("number")]
    assert kinds == ["menu.updated", "session.opened", "order.created", "menu.updated"]


def test_an_order_of_what_is_not_counted_tells_only_itself(quiet: Store, tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1))
    assert told(quiet) == []


def test_a_cancellation_tells_what_came_back(
    quiet: Store, staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    MenuItem.objects.update(remaining=3)
    order = tablet.order((stew, 1)).json()
    before = len(told(quiet))
    staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "dropped"})
    assert len(told(quiet)) == before + 1


def test_each_store_is_told_of_its_own(quiet: Store) -> None:
    other = StoreFactory()
    announce_everywhere()
    assert (told(quiet), [kind for kind, _ in told(other)]) == ([], ["store.updated", "menu.updated"])


def test_an_hour_that_begins_or_ends_changes_the_menu(quiet: Store, tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.update(available_from=hours_later(1), available_until=hours_later(2))
    announce_everywhere()
    menu = MenuVersion.objects.get(store=quiet)
    assert menu.next_change_at
    assert utc_now() < menu.next_change_at < utc_now() + timedelta(hours=1, minutes=1)
    # As if that hour had come.
    MenuVersion.objects.filter(store=quiet).update(next_change_at=utc_now() - timedelta(seconds=1))
    announce_everywhere()
    announce_everywhere()
    assert told(quiet)[-1] == ("menu.updated", {"version": menu.version + 1})
    assert [kind for kind, _ in told(quiet)] == ["menu.updated"] * 2
    assert Option.objects.count() == 0
