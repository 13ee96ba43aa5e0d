"""An order belongs to the guests whose cart it was."""

import uuid

import pytest

from menu.models import MenuItem
from orders.models import Order, StoreEvent
from tables.models import TableSession
from tests.personas import StaffCaller, TabletCaller, attrs, codes, line_of

pytestmark = pytest.mark.django_db


def kinds() -> list[str]:
    return list(StoreEvent.objects.order_by("number").values_list("kind", flat=True))


def test_the_first_order_opens_the_session_and_says_so_first(tablet: TabletCaller, stew: MenuItem) -> None:
    order = tablet.order((stew, 1)).json()
    session = TableSession.objects.get()
    assert (str(session.pk), session.table_id, session.closed_at) == (order["session_id"], tablet.table.pk, None)
    assert session.opened_by_id is None
    assert kinds() == ["session.opened", "order.created"]
    assert list(StoreEvent.objects.order_by("number").values_list("number", flat=True)) == [1, 2]


def test_the_next_order_joins_it(tablet: TabletCaller, stew: MenuItem) -> None:
    first, second = tablet.order((stew, 1)).json(), tablet.order((stew, 1)).json()
    assert first["session_id"] == second["session_id"]
    assert kinds() == ["session.opened", "order.created", "order.created"]
    assert tablet.order((stew, 1), session_id=first["session_id"]).status_code == 201


def test_a_cart_from_before_there_was_a_session_joins_what_is_open(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    opened = staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": 2}).json()
    assert tablet.order((stew, 1), session_id=None).json()["session_id"] == opened["id"]


def test_the_cart_of_guests_who_left_is_refused_and_nothing_is_stored(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    old = tablet.order((stew, 1)).json()
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
    recorded = kinds()
    for next_guests in (False, True):
        if next_guests:
            tablet.order((stew, 3))
            recorded = kinds()
        answer = tablet.order((stew, 1), session_id=old["session_id"], key="late")
        assert (answer.status_code, codes(answer), attrs(answer)) == (409, ["session_closed"], [None])
        assert kinds() == recorded
    assert Order.objects.count() == 2
    assert tablet.get("/orders").json()["total"] == 27000


def test_the_session_of_another_table_or_store_or_of_nobody_is_refused(
    tablet: TabletCaller, other_tablet: TabletCaller, outside_tablet: TabletCaller, stew: MenuItem
) -> None:
    theirs = other_tablet.order((stew, 1)).json()["session_id"]
    foreign = TableSession.objects.create(
        store=outside_tablet.store,
        table=outside_tablet.table,
        business_date="2026-01-01",
        opened_at="2026-01-01T10:00:00Z",
    )
    for session_id in (theirs, str(foreign.pk), str(uuid.uuid4())):
        answer = tablet.order((stew, 1), session_id=session_id)
        assert (answer.status_code, codes(answer)) == (409, ["session_closed"])
    assert not Order.objects.filter(table=tablet.table).exists()


def test_a_stale_session_is_named_before_anything_about_the_lines(tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(status="sold_out")
    assert codes(tablet.order((stew, 1), session_id=str(uuid.uuid4()))) == ["session_closed"]


def test_staffs_cart_is_held_to_its_session_too(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    body = {"table": str(tablet.table.pk), "items": [line_of(stew)]}
    order = staff.post("/staff/orders", body, Idempotency_Key="a").json()
    assert TableSession.objects.get().opened_by_id == staff.user.pk
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
    answer = staff.post("/staff/orders", body | {"session_id": order["session_id"]}, Idempotency_Key="b")
    assert (answer.status_code, codes(answer)) == (409, ["session_closed"])
