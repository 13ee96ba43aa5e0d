"""The header Idempotency-Key: one to sixty-four printable characters."""

import pytest

from menu.models import MenuItem
from orders.models import Order
from tests.personas import StaffCaller, TabletCaller, attrs, codes, line_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, "required"),
        ({"Idempotency_Key": ""}, "required"),
        ({"Idempotency_Key": "   "}, "required"),
        ({"Idempotency_Key": "k" * 65}, "max_length"),
        ({"Idempotency_Key": "clé"}, "invalid"),
        ({"Idempotency_Key": "k\x7f"}, "invalid"),
        ({"Idempotency_Key": "k\x01"}, "invalid"),
    ],
)
def test_what_is_no_key_is_refused(
    tablet: TabletCaller, staff: StaffCaller, stew: MenuItem, headers: dict[str, str], code: str
) -> None:
    body = {"items": [line_of(stew)], "expected_total": 9000, "table": str(tablet.table.pk)}
    for answer in (tablet.post("/orders", body, **headers), staff.post("/staff/orders", body, **headers)):
        assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], ["Idempotency-Key"])
    assert not Order.objects.exists()


@pytest.mark.parametrize("key", ["k", "k" * 64, "a key, with: signs/!", "01890a5d-ac96-774b-bcce-b302099a8057"])
def test_any_printable_key_of_sixty_four_is_one(tablet: TabletCaller, stew: MenuItem, key: str) -> None:
    assert tablet.order((stew, 1), key=key).status_code == 201
    assert tablet.order((stew, 1), key=key).status_code == 200
