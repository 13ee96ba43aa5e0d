"""Guests call staff."""

import uuid
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from orders.models import StoreEvent
from tables.models import ServiceCall, ServiceCallKind
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def call(tablet: TabletCaller, kind: str = "water", **body: Any) -> Any:
    return tablet.post("/service-calls", {"kind": kind} | body)


def kinds() -> list[str]:
    return list(StoreEvent.objects.order_by("number").values_list("kind", flat=True))


@pytest.mark.parametrize("kind", ServiceCallKind.values)
def test_guests_call_for_each_kind_of_thing(tablet: TabletCaller, kind: str) -> None:
    answer = call(tablet, kind, message=" 두 잔 주세요 ")
    assert answer.status_code == 201
    assert faults(answer, "POST", "/service-calls") == []
    made = answer.json()
    assert (made["kind"], made["message"], made["acknowledged_at"]) == (kind, "두 잔 주세요", None)
    assert made["table"] == {"id": str(tablet.table.pk), "number": tablet.table.number}
    assert tablet.get("/service-calls").json() == {"service_calls": [made]}


def test_calling_again_for_the_same_is_the_same_call(tablet: TabletCaller) -> None:
    first = call(tablet, message="one").json()
    again, changed = call(tablet, message="one"), call(tablet, message="two")
    assert (again.status_code, again.json()) == (200, first)
    assert (changed.status_code, changed.json()) == (200, first | {"message": "two"})
    assert ServiceCall.objects.count() == 1
    # Nothing new is no news.
    assert kinds() == ["service_call.created"] * 2
    assert call(tablet, "napkin").status_code == 201


def test_once_taken_a_new_call_is_a_new_one(staff: StaffCaller, tablet: TabletCaller) -> None:
    first = call(tablet).json()
    staff.post(f"/staff/service-calls/{first['id']}/acknowledge")
    second = call(tablet)
    assert second.status_code == 201
    assert second.json()["id"] != first["id"]


@pytest.mark.parametrize(
    ("body", "code", "attr"),
    [
        ({}, "required", "kind"),
        ({"kind": None}, "null", "kind"),
        ({"kind": "dance"}, "invalid_choice", "kind"),
        ({"kind": "\ud800"}, "invalid_choice", "kind"),
        ({"kind": []}, "invalid_choice", "kind"),
        ({"kind": "water", "message": None}, "null", "message"),
        ({"kind": "water", "message": "x" * 201}, "max_length", "message"),
        ({"kind": "water", "message": "\0"}, "null_characters_not_allowed", "message"),
        ({"kind": "water", "message": "\udfff"}, "surrogate_characters_not_allowed", "message"),
    ],
)
def test_what_is_no_call_is_refused(tablet: TabletCaller, body: dict[str, Any], code: str, attr: str) -> None:
    answer = tablet.post("/service-calls", body)
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], [attr])
    assert not ServiceCall.objects.exists()
    assert call(tablet, message="x" * 200).status_code == 201


def test_staff_take_a_call_once(staff: StaffCaller, manager: StaffCaller, tablet: TabletCaller) -> None:
    made = call(tablet).json()
    answer = staff.post(f"/staff/service-calls/{made['id']}/acknowledge")
    assert answer.status_code == 200
    assert faults(answer, "POST", "/staff/service-calls/{call_id}/acknowledge") == []
    taken = answer.json()
    assert taken == made | {"acknowledged_at": taken["acknowledged_at"]}
    assert taken["acknowledged_at"]
    again = manager.post(f"/staff/service-calls/{made['id']}/acknowledge")
    assert (again.status_code, again.json()) == (200, taken)
    assert ServiceCall.objects.get().acknowledged_by_id == staff.user.pk
    assert kinds() == ["service_call.created", "service_call.acknowledged"]


def test_guests_see_their_taken_calls_while_they_are_there(staff: StaffCaller, tablet: TabletCaller, stew: Any) -> None:
    tablet.order((stew, 1))
    made = call(tablet).json()
    taken = staff.post(f"/staff/service-calls/{made['id']}/acknowledge").json()
    answer = tablet.get("/service-calls")
    assert faults(answer, "GET", "/service-calls") == []
    assert answer.json() == {"service_calls": [taken]}
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
    assert tablet.get("/service-calls").json() == {"service_calls": []}


def test_the_board_shows_open_calls_only(staff: StaffCaller, tablet: TabletCaller) -> None:
    water, bill = call(tablet).json(), call(tablet, "bill").json()
    staff.post(f"/staff/service-calls/{water['id']}/acknowledge")
    (seat,) = staff.get("/staff/board").json()["tables"]
    assert seat["service_calls"] == [bill]


def test_a_call_that_does_not_exist_is_not_found(staff: StaffCaller) -> None:
    assert staff.post(f"/staff/service-calls/{uuid.uuid4()}/acknowledge").status_code == 404


def test_the_database_refuses_two_open_calls_of_a_kind(tablet: TabletCaller) -> None:
    call(tablet)
    call(tablet, "bill")
    with (
        pytest.raises(IntegrityError, match=r"one_open_call_per_table_and_kind|tables_servicecall\.kind"),
        transaction.atomic(),
    ):
        ServiceCall.objects.update(kind="water")
