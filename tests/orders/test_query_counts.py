"""What each call asks of the database: fixed numbers, whatever is stored and whatever is ordered."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.access import forget_standings
from menu.models import Category, MenuItem
from orders.models import Order
from tables.models import TableSession
from tests.factories import MenuItemFactory, ask
from tests.orders.journeys import merge, move
from tests.personas import StaffCaller, TabletCaller, line_of, tablet_at

# Transactions as in real life: what begins and ends them is counted too.
pytestmark = pytest.mark.django_db(transaction=True)

Queries = Callable[[int], AbstractContextManager[Any]]

ON_POSTGRESQL = int(connection.vendor == "postgresql")
WHO = 1  # whether the caller still may
ATOMIC = 2  # BEGIN, COMMIT
SNAPSHOT = ATOMIC + ON_POSTGRESQL  # which must ask for one moment; SQLite's transactions all are
WAKING = ON_POSTGRESQL  # NOTIFY
PLACING = WHO + ATOMIC + 6 + WAKING  # table, state, lines, numbers, order, events
OPENING = 1  # the session
MENU = WHO + 1  # its version


@pytest.fixture
def queries(django_assert_num_queries: Any) -> Queries:
    """Exactly so many, and none of them saved by having asked before."""

    def exactly(number: int) -> AbstractContextManager[Any]:
        forget_standings()
        found: AbstractContextManager[Any] = django_assert_num_queries(number)
        return found

    return exactly


def store_many(tablet: TabletCaller, orders: int, *, session: TableSession | None = None) -> None:
    """Put finished or running business into the database."""
    session = session or TableSession.objects.create(
        store=tablet.store,
        table=tablet.table,
        business_date="2026-01-01",
        opened_at="2026-01-01T10:00:00Z",
        closed_at="2026-01-01T11:00:00Z",
    )
    highest = Order.objects.count()
    Order.objects.bulk_create(
        Order(
            store=tablet.store,
            table=session.table,
            session=session,
            number=highest + number + 1,
            business_date="2026-01-01",
            total=1,
            idempotency_key=f"stored {highest + number}",
            body_hash="",
            created_at="2026-01-01T10:00:00Z",
        )
        for number in range(orders)
    )


def test_placing_costs_the_same_for_one_line_and_fifty_and_for_any_number_of_orders(
    queries: Queries, tablet: TabletCaller, stew: MenuItem
) -> None:
    options = ask(stew, options=3, max_choices=3)
    tablet.get("/menu")  # a process reads the menu once for each version
    with queries(PLACING + OPENING):
        assert tablet.order((stew, 1)).status_code == 201
    for stored in (0, 500):
        store_many(tablet, stored)
        for lines in (1, 50):
            with queries(PLACING):
                assert tablet.order(*[(stew, 2, options)] * lines).status_code == 201


def test_counted_stock_costs_the_same_for_one_item_and_many(
    tablet: TabletCaller, category: Category, stew: MenuItem
) -> None:
    items = [MenuItemFactory(category=category, remaining=1000) for _ in range(20)]
    tablet.order((stew, 1))
    costs = set()
    for ordered in (items[:1], items):
        tablet.get("/menu")
        forget_standings()
        with CaptureQueriesContext(connection) as asked:
            assert tablet.order(*[(item, 2) for item in ordered]).status_code == 201
        costs.add(len(asked))
    assert len(costs) == 1


def test_a_person_places_at_the_same_cost(queries: Queries, staff: StaffCaller, stew: MenuItem) -> None:
    tablet = tablet_at(staff.store)
    tablet.order((stew, 1))
    tablet.get("/menu")
    body = {"table": str(tablet.table.pk), "items": [line_of(stew)] * 20}
    with queries(PLACING):
        assert staff.post("/staff/orders", body, Idempotency_Key="k").status_code == 201


@pytest.mark.parametrize("items", [1, 60])
def test_the_menu_costs_its_version(queries: Queries, tablet: TabletCaller, category: Category, items: int) -> None:
    for _ in range(items):
        ask(MenuItemFactory(category=category))
    first = tablet.get("/menu")
    with queries(MENU):
        assert tablet.get("/menu").status_code == 200
    with queries(MENU):
        assert tablet.get("/menu", If_None_Match=first.headers["ETag"]).status_code == 304


@pytest.mark.parametrize("items", [1, 60])
def test_so_does_the_menu_for_staff(queries: Queries, staff: StaffCaller, category: Category, items: int) -> None:
    for _ in range(items):
        ask(MenuItemFactory(category=category))
    first = staff.get("/staff/menu")
    with queries(MENU):
        assert staff.get("/staff/menu").status_code == 200
    with queries(MENU):
        assert staff.get("/staff/menu", If_None_Match=first.headers["ETag"]).status_code == 304


@pytest.mark.parametrize("orders", [1, 30])
def test_a_tables_orders(queries: Queries, tablet: TabletCaller, stew: MenuItem, orders: int) -> None:
    store_many(tablet, 200)
    for _ in range(orders):
        tablet.order((stew, 1), (stew, 2))
    with queries(WHO + SNAPSHOT + 4):  # number, session, orders, lines
        assert len(tablet.get("/orders").json()["orders"]) == orders


@pytest.mark.parametrize(("tables", "orders"), [(1, 1), (12, 1), (1, 30), (12, 30)])
def test_the_board(queries: Queries, staff: StaffCaller, stew: MenuItem, tables: int, orders: int) -> None:
    tablets = [tablet_at(staff.store) for _ in range(tables)]
    store_many(tablets[0], 200)
    for tablet in tablets:
        tablet.order((stew, 1))
        tablet.post("/service-calls", {"kind": "water"})
        store_many(tablet, orders - 1, session=TableSession.objects.get(table=tablet.table, closed_at=None))
    with queries(WHO + SNAPSHOT + 6):  # number, sessions, tables, orders, lines, calls
        board = staff.get("/staff/board").json()
    assert [len(table["session"]["orders"]) for table in board["tables"]] == [orders] * tables


@pytest.mark.parametrize("stored", [1, 200])
def test_a_page_of_orders(queries: Queries, staff: StaffCaller, stew: MenuItem, stored: int) -> None:
    store_many(tablet_at(staff.store), stored)
    with queries(WHO + 2):  # orders, lines
        assert len(staff.get("/staff/orders").json()["results"]) == min(stored, 50)


@pytest.mark.parametrize("sessions", [1, 70])
def test_a_page_of_history(queries: Queries, staff: StaffCaller, sessions: int) -> None:
    tablet = tablet_at(staff.store)
    for _ in range(sessions):
        store_many(tablet, 2, session=None)
    with queries(WHO + 6):  # table, who left it, sessions, orders, lines, steps
        assert staff.get(f"/staff/tables/{tablet.table.pk}/history").json()["results"]


@pytest.mark.parametrize("lines", [1, 50])
def test_a_step(queries: Queries, staff: StaffCaller, stew: MenuItem, lines: int) -> None:
    order = tablet_at(staff.store).order(*[(stew, 1)] * lines).json()
    with queries(WHO + ATOMIC + 7 + WAKING):  # order, session, step, order, lines, number, event
        assert staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"}).status_code == 200


@pytest.mark.parametrize("lines", [1, 50])
def test_a_tick(queries: Queries, staff: StaffCaller, stew: MenuItem, lines: int) -> None:
    order = tablet_at(staff.store).order(*[(stew, 1)] * lines).json()
    path = f"/staff/orders/{order['id']}/items/{order['items'][0]['id']}"
    with queries(WHO + ATOMIC + 6 + WAKING):  # order, session, lines, line, number, event
        assert staff.patch(path, {"done": True}).status_code == 200


@pytest.mark.parametrize("orders", [1, 30])
def test_a_move_and_a_merge(queries: Queries, staff: StaffCaller, stew: MenuItem, orders: int) -> None:
    first, second, third = (tablet_at(staff.store) for _ in range(3))
    for _ in range(orders):
        first.order((stew, 1), (stew, 2))
    third.order((stew, 1))
    # tables, sessions, orders and lines, step, who and the audit trail, calls, number and events
    both = 1 + 2 + 2 + 1 + 2 + 1 + 2
    with queries(WHO + ATOMIC + both + 1 + WAKING):  # session
        assert move(staff, first, second).status_code == 200
    with queries(WHO + ATOMIC + both + 4 + WAKING):  # orders, both sessions, total
        assert merge(staff, second, third).status_code == 200
