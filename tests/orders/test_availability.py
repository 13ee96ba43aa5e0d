"""Staff say during service what is sold out and how much is left."""

import uuid
from typing import Any

import pytest

from menu.choices import SaleStatus
from menu.models import MenuItem
from tests.factories import ask
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def change(staff: StaffCaller, item: MenuItem, **body: Any) -> Any:
    return staff.patch(f"/staff/menu-items/{item.pk}", body)


def test_an_item_is_sold_out_and_back_on_sale(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    answer = change(staff, stew, status="sold_out")
    assert faults(answer, "PATCH", "/staff/menu-items/{item_id}") == []
    assert (answer.status_code, answer.json()["status"]) == (200, "sold_out")
    assert codes(tablet.order((stew, 1))) == ["menu_item_sold_out"]
    assert change(staff, stew, status="on_sale").json()["status"] == "on_sale"
    assert tablet.order((stew, 1)).status_code == 201


def test_stock_is_counted_and_counted_no_more(staff: StaffCaller, stew: MenuItem) -> None:
    for remaining, status in ((12, "on_sale"), (0, "sold_out"), (1_000_000, "on_sale"), (None, "on_sale")):
        answer = change(staff, stew, remaining=remaining)
        assert faults(answer, "PATCH", "/staff/menu-items/{item_id}") == []
        assert (answer.json()["remaining"], answer.json()["status"]) == (remaining, status)
        assert MenuItem.objects.get().remaining == remaining


def test_both_can_be_said_at_once(staff: StaffCaller, stew: MenuItem) -> None:
    answer = change(staff, stew, status="sold_out", remaining=3)
    assert (answer.json()["status"], answer.json()["remaining"]) == ("sold_out", 3)


def test_the_answer_is_the_item_as_in_the_menu(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    ask(stew, price=500)
    answer = change(staff, stew, remaining=4)
    assert tablet.get("/menu").json()["categories"][0]["items"] == [answer.json()]


@pytest.mark.parametrize(
    ("body", "code", "attr"),
    [
        ({"status": None}, "null", "status"),
        ({"status": "hidden"}, "invalid_choice", "status"),
        ({"status": "eaten"}, "invalid_choice", "status"),
        ({"remaining": -1}, "min_value", "remaining"),
        ({"remaining": 1_000_001}, "max_value", "remaining"),
        ({"remaining": 10**40}, "max_value", "remaining"),
        ({"remaining": 1.5}, "invalid", "remaining"),
        ({"remaining": "few"}, "invalid", "remaining"),
        ({"remaining": True}, "invalid", "remaining"),
    ],
)
def test_what_cannot_be_is_refused(
    staff: StaffCaller, stew: MenuItem, body: dict[str, Any], code: str, attr: str
) -> None:
    answer = change(staff, stew, **body)
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], [attr])
    assert MenuItem.objects.values("status", "remaining").get() == {"status": "on_sale", "remaining": None}


def test_saying_nothing_is_refused(staff: StaffCaller, stew: MenuItem) -> None:
    for body in ({}, {"price": 1}):
        answer = change(staff, stew, **body)
        assert (answer.status_code, codes(answer)) == (400, ["required"])
        assert "status, remaining" in answer.json()["errors"][0]["detail"]
    stew.refresh_from_db()
    assert stew.price == 9000


def test_a_hidden_item_is_the_managers_business(staff: StaffCaller, stew: MenuItem) -> None:
    MenuItem.objects.update(status=SaleStatus.HIDDEN)
    answer = change(staff, stew, status="on_sale")
    assert (answer.status_code, codes(answer)) == (422, ["menu_item_unavailable"])
    assert MenuItem.objects.get().status == SaleStatus.HIDDEN


def test_an_item_that_does_not_exist_is_not_found(staff: StaffCaller) -> None:
    assert staff.patch(f"/staff/menu-items/{uuid.uuid4()}", {"remaining": 1}).status_code == 404
