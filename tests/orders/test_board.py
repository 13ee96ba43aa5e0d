"""The board: every table with its open session, orders and calls, at one moment."""

import pytest

from menu.models import MenuItem
from orders.models import StoreCounter
from tables.models import Table
from tests.factories import TableFactory
from tests.personas import StaffCaller, TabletCaller, tablet_at
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_an_empty_store_has_an_empty_board(staff: StaffCaller) -> None:
    answer = staff.get("/staff/board")
    assert (answer.status_code, answer.json()) == (200, {"last_event_id": 0, "tables": []})


def test_the_board_is_as_the_document_says(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    TableFactory(store=tablet.store, number=9500, name="창가", zone="홀", seats=2)
    tablet.order((stew, 1))
    tablet.post("/service-calls", {"kind": "water"})
    Table.objects.filter(pk=tablet.table.pk).update(position_x=0, position_y=100)
    answer = staff.get("/staff/board")
    assert faults(answer, "GET", "/staff/board") == []
    assert answer.json()["last_event_id"] == 3
    assert answer.json()["tables"][0]["position"] == {"x": 0, "y": 100}
    empty = answer.json()["tables"][-1]
    assert empty.pop("id")
    assert empty == {
        "number": 9500,
        "name": "창가",
        "zone": "홀",
        "seats": 2,
        "position": None,
        "is_active": True,
        "session": None,
        "service_calls": [],
    }


def test_tables_stand_by_number_and_orders_oldest_first(staff: StaffCaller, stew: MenuItem) -> None:
    tablets = [tablet_at(staff.store, number=number) for number in (7, 3, 5)]
    orders = {tablet.table.number: [tablet.order((stew, 1)).json() for _ in range(3)] for tablet in tablets}
    board = staff.get("/staff/board").json()
    assert [table["number"] for table in board["tables"]] == [3, 5, 7]
    for table in board["tables"]:
        assert table["session"]["orders"] == orders[table["number"]]
        assert table["session"]["total"] == 27000


def test_a_table_out_of_use_is_not_on_it(staff: StaffCaller) -> None:
    TableFactory(store=staff.store, is_active=False)
    assert staff.get("/staff/board").json()["tables"] == []


def test_a_table_out_of_use_stays_while_there_are_guests(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    tablet.order((stew, 1))
    tablet.table.is_active = False
    tablet.table.save()
    assert len(staff.get("/staff/board").json()["tables"]) == 1
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
    assert staff.get("/staff/board").json()["tables"] == []


def test_finished_sessions_are_not_on_it(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1))
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
    assert staff.get("/staff/board").json()["tables"][0]["session"] is None


def test_it_carries_the_number_of_the_newest_event(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    for _ in range(3):
        tablet.order((stew, 1))
        newest = StoreCounter.objects.get(store=staff.store).last_event
        assert staff.get("/staff/board").json()["last_event_id"] == newest
        assert tablet.get("/orders").json()["last_event_id"] == newest
