"""A body that is not an order is refused, naming each field at fault as a serializer would."""

import json
import uuid
from typing import Any

import pytest
from django.test import Client

from menu.models import MenuItem
from orders.models import Order
from tests.personas import API, TabletCaller, attrs, codes, line_of

pytestmark = pytest.mark.django_db

ID = str(uuid.uuid4())
HUGE = 10**40
ITEM = "items.0.menu_item"

BODIES: list[tuple[dict[str, Any], str, str]] = [
    ({"items": []}, "order_empty", "items"),
    ({"items": None}, "null", "items"),
    ({"items": {}}, "not_a_list", "items"),
    ({"items": "kimchi"}, "not_a_list", "items"),
    ({"items": ["kimchi"]}, "invalid", "items.0.non_field_errors"),
    ({"items": [{"menu_item": ID, "quantity": 1}] * 51}, "max_length", "items"),
    ({"note": None}, "null", "note"),
    ({"note": []}, "invalid", "note"),
    ({"note": True}, "invalid", "note"),
    ({"note": "x" * 201}, "max_length", "note"),
    ({"note": "a\0b"}, "null_characters_not_allowed", "note"),
    ({"note": "\ud800"}, "surrogate_characters_not_allowed", "note"),
    ({"expected_total": None}, "null", "expected_total"),
    ({"expected_total": -1}, "min_value", "expected_total"),
    ({"expected_total": 10**15 + 1}, "max_value", "expected_total"),
    ({"expected_total": HUGE}, "max_value", "expected_total"),
    ({"expected_total": 0.5}, "invalid", "expected_total"),
    ({"expected_total": True}, "invalid", "expected_total"),
    ({"expected_total": [9000]}, "invalid", "expected_total"),
    ({"expected_total": "9" * 1001}, "max_string_length", "expected_total"),
    ({"session_id": "here"}, "invalid", "session_id"),
    ({"session_id": ""}, "invalid", "session_id"),
]
LINES: list[tuple[dict[str, Any], str, str]] = [
    ({"menu_item": None}, "null", ITEM),
    ({"menu_item": "kimchi"}, "invalid", ITEM),
    ({"menu_item": "\ud800"}, "invalid", ITEM),
    ({"menu_item": -5}, "invalid", ITEM),
    ({"menu_item": HUGE}, "invalid", ITEM),
    ({"menu_item": [ID]}, "invalid", ITEM),
    ({"quantity": None}, "null", "items.0.quantity"),
    ({"quantity": 0}, "min_value", "items.0.quantity"),
    ({"quantity": -1}, "min_value", "items.0.quantity"),
    ({"quantity": 100}, "max_value", "items.0.quantity"),
    ({"quantity": HUGE}, "max_value", "items.0.quantity"),
    ({"quantity": 1.5}, "invalid", "items.0.quantity"),
    ({"quantity": True}, "invalid", "items.0.quantity"),
    ({"quantity": "two"}, "invalid", "items.0.quantity"),
    ({"quantity": {}}, "invalid", "items.0.quantity"),
    ({"options": None}, "null", "items.0.options"),
    ({"options": ID}, "not_a_list", "items.0.options"),
    ({"options": {}}, "not_a_list", "items.0.options"),
    ({"options": [ID] * 51}, "max_length", "items.0.options"),
    ({"options": [ID, "hot"]}, "invalid", "items.0.options.1"),
    ({"note": "x" * 201}, "max_length", "items.0.note"),
    ({"note": "\0"}, "null_characters_not_allowed", "items.0.note"),
    ({"note": "\udfff"}, "surrogate_characters_not_allowed", "items.0.note"),
]


@pytest.mark.parametrize(("change", "code", "attr"), BODIES)
def test_a_fault_of_the_order(
    tablet: TabletCaller, stew: MenuItem, change: dict[str, Any], code: str, attr: str
) -> None:
    answer = tablet.order(**({"items": [line_of(stew)], "expected_total": 9000} | change))
    assert (answer.status_code, answer.json()["type"]) == (400, "validation_error")
    assert (codes(answer), attrs(answer)) == ([code], [attr])
    assert not Order.objects.exists()


@pytest.mark.parametrize(("change", "code", "attr"), LINES)
def test_a_fault_of_a_line(tablet: TabletCaller, stew: MenuItem, change: dict[str, Any], code: str, attr: str) -> None:
    answer = tablet.order(items=[line_of(stew) | change], expected_total=9000)
    assert (answer.status_code, answer.json()["type"]) == (400, "validation_error")
    assert (codes(answer), attrs(answer)) == ([code], [attr])
    assert not Order.objects.exists()


def test_every_fault_is_named_at_once(tablet: TabletCaller, stew: MenuItem) -> None:
    lines = [line_of(stew), {"quantity": 0}, line_of(stew) | {"note": "x" * 201}]
    answer = tablet.order(items=lines, note="x" * 201, expected_total=-1)
    assert answer.status_code == 400
    assert sorted(zip(attrs(answer), codes(answer), strict=True)) == [
        ("expected_total", "min_value"),
        ("items.1.menu_item", "required"),
        ("items.1.quantity", "min_value"),
        ("items.2.note", "max_length"),
        ("note", "max_length"),
    ]


@pytest.mark.parametrize(
    ("sent", "code", "attr"),
    [
        (b"", "required", "items"),
        (b"{}", "required", "items"),
        (b"null", "null", "non_field_errors"),
        (b"[]", "invalid", "non_field_errors"),
        (b'"kimchi"', "invalid", "non_field_errors"),
        (b"{", "parse_error", None),
        (b'{"note": "\xff"}', "parse_error", None),
        (b'{"expected_total": NaN}', "parse_error", None),
        (b'{"expected_total": ' + b"9" * 5000 + b"}", "parse_error", None),
        (b'{"items": ' + b"[" * 100_000, "parse_error", None),
        (b'{"items": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "parse_error", None),
    ],
)
def test_what_is_no_json_object(tablet: TabletCaller, sent: bytes, code: str, attr: str | None) -> None:
    answer = send(tablet, sent)
    assert answer.status_code == 400
    assert (codes(answer)[0], attrs(answer)[0]) == (code, attr)


def test_a_deep_part_that_nobody_reads_is_refused_too(tablet: TabletCaller, stew: MenuItem) -> None:
    order = json.dumps({"items": [line_of(stew)], "expected_total": 9000}).encode()
    answer = send(tablet, order[:-1] + b', "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")
    assert (answer.status_code, codes(answer)) == (400, ["parse_error"])


def test_another_kind_of_content_is_refused(tablet: TabletCaller) -> None:
    answer = send(tablet, b"items=1", content_type="application/x-www-form-urlencoded")
    assert (answer.status_code, codes(answer)) == (415, ["unsupported_media_type"])


def send(tablet: TabletCaller, body: bytes, content_type: str = "application/json") -> Any:
    headers = {"Authorization": f"Bearer {tablet.token}", "Idempotency-Key": "k", "Accept-Language": "en"}
    client = Client(raise_request_exception=False)
    return client.generic("POST", f"{API}/orders", body, content_type=content_type, headers=headers)
