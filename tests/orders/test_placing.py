"""A guest orders."""

import pytest

from menu.models import MenuItem
from orders.models import Order
from tests.factories import ask
from tests.personas import TabletCaller, codes

pytestmark = pytest.mark.django_db


def test_an_order_is_priced_by_the_server_and_numbered(tablet: TabletCaller, stew: MenuItem) -> None:
    mild, _ = ask(stew, price=500, min_choices=1)
    answer = tablet.order((stew, 2, [mild]), note="fast please")
    assert answer.status_code == 201
    order = answer.json()
    assert (order["number"], order["status"], order["total"]) == (1, "pending", 19000)
    assert order["items"][0]["unit_price"] == 9000
    assert [(option["name"]["en"], option["price"]) for option in order["items"][0]["options"]] == [("Mild", 500)]
    assert order["table"]["number"] == tablet.table.number
    assert order["placed_by"] == "tablet"


def test_the_same_key_gives_the_same_order(tablet: TabletCaller, stew: MenuItem) -> None:
    first = tablet.order((stew, 1), key="k")
    second = tablet.order((stew, 1), key="k")
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.headers["Idempotency-Replayed"] == "true"
    assert first.json() == second.json()
    assert Order.objects.count() == 1


def test_the_same_key_with_another_body_is_refused(tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1), key="k")
    answer = tablet.order((stew, 2), key="k")
    assert (answer.status_code, codes(answer)) == (422, ["idempotency_key_reused"])
