"""An order without an answer is given up by its key: it is shown if it came, and never comes if it did not."""

from typing import Any

import pytest

from menu.models import MenuItem
from orders.models import Order, StoreEvent, WithdrawnKey
from tables.models import TableSession
from tests.orders.journeys import move
from tests.personas import StaffCaller, TabletCaller, attrs, codes, line_of
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def withdraw(tablet: TabletCaller, key: str = "k") -> Any:
    answer = tablet.post("/orders/withdraw", Idempotency_Key=key)
    assert (answer.status_code, faults(answer, "POST", "/orders/withdraw")) == (200, [])
    return answer.json()["order"]


def test_an_order_that_never_came_does_not_come_any_more(tablet: TabletCaller, stew: MenuItem) -> None:
    assert withdraw(tablet) is None
    late = tablet.order((stew, 1), key="k")
    assert (late.status_code, codes(late), faults(late, "POST", "/orders")) == (409, ["order_withdrawn"], [])
    assert not Order.objects.exists()
    assert not TableSession.objects.exists()
    assert not StoreEvent.objects.exists()


def test_it_may_be_given_up_again_and_again(tablet: TabletCaller, stew: MenuItem) -> None:
    assert [withdraw(tablet) for _ in range(3)] == [None] * 3
    assert WithdrawnKey.objects.count() == 1
    assert codes(tablet.order((stew, 1), key="k")) == ["order_withdrawn"]


def test_nothing_else_is_given_up_with_it(
    tablet: TabletCaller, other_tablet: TabletCaller, staff: StaffCaller, stew: MenuItem
) -> None:
    withdraw(tablet)
    body = {"table": str(tablet.table.pk), "items": [line_of(stew)]}
    assert tablet.order((stew, 1), key="another").status_code == 201
    assert other_tablet.order((stew, 1), key="k").status_code == 201
    assert staff.post("/staff/orders", body, Idempotency_Key="another too").status_code == 201


def test_an_order_that_came_is_shown_and_stays(tablet: TabletCaller, stew: MenuItem) -> None:
    order = tablet.order((stew, 1), key="k").json()
    assert withdraw(tablet) == order
    assert (tablet.order((stew, 1), key="k").status_code, tablet.order((stew, 2)).status_code) == (200, 201)
    assert not WithdrawnKey.objects.exists()


def test_it_is_shown_as_it_is_now_wherever_its_guests_are(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    order = tablet.order((stew, 1), key="k").json()
    assert move(staff, tablet, other_tablet).status_code == 200
    moved = withdraw(tablet)
    assert moved == order | {"table": moved["table"]}
    assert moved["table"]["id"] == str(other_tablet.table.pk)
    staff.post(f"/staff/tables/{other_tablet.table.pk}/close", {"force": True})
    assert withdraw(tablet) == moved


def test_a_pause_keeps_nobody_from_it(staff: StaffCaller, tablet: TabletCaller) -> None:
    tablet.store.accepting_orders = False
    tablet.store.save()
    assert withdraw(tablet) is None


def test_a_persons_order_is_not_the_guests_to_ask_for(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    body = {"table": str(tablet.table.pk), "items": [line_of(stew)]}
    assert staff.post("/staff/orders", body, Idempotency_Key="k").status_code == 201
    answer = tablet.post("/orders/withdraw", Idempotency_Key="k")
    assert (answer.status_code, codes(answer)) == (422, ["idempotency_key_reused"])


def test_another_tables_or_stores_tablet_learns_and_gives_up_nothing(
    tablet: TabletCaller, other_tablet: TabletCaller, outside_tablet: TabletCaller, stew: MenuItem
) -> None:
    order = tablet.order((stew, 1), key="k").json()
    for stranger in (other_tablet, outside_tablet):
        assert withdraw(stranger) is None
        assert withdraw(stranger, "not sent yet") is None
    assert tablet.order((stew, 1), key="k").json() == order
    assert tablet.order((stew, 1), key="not sent yet").status_code == 201


@pytest.mark.parametrize(("headers", "code"), [({}, "required"), ({"Idempotency_Key": "k" * 65}, "max_length")])
def test_it_needs_a_key(tablet: TabletCaller, headers: dict[str, str], code: str) -> None:
    answer = tablet.post("/orders/withdraw", **headers)
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], ["Idempotency-Key"])
