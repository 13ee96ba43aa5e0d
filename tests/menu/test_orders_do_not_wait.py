"""An order does not wait for a large menu to be read: its own items are, and the whole soon after, for others."""

import asyncio
import time
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Store
from menu import snapshot
from menu.models import MenuItem
from menu.selectors import menu_version_of
from menu.snapshot import build_snapshot, build_wanted, menu_snapshot, snapshot_for
from orders.hub import Hub
from tests.factories import ask
from tests.menu.random_menus import random_menu
from tests.orders.racing import at_once
from tests.personas import TabletCaller, codes

# The version rises with the commit, so these commit.
pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 20.0  # seconds


@pytest.mark.parametrize("seed", range(5))
def test_an_item_read_by_itself_is_as_in_the_whole_menu(store: Store, other_store: Store, seed: int) -> None:
    random_menu(store, seed)
    random_menu(other_store, seed)
    whole = build_snapshot(store.pk, 1)
    facts = {item.id: item for category in whole.categories for item in category.items}
    strangers = list(MenuItem.objects.filter(store=other_store).values_list("pk", flat=True))
    for chosen in ([item] for item in facts):
        alone = build_snapshot(store.pk, 1, only=[*chosen, *strangers])
        assert {item.id: item for category in alone.categories for item in category.items} == {
            item: facts[item] for item in chosen
        }
        assert set(alone.items) == set(chosen) & set(whole.items)
        assert alone.store == whole.store


def test_an_order_reads_no_more_than_its_items(tablet: TabletCaller, stew: MenuItem, beer: MenuItem) -> None:
    ask(beer, options=3)
    with CaptureQueriesContext(connection) as asked:
        assert tablet.order((stew, 1)).status_code == 201
    of_menu = [query["sql"] for query in asked if 'FROM "menu_' in query["sql"]]
    assert len(of_menu) == 5
    assert all(" IN (" in statement for statement in of_menu)


def test_the_first_order_after_a_change_has_the_new_price(tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.get("/menu")
    MenuItem.objects.update(price=9500)
    answer = tablet.order((stew, 1))
    assert (answer.status_code, codes(answer)) == (409, ["price_changed"])
    stew.refresh_from_db()
    assert tablet.order((stew, 1)).json()["total"] == 9500


def test_the_whole_menu_is_there_for_the_orders_after(store: Store, stew: MenuItem, beer: MenuItem) -> None:
    version = menu_version_of(store.pk)
    assert set(snapshot_for(store.pk, version, [stew.pk]).items) == {stew.pk}
    build_wanted()
    assert set(snapshot_for(store.pk, version, [stew.pk]).items) == {stew.pk, beer.pk}


def test_a_process_that_serves_builds_what_its_orders_missed(store: Store, stew: MenuItem, beer: MenuItem) -> None:
    version = menu_version_of(store.pk)
    snapshot_for(store.pk, version, [stew.pk])

    async def serve() -> None:
        hub = Hub()
        await hub.start()
        deadline = time.monotonic() + PATIENCE
        while not snapshot._kept and time.monotonic() < deadline:
            await asyncio.sleep(0.01)
        await hub.stop()

    asyncio.run(serve())
    assert set(snapshot_for(store.pk, version, [stew.pk]).items) == {stew.pk, beer.pk}


def test_tablets_that_ask_at_once_have_it_built_once(
    store: Store, stew: MenuItem, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = menu_version_of(store.pk)
    built: list[int] = []

    def slowly(store_id: uuid.UUID, version: int) -> snapshot.MenuSnapshot:
        built.append(1)
        time.sleep(0.1)  # as a large one
        return build_snapshot(store_id, version)

    monkeypatch.setattr(snapshot, "build_snapshot", slowly)
    menus = at_once([lambda: menu_snapshot(store.pk, version)] * 4)
    assert (len(built), len({id(menu) for menu in menus})) == (1, 1)
