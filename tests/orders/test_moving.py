"""Guests move to a free table, and their orders with them."""

import uuid

import pytest

from menu.models import MenuItem
from orders.models import Order, StoreEvent
from tables.models import SessionStep, Table, TableSession
from tests.orders.journeys import merge, move, newest, news, reference
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_the_session_goes_to_the_free_table(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": 3})
    orders = [tablet.order((stew, 1)).json() for _ in range(2)]
    session = tablet.get("/orders").json()["session"]
    answer = move(staff, tablet, other_tablet)
    assert (answer.status_code, faults(answer, "POST", "/staff/tables/{table_id}/move")) == (200, [])
    assert answer.json() == {
        "session": session,
        "table": reference(other_tablet),
        "from_table": reference(tablet),
    }
    left, came = tablet.get("/orders").json(), other_tablet.get("/orders").json()
    assert (left["session"], left["orders"], left["total"]) == (None, [], 0)
    assert (came["session"], came["total"]) == (session, 18000)
    assert came["orders"] == [order | {"table": reference(other_tablet)} for order in orders]


def test_both_tables_are_told_and_the_new_one_gets_every_order(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    orders = [tablet.order((stew, 1)).json() for _ in range(2)]
    before = newest(staff)
    moved = move(staff, tablet, other_tablet).json()
    assert news(tablet, before) == [("session.moved", moved)]
    seen = [("order.updated", {"order": order | {"table": reference(other_tablet)}}) for order in orders]
    assert news(other_tablet, before) == [("session.moved", moved), *seen]
    assert newest(staff) == before + 3


def test_a_cart_of_the_old_table_is_refused_and_opens_nothing(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    session = tablet.order((stew, 1)).json()["session_id"]
    move(staff, tablet, other_tablet)
    answer = tablet.order((stew, 1), session_id=session)
    assert (answer.status_code, codes(answer)) == (409, ["session_closed"])
    assert (Order.objects.count(), TableSession.objects.count()) == (1, 1)
    assert other_tablet.order((stew, 1), session_id=session).json()["session_id"] == session


def test_an_order_sent_again_after_the_move_is_the_same_order(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    first = tablet.order((stew, 1), key="k").json()
    move(staff, tablet, other_tablet)
    again = tablet.order((stew, 1), key="k")
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (200, "true")
    assert again.json() == first | {"table": reference(other_tablet)}
    assert Order.objects.count() == 1


def test_the_next_guests_start_clean_at_the_old_table(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    old = tablet.order((stew, 1)).json()
    move(staff, tablet, other_tablet)
    new = tablet.order((stew, 2)).json()
    assert new["session_id"] != old["session_id"]
    assert tablet.get("/orders").json()["orders"] == [new]
    assert tablet.get(f"/orders/{old['id']}").status_code == 404
    assert other_tablet.get(f"/orders/{old['id']}").json()["number"] == old["number"]


def test_an_order_is_stepped_cancelled_and_undone_where_its_guests_sit(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    order = tablet.order((stew, 1)).json()
    path = f"/staff/orders/{order['id']}"
    assert staff.patch(path, {"status": "preparing"}).json()["table"] == reference(tablet)
    move(staff, tablet, other_tablet)
    before = newest(staff)
    undone = staff.post(f"{path}/undo").json()
    cancelled = staff.post(f"{path}/cancel", {"reason": "changed their minds"}).json()
    assert (undone["status"], undone["table"]) == ("pending", reference(other_tablet))
    assert news(other_tablet, before) == [("order.updated", {"order": each}) for each in (undone, cancelled)]
    assert news(tablet, before) == []


def test_the_order_list_and_the_board_have_it_at_the_new_table(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    tablet.order((stew, 1))
    move(staff, tablet, other_tablet)
    (order,) = staff.get(f"/staff/orders?table={other_tablet.table.pk}").json()["results"]
    assert order["table"] == reference(other_tablet)
    assert staff.get(f"/staff/orders?table={tablet.table.pk}").json()["results"] == []
    sessions = {table["id"]: table["session"] for table in staff.get("/staff/board").json()["tables"]}
    assert sessions[str(tablet.table.pk)] is None
    assert sessions[str(other_tablet.table.pk)]["orders"] == [order]


@pytest.mark.parametrize("sent", [{}, {"to": None}, {"to": "7"}])
def test_where_to_must_be_a_table(staff: StaffCaller, tablet: TabletCaller, sent: dict[str, str]) -> None:
    answer = staff.post(f"/staff/tables/{tablet.table.pk}/move", sent)
    assert (answer.status_code, attrs(answer)) == (400, ["to"])


@pytest.mark.parametrize("deed", [move, merge])
def test_guests_cannot_go_where_they_are(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem, deed: object
) -> None:
    tablet.order((stew, 1))
    answer = deed(staff, tablet, tablet)  # type: ignore[operator] # both are functions
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, ["invalid"], ["to"])


def test_what_cannot_be_changes_nothing(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, outside_tablet: TabletCaller, stew: MenuItem
) -> None:
    answer = move(staff, tablet, other_tablet)
    assert (answer.status_code, codes(answer)) == (422, ["no_open_session"])
    for guests in (tablet, other_tablet):
        guests.order((stew, 1))
    events = StoreEvent.objects.count()
    answer = move(staff, tablet, other_tablet)
    assert (answer.status_code, codes(answer)) == (409, ["table_occupied"])
    assert move(staff, tablet, outside_tablet).status_code == 404
    assert staff.post(f"/staff/tables/{tablet.table.pk}/move", {"to": str(uuid.uuid4())}).status_code == 404
    Table.objects.filter(pk=other_tablet.table.pk).update(is_active=False)
    assert move(staff, tablet, other_tablet).status_code == 404
    assert (StoreEvent.objects.count(), SessionStep.objects.count()) == (events, 0)
