"""The guest pays what the guest saw: any other total is refused, with the amounts as they are now."""

import pytest

from menu.models import MenuItem, Option
from orders.models import Order, StoreEvent
from tables.models import TableSession
from tests.factories import ask
from tests.personas import StaffCaller, TabletCaller, attrs, codes, line_of
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_another_total_is_refused_with_every_amount(tablet: TabletCaller, stew: MenuItem, beer: MenuItem) -> None:
    hot, _ = ask(stew, price=500, max_choices=2)
    MenuItem.objects.filter(pk=stew.pk).update(price=9500)
    Option.objects.filter(pk=hot.pk).update(price=700)
    answer = tablet.order((stew, 2, [hot]), (beer, 1))
    assert answer.status_code == 409
    assert faults(answer, "POST", "/orders") == []
    assert (codes(answer), attrs(answer)) == (["price_changed"], ["expected_total"])
    refusal = answer.json()
    assert refusal["total"] == (9500 + 700) * 2 + 5000
    assert refusal["items"] == [
        {
            "menu_item": str(stew.pk),
            "unit_price": 9500,
            "options": [{"id": str(hot.pk), "price": 700}],
            "line_total": 20400,
        },
        {"menu_item": str(beer.pk), "unit_price": 5000, "options": [], "line_total": 5000},
    ]
    assert not Order.objects.exists()
    assert not TableSession.objects.exists()
    assert not StoreEvent.objects.exists()


@pytest.mark.parametrize("total", [0, 8999, 9001, 10**15])
def test_a_total_off_by_anything_is_refused(tablet: TabletCaller, stew: MenuItem, total: int) -> None:
    answer = tablet.order((stew, 1), expected_total=total)
    assert (answer.status_code, codes(answer)) == (409, ["price_changed"])
    assert answer.json()["total"] == 9000


def test_the_refusal_takes_no_stock(tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(remaining=5)
    assert tablet.order((stew, 2), expected_total=1).status_code == 409
    stew.refresh_from_db()
    assert stew.remaining == 5


def test_a_tablet_must_say_what_the_guest_saw(tablet: TabletCaller, stew: MenuItem) -> None:
    for body, code in (({}, "required"), ({"expected_total": None}, "null")):
        answer = tablet.post("/orders", {"items": [line_of(stew)]} | body, Idempotency_Key="k")
        assert answer.status_code == 400
        assert (codes(answer), attrs(answer)) == ([code], ["expected_total"])


def test_staff_may_leave_it_out_but_are_held_to_what_they_give(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    body = {"table": str(tablet.table.pk), "items": [line_of(stew)]}
    assert staff.post("/staff/orders", body, Idempotency_Key="a").status_code == 201
    assert staff.post("/staff/orders", body | {"expected_total": None}, Idempotency_Key="b").status_code == 201
    answer = staff.post("/staff/orders", body | {"expected_total": 1}, Idempotency_Key="c")
    assert (answer.status_code, codes(answer)) == (409, ["price_changed"])
