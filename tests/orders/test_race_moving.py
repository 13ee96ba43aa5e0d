"""Orders, steps and calls race with a move or a merge: each lands wholly before or wholly after it."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest

from menu.models import MenuItem
from orders import moving, placing, service_calls, steps
from orders.models import Order, StoreEvent
from tables.models import TableSession
from tests.orders.journeys import merge, move, reference
from tests.orders.racing import Collision, at_once, without_row_locks
from tests.personas import StaffCaller, TabletCaller, codes, tablet_at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]
Patch = pytest.MonkeyPatch


@dataclass(frozen=True)
class Trip:
    """Guests with an order, where they go to, and how."""

    staff: StaffCaller
    guests: TabletCaller
    hosts: TabletCaller
    stew: MenuItem
    session: str
    way: Any

    def go(self) -> Any:
        return self.way(self.staff, self.guests, self.hosts)

    def order(self) -> Any:
        return self.guests.order((self.stew, 1), session_id=self.session)

    def step(self) -> Any:
        first = Order.objects.filter(session=self.session).earliest("id")
        return self.staff.patch(f"/staff/orders/{first.pk}", {"status": "preparing"})


def trip_by(way: Any, staff: StaffCaller, stew: MenuItem) -> Trip:
    guests, hosts = tablet_at(staff.store), tablet_at(staff.store)
    if way is merge:
        staff.post(f"/staff/tables/{hosts.table.pk}/open", {"guests": 2})
    return Trip(staff, guests, hosts, stew, guests.order((stew, 1)).json()["session_id"], way)


@pytest.fixture(params=[move, merge])
def trip(request: pytest.FixtureRequest, staff: StaffCaller, stew: MenuItem) -> Trip:
    return trip_by(request.param, staff, stew)


def test_an_order_that_was_first_goes_along(monkeypatch: Patch, trip: Trip) -> None:
    order, gone = Collision(monkeypatch, placing, "_check_and_price").of(trip.order, trip.go)
    assert (order.status_code, gone.status_code) == (201, 200)
    assert trip.hosts.get("/orders").json()["total"] == 18000


def test_without_the_tables_lock_it_would_be_on_nobodys_bill(
    monkeypatch: Patch, staff: StaffCaller, stew: MenuItem
) -> None:
    trip = trip_by(merge, staff, stew)
    without_row_locks(monkeypatch)
    order, merged = Collision(monkeypatch, placing, "_check_and_price").of(trip.order, trip.go)
    # It is stored in a session that is over: neither table's guests see or pay it.
    assert (order.status_code, merged.json()["total"]) == (201, 9000)
    assert TableSession.objects.get(pk=order.json()["session_id"]).closed_at
    assert trip.hosts.get("/orders").json()["total"] == 9000


def test_an_order_that_came_second_is_refused_and_opens_nothing(monkeypatch: Patch, trip: Trip) -> None:
    gone, order = Collision(monkeypatch, moving, "bring_calls").of(trip.go, trip.order)
    assert gone.status_code == 200
    assert (order.status_code, codes(order)) == (409, ["session_closed"])
    assert (Order.objects.count(), TableSession.objects.filter(closed_at=None).count()) == (1, 1)


def test_a_step_that_was_first_is_done_before_they_go(monkeypatch: Patch, trip: Trip) -> None:
    step, gone = Collision(monkeypatch, steps, "order_updated").of(trip.step, trip.go)
    assert (step.json()["table"], gone.status_code) == (reference(trip.guests), 200)
    (seen,) = trip.hosts.get("/orders").json()["orders"]
    assert (seen["status"], seen["table"]) == ("preparing", reference(trip.hosts))


def test_a_step_that_came_second_happens_where_they_are(monkeypatch: Patch, trip: Trip) -> None:
    _, step = Collision(monkeypatch, moving, "bring_calls").of(trip.go, trip.step)
    assert (step.status_code, step.json()["table"]) == (200, reference(trip.hosts))
    assert trip.hosts.get("/orders").json()["orders"] == [step.json()]


def test_without_the_orders_lock_screens_would_be_told_of_the_wrong_table(
    monkeypatch: Patch, staff: StaffCaller, stew: MenuItem
) -> None:
    trip = trip_by(move, staff, stew)
    without_row_locks(monkeypatch)
    step, gone = Collision(monkeypatch, steps, "record_events").of(trip.step, trip.go)
    # They hear of the move first, and then of an order at the table that its guests have left.
    assert (step.status_code, gone.status_code) == (200, 200)
    last = StoreEvent.objects.latest("number")
    assert (last.kind, last.table_id) == ("order.updated", trip.guests.table.pk)
    assert trip.hosts.get("/orders").json()["orders"][0]["table"] == reference(trip.hosts)


def test_a_call_is_taken_before_they_go_or_after(monkeypatch: Patch, trip: Trip) -> None:
    calls = [trip.guests.post("/service-calls", {"kind": kind}).json() for kind in ("water", "bill")]
    water, bill = [partial(trip.staff.post, f"/staff/service-calls/{call['id']}/acknowledge") for call in calls]
    _, taken = Collision(monkeypatch, moving, "record_events").of(trip.go, water)
    assert (taken.status_code, taken.json()["table"]) == (200, reference(trip.hosts))
    onwards = partial(move, trip.staff, trip.hosts, tablet_at(trip.staff.store))
    taken, gone = Collision(monkeypatch, service_calls, "_acknowledge").of(bill, onwards)
    assert (taken.json()["table"], gone.status_code) == (reference(trip.hosts), 200)
    assert not [table for table in trip.staff.get("/staff/board").json()["tables"] if table["service_calls"]]


def seated(staff: StaffCaller, stew: MenuItem, tables: int) -> list[TabletCaller]:
    """So many tables with an order each."""
    tablets = [tablet_at(staff.store) for _ in range(tables)]
    for tablet in tablets:
        tablet.order((stew, 1))
    return tablets


def test_tables_that_join_each_other_at_the_same_moment_do_not_wait_for_each_other(
    staff: StaffCaller, stew: MenuItem
) -> None:
    one, other = seated(staff, stew, 2)
    answers = at_once([partial(merge, staff, *way) for way in ((one, other), (other, one)) for _ in range(3)])
    assert sorted(answer.status_code for answer in answers) == [200, 422, 422, 422, 422, 422]
    assert Order.objects.filter(session__closed_at=None).count() == 2


def test_two_parties_never_take_one_free_table(staff: StaffCaller, stew: MenuItem) -> None:
    free = tablet_at(staff.store)
    answers = at_once([partial(move, staff, tablet, free) for tablet in seated(staff, stew, 4)])
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


def test_however_they_fall_every_order_is_on_one_open_bill(staff: StaffCaller, stew: MenuItem) -> None:
    tablets = seated(staff, stew, 3)
    deeds = [partial(tablet.order, (stew, 1)) for tablet in tablets]
    deeds += [partial(merge, staff, tablets[0], tablets[1]), partial(move, staff, tablets[2], tablets[0])]
    assert {answer.status_code for answer in at_once(deeds)} <= {200, 201, 409}
    bills = [tablet.get("/orders").json() for tablet in tablets]
    assert sum(len(bill["orders"]) for bill in bills) == Order.objects.count() == 6
