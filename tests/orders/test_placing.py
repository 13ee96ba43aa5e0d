"""A guest orders."""

import pytest

from menu.models import MenuItem
from orders.models import Order, OrderLine
from tests.factories import ask
from tests.personas import StaffCaller, TabletCaller
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_an_order_is_priced_by_the_server_and_numbered(tablet: TabletCaller, stew: MenuItem) -> None:
    mild, _ = ask(stew, price=500, min_choices=1)
    answer = tablet.order((stew, 2, [mild]), note="fast please")
    assert answer.status_code == 201
    assert faults(answer, "POST", "/orders") == []
    order = answer.json()
    assert (order["number"], order["status"], order["total"]) == (1, "pending", 19000)
    assert order["items"][0]["unit_price"] == 9000
    assert [(option["name"]["en"], option["price"]) for option in order["items"][0]["options"]] == [("Mild", 500)]
    assert order["table"] == {"id": str(tablet.table.pk), "number": tablet.table.number}
    assert order["placed_by"] == "tablet"


def test_a_person_orders_for_a_table(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    body = {"table": str(tablet.table.pk), "items": [{"menu_item": str(stew.pk), "quantity": 1}]}
    answer = staff.post("/staff/orders", body, Idempotency_Key="k")
    assert answer.status_code == 201
    assert faults(answer, "POST", "/staff/orders") == []
    assert answer.json()["placed_by"] == "staff"
    assert tablet.get("/orders").json()["orders"] == [answer.json()]


def test_lines_stay_in_the_order_in_which_they_were_sent(tablet: TabletCaller, stew: MenuItem, beer: MenuItem) -> None:
    placed = tablet.order((beer, 1), (stew, 1), (beer, 3)).json()
    read = tablet.get(f"/orders/{placed['id']}").json()
    for order in (placed, read):
        assert [(line["menu_item"], line["quantity"]) for line in order["items"]] == [
            (str(beer.pk), 1),
            (str(stew.pk), 1),
            (str(beer.pk), 3),
        ]


def test_notes_are_kept_without_the_blanks_around_them(tablet: TabletCaller, stew: MenuItem) -> None:
    line = {"menu_item": str(stew.pk), "quantity": 1, "note": " 맵지 않게 🌶 \n"}
    order = tablet.order(items=[line], note="  함께 주세요\t", expected_total=9000).json()
    assert (order["note"], order["items"][0]["note"]) == ("함께 주세요", "맵지 않게 🌶")


def test_the_longest_note_is_two_hundred_characters_of_any_script(tablet: TabletCaller, stew: MenuItem) -> None:
    answer = tablet.order((stew, 1), note="🍲" * 200)
    assert answer.json()["note"] == "🍲" * 200


def test_the_largest_order_fits(tablet: TabletCaller, stew: MenuItem) -> None:
    MenuItem.objects.filter(pk=stew.pk).update(price=1_000_000_000)
    stew.refresh_from_db()
    answer = tablet.order(*[(stew, 99)] * 50)
    assert answer.status_code == 201
    assert answer.json()["total"] == 1_000_000_000 * 99 * 50
    assert OrderLine.objects.filter(order=answer.json()["id"]).count() == 50


def test_a_table_out_of_use_takes_no_orders(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.table.is_active = False
    tablet.table.save()
    body = {"table": str(tablet.table.pk), "items": [{"menu_item": str(stew.pk), "quantity": 1}]}
    assert staff.post("/staff/orders", body, Idempotency_Key="k").status_code == 404
    assert not Order.objects.exists()
