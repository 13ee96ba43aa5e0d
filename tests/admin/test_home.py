"""Home: today at a glance."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.business_day import utc_now
from accounts.models import Role, Store
from menu.models import MenuItem
from orders.models import Order, OrderStatus
from orders.sales.summaries import today_of
from tables.models import ServiceCall, TableSession, Tablet
from tests.admin.conftest import person
from tests.admin.office import Office
from tests.admin.rows import Rows
from tests.factories import MenuItemFactory, StoreFactory


def values(office: Office) -> dict[str, tuple[str, str]]:
    """What the tiles say: value and note by label."""
    [day] = office.get("/admin/").context_data["days"]
    return {tile.label: (tile.value, tile.note) for tile in day.tiles}


@pytest.fixture
def now_here(here: Rows, store: Store) -> Rows:
    """The store's one order was placed ten minutes ago."""
    day, ago = today_of(store), utc_now() - timedelta(minutes=10)
    Order.objects.filter(store=store).update(business_date=day, created_at=ago)
    TableSession.objects.filter(store=store).update(business_date=day)
    ServiceCall.objects.filter(store=store).update(created_at=ago)
    return here


def test_it_says_how_today_goes(manager: Office, now_here: Rows, elsewhere: Rows) -> None:
    shown = values(manager)
    assert shown["Sales so far"][0] == "₩9,000"
    assert shown["Orders waiting"] == ("1", "the oldest for 10 min")
    assert shown["Unanswered calls"] == ("1", "the oldest for 10 min")
    assert shown["Open tables"] == ("1", "of 1 tables")
    assert shown["Sold out"][0] == shown["Silent tablets"][0] == "0"


def test_it_follows_what_happens(manager: Office, now_here: Rows) -> None:
    MenuItem.objects.update(remaining=0)
    Tablet.objects.update(last_seen_at=utc_now() - timedelta(minutes=6))
    ServiceCall.objects.update(acknowledged_at=utc_now())
    TableSession.objects.update(closed_at=utc_now())
    Order.objects.update(status=OrderStatus.CANCELLED, cancel_reason="guest", cancelled_at=utc_now())
    shown = values(manager)
    assert [shown[name][0] for name in ("Sold out", "Silent tablets", "Unanswered calls", "Open tables")] == list(
        "1100"
    )
    assert shown["Orders waiting"] == ("0", "nobody waits")
    assert shown["Sales so far"][0] == "₩0"


def test_sales_are_compared_with_the_same_time_a_week_ago(manager: Office, now_here: Rows, store: Store) -> None:
    order = Order.objects.get(store=store)
    for key, minutes, total in (("then", 20, 4000), ("later", -20, 8000)):
        moment = utc_now() - timedelta(days=7, minutes=minutes)
        Order.objects.create(
            store=store, table=order.table, session=order.session, number=40 + minutes, total=total, body_hash=key,
            business_date=order.business_date - timedelta(days=7), idempotency_key=key, created_at=moment,
            status=OrderStatus.COMPLETED,
        )  # fmt: skip
    assert "a week ago by this time: ₩4,000" in values(manager)["Sales so far"][1]


def test_each_tile_leads_to_its_page(manager: Office, now_here: Rows) -> None:
    [day] = manager.get("/admin/").context_data["days"]
    assert {tile.label: manager.get(tile.address).status_code for tile in day.tiles} == {
        tile.label: 200 for tile in day.tiles
    }


def test_the_list_behind_sold_out_has_as_many_as_the_tile_says(manager: Office, now_here: Rows, store: Store) -> None:
    dish = MenuItem.objects.get(store=store)
    MenuItemFactory(category=dish.category, remaining=0)
    [sold_out] = [tile for tile in manager.get("/admin/").context_data["days"][0].tiles if tile.label == "Sold out"]
    assert manager.get(sold_out.address).context_data["cl"].result_count == int(sold_out.value) == 1


def test_stores_stand_side_by_side_until_one_is_chosen(both: Office, here: Rows, elsewhere: Rows) -> None:
    assert {day.store.pk for day in both.get("/admin/").context_data["days"]} == {here[Store].pk, elsewhere[Store].pk}
    both.client.post("/admin/choose-store/", {"store": here[Store].pk})
    assert [day.store.pk for day in both.get("/admin/").context_data["days"]] == [here[Store].pk]


def test_a_new_store_is_told_what_to_do_first(store: Store) -> None:
    new = StoreFactory()
    page = Office(person(Role.MANAGER, new)).get("/admin/")
    [day] = page.context_data["days"]
    assert [text for text, _address in day.to_do] == [
        "Add your first dish",
        "Create your tables",
        "Pair a tablet with a table",
        "Add the people who work here",
    ]
    assert "Nothing was sold yet" in page.content.decode()


def test_it_names_nothing_of_another_store(manager: Office, now_here: Rows, elsewhere: Rows) -> None:
    assert "ELSEWHERE" not in manager.get("/admin/").content.decode()


def test_it_costs_as_much_however_many_orders_there_are(manager: Office, now_here: Rows, store: Store) -> None:
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            manager.get("/admin/")
        return len(queries)

    cost()
    few = cost()
    order: Any = Order.objects.get(store=store)
    for number in range(2, 8):
        order.pk, order.number, order.idempotency_key = None, number, str(number)
        order._state.adding = True
        order.id = Order._meta.pk.get_default()
        order.save(force_insert=True)
    assert cost() == few
