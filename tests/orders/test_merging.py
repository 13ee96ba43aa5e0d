"""Two tables' bills become one."""

import pytest

from accounts.models import Store
from menu.models import MenuItem
from orders.models import Order, StoreEvent
from tables.models import TableSession
from tests.orders.journeys import merge, newest, news, reference
from tests.personas import StaffCaller, TabletCaller, codes, tablet_at
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def guests(tablet: TabletCaller) -> TabletCaller:
    return tablet


@pytest.fixture
def hosts(other_tablet: TabletCaller) -> TabletCaller:
    """Whose table the guests join."""
    return other_tablet


def test_the_target_has_both_bills(
    staff: StaffCaller, guests: TabletCaller, hosts: TabletCaller, stew: MenuItem, beer: MenuItem
) -> None:
    first, second = hosts.order((beer, 1)).json(), guests.order((stew, 1)).json()
    third, dropped = hosts.order((beer, 2)).json(), guests.order((stew, 9)).json()
    dropped = staff.post(f"/staff/orders/{dropped['id']}/cancel", {"reason": "too many"}).json()
    answer = merge(staff, guests, hosts)
    assert (answer.status_code, faults(answer, "POST", "/staff/tables/{table_id}/merge")) == (200, [])
    bill = hosts.get("/orders").json()
    assert answer.json() == {
        "session": bill["session"],
        "table": reference(hosts),
        "from_table": reference(guests),
        "total": 24000,
    }
    there = {"session_id": first["session_id"], "table": reference(hosts)}
    assert bill["orders"] == [first, second | there, third, dropped | there]
    assert (bill["session"]["id"], bill["total"]) == (first["session_id"], 24000)
    left = guests.get("/orders").json()
    assert (left["session"], left["orders"], left["total"]) == (None, [], 0)


def test_both_tables_are_told_and_the_target_gets_every_order(
    staff: StaffCaller, guests: TabletCaller, hosts: TabletCaller, stew: MenuItem
) -> None:
    hosts.order((stew, 1))
    orders = [guests.order((stew, 1)).json() for _ in range(2)]
    before = newest(staff)
    merged = merge(staff, guests, hosts).json()
    del merged["total"]
    assert news(guests, before) == [("session.merged", merged)]
    there = {"session_id": merged["session"]["id"], "table": reference(hosts)}
    assert news(hosts, before) == [
        ("session.merged", merged),
        *[("order.updated", {"order": order | there}) for order in orders],
    ]


@pytest.mark.parametrize(("counts", "together"), [((3, 2), 5), ((3, None), None), ((None, 2), None)])
def test_the_number_of_guests_is_their_sum_where_both_are_known(
    staff: StaffCaller, store: Store, stew: MenuItem, counts: tuple[int | None, ...], together: int | None
) -> None:
    guests, hosts = tablet_at(store), tablet_at(store)
    for tablet, count in zip((guests, hosts), counts, strict=True):
        if count:
            staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": count})
        tablet.order((stew, 1))
    assert merge(staff, guests, hosts).json()["session"]["guests"] == together
    assert hosts.get("/orders").json()["session"]["guests"] == together


def test_a_cart_of_the_session_that_ended_is_refused_and_opens_nothing(
    staff: StaffCaller, guests: TabletCaller, hosts: TabletCaller, stew: MenuItem
) -> None:
    hosts.order((stew, 1))
    old = guests.order((stew, 1), key="k").json()
    merge(staff, guests, hosts)
    for tablet in (guests, hosts):
        answer = tablet.order((stew, 1), session_id=old["session_id"])
        assert (answer.status_code, codes(answer)) == (409, ["session_closed"])
    again = guests.order((stew, 1), key="k")
    assert (again.status_code, again.json()["id"], again.json()["table"]) == (200, old["id"], reference(hosts))
    assert (Order.objects.count(), TableSession.objects.filter(closed_at=None).count()) == (2, 1)


def test_the_bill_is_finished_once_and_as_one(
    staff: StaffCaller, guests: TabletCaller, hosts: TabletCaller, stew: MenuItem
) -> None:
    for tablet in (guests, hosts):
        tablet.order((stew, 1))
    merge(staff, guests, hosts)
    assert codes(staff.post(f"/staff/tables/{guests.table.pk}/close", {})) == ["no_open_session"]
    assert codes(staff.post(f"/staff/tables/{hosts.table.pk}/close", {})) == ["session_has_open_orders"]
    finished = staff.post(f"/staff/tables/{hosts.table.pk}/close", {"force": True}).json()
    assert (finished["order_count"], finished["total"]) == (2, 18000)


def test_a_step_made_before_the_merge_is_undone_after_it(
    staff: StaffCaller, guests: TabletCaller, hosts: TabletCaller, stew: MenuItem
) -> None:
    hosts.order((stew, 1))
    order = guests.order((stew, 1)).json()
    staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "mistaken"})
    merge(staff, guests, hosts)
    assert hosts.get("/orders").json()["total"] == 9000
    undone = staff.post(f"/staff/orders/{order['id']}/undo").json()
    assert (undone["status"], undone["table"]) == ("pending", reference(hosts))
    assert hosts.get("/orders").json()["total"] == 18000


def test_both_tables_need_guests(
    staff: StaffCaller, guests: TabletCaller, hosts: TabletCaller, outside_tablet: TabletCaller, stew: MenuItem
) -> None:
    for tablet in (hosts, guests):
        answer = merge(staff, guests, hosts)
        assert (answer.status_code, codes(answer)) == (422, ["no_open_session"])
        tablet.order((stew, 1))
    outside_tablet.post("/service-calls", {"kind": "water"})
    events = StoreEvent.objects.count()
    assert merge(staff, guests, outside_tablet).status_code == 404
    assert StoreEvent.objects.count() == events
