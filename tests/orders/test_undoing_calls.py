"""A call that was taken by mistake is open again, within ten seconds."""

from datetime import timedelta
from typing import Any

import pytest
from django.db.models import F

from menu.models import MenuItem
from orders.models import StoreEvent
from tables.models import ServiceCall, TableSession
from tests.personas import StaffCaller, TabletCaller, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(tablet: TabletCaller, stew: MenuItem) -> dict[str, Any]:
    tablet.order((stew, 1))
    made: dict[str, Any] = tablet.post("/service-calls", {"kind": "water", "message": "ice"}).json()
    return made


def take(person: StaffCaller, call: dict[str, Any]) -> Any:
    return person.post(f"/staff/service-calls/{call['id']}/acknowledge")


def undo(person: StaffCaller, call: dict[str, Any]) -> Any:
    answer = person.post(f"/staff/service-calls/{call['id']}/undo")
    assert faults(answer, "POST", "/staff/service-calls/{call_id}/undo") == []
    return answer


def waiting(staff: StaffCaller) -> list[Any]:
    return [call for table in staff.get("/staff/board").json()["tables"] for call in table["service_calls"]]


def assert_refused(answer: Any) -> None:
    assert (answer.status_code, codes(answer)) == (422, ["invalid_status_transition"])


def test_the_guests_call_again_as_long_as_before(
    staff: StaffCaller, tablet: TabletCaller, call: dict[str, Any]
) -> None:
    take(staff, call)
    answer = undo(staff, call)
    again = answer.json()
    assert (answer.status_code, again | {"id": call["id"]}) == (200, call)
    assert waiting(staff) == [again]
    assert StoreEvent.objects.latest("number").kind == "service_call.created"
    # To the screens a taken call stays taken: this is another.
    open_calls = [each for each in tablet.get("/service-calls").json()["service_calls"] if not each["acknowledged_at"]]
    assert open_calls == [again]
    assert ServiceCall.objects.get(pk=call["id"]).acknowledged_by_id == staff.user.pk


def test_a_second_press_and_guests_who_called_again_make_no_second_call(
    staff: StaffCaller, tablet: TabletCaller, call: dict[str, Any]
) -> None:
    take(staff, call)
    again = tablet.post("/service-calls", {"kind": "water"}).json()
    events = StoreEvent.objects.count()
    assert undo(staff, call).json() == undo(staff, call).json() == again
    assert StoreEvent.objects.count() == events


def test_only_a_call_that_was_taken_and_by_oneself(
    staff: StaffCaller, manager: StaffCaller, call: dict[str, Any]
) -> None:
    assert_refused(undo(staff, call))
    take(staff, call)
    assert_refused(undo(manager, call))
    assert waiting(staff) == []


@pytest.mark.parametrize(("seconds", "status"), [(8, 200), (11, 422)])
def test_ten_seconds_are_the_time_for_it(staff: StaffCaller, call: dict[str, Any], seconds: int, status: int) -> None:
    take(staff, call)
    ServiceCall.objects.update(acknowledged_at=F("acknowledged_at") - timedelta(seconds=seconds))
    assert undo(staff, call).status_code == status


def test_guests_who_have_left_do_not_call(staff: StaffCaller, tablet: TabletCaller, call: dict[str, Any]) -> None:
    take(staff, call)
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
    assert_refused(undo(staff, call))
    staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": 2})
    assert_refused(undo(staff, call))


def test_nor_do_those_who_called_before_they_were_seated_and_left(staff: StaffCaller, tablet: TabletCaller) -> None:
    call = tablet.post("/service-calls", {"kind": "bill"}).json()
    staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": 2})
    take(staff, call)
    assert undo(staff, call).status_code == 200
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
    assert TableSession.objects.filter(closed_at=None).count() == 0
    assert_refused(undo(staff, call))
