"""The fast reader and the serializers agree: what one reads, the other would have read the same way."""

import json
from typing import Any

import pytest

from menu.models import MenuItem
from orders.models import Order
from orders.serializers.orders import PlaceOrderSerializer
from tests.factories import ask
from tests.orders.test_order_body import send
from tests.personas import TabletCaller, codes, line_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("quantity", [2, "2", 2.0, "2.0", " 2 "])
@pytest.mark.parametrize("total", [18000, "18000", 18000.0])
def test_whole_numbers_may_be_spelled_as_a_serializer_takes_them(
    tablet: TabletCaller, stew: MenuItem, quantity: Any, total: Any
) -> None:
    answer = tablet.order(items=[line_of(stew) | {"quantity": quantity}], expected_total=total)
    assert answer.status_code == 201
    assert answer.json()["items"][0]["quantity"] == 2


def test_ids_may_be_spelled_as_a_serializer_takes_them(tablet: TabletCaller, stew: MenuItem) -> None:
    for spelling in (str(stew.pk), str(stew.pk).upper(), stew.pk.hex, f"{{{stew.pk}}}", stew.pk.urn, stew.pk.int):
        line = {"menu_item": spelling, "quantity": 1}
        assert PlaceOrderSerializer(data={"items": [line], "expected_total": 9000}).is_valid()
        answer = tablet.order(items=[line], expected_total=9000)
        assert answer.status_code == 201
        assert answer.json()["items"][0]["menu_item"] == str(stew.pk)


def test_what_is_not_known_is_not_minded(tablet: TabletCaller, stew: MenuItem) -> None:
    body = {"items": [line_of(stew) | {"price": 1}], "expected_total": 9000, "status": "completed", "total": 1}
    order = tablet.order(**body).json()
    assert (order["status"], order["total"]) == ("pending", 9000)


def test_a_note_too_long_only_by_its_blanks_is_taken(tablet: TabletCaller, stew: MenuItem) -> None:
    assert tablet.order((stew, 1), note="x" * 200 + "  ").json()["note"] == "x" * 200


def test_a_number_as_a_note_is_its_text(tablet: TabletCaller, stew: MenuItem) -> None:
    assert tablet.order((stew, 1), note=7).json()["note"] == "7"


def test_the_same_order_however_it_is_spelled_is_a_replay(tablet: TabletCaller, stew: MenuItem) -> None:
    mild, _ = ask(stew)
    plain = {"items": [line_of(stew, 2, [mild])], "expected_total": 19000}
    line = {"options": [str(mild.pk).upper()], "note": "", "quantity": "2", "menu_item": str(stew.pk).upper()}
    spelled = {"session_id": None, "expected_total": "19000", "note": "", "unknown": 1, "items": [line]}
    answers = [
        send(tablet, json.dumps(plain).encode()),
        send(tablet, json.dumps(plain, indent=3).encode()),
        send(tablet, json.dumps(spelled).encode()),
    ]
    assert [answer.status_code for answer in answers] == [201, 200, 200]
    assert answers[0].json() == answers[1].json() == answers[2].json()
    assert Order.objects.count() == 1


def test_the_same_words_in_another_order_are_another_order(
    tablet: TabletCaller, stew: MenuItem, beer: MenuItem
) -> None:
    assert tablet.order((stew, 1), (beer, 1), key="k").status_code == 201
    answer = tablet.order((beer, 1), (stew, 1), key="k")
    assert (answer.status_code, codes(answer)) == (422, ["idempotency_key_reused"])
