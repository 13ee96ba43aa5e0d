"""Guests are seated before their first order."""

import uuid
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from accounts.business_day import utc_now
from orders.models import StoreEvent
from tables.models import TableSession
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def seat(staff: StaffCaller, tablet: TabletCaller, **body: Any) -> Any:
    return staff.post(f"/staff/tables/{tablet.table.pk}/open", body)


def test_a_seated_table_has_a_session_and_an_empty_bill(staff: StaffCaller, tablet: TabletCaller) -> None:
    answer = seat(staff, tablet, guests=4)
    assert answer.status_code == 201
    assert faults(answer, "POST", "/staff/tables/{table_id}/open") == []
    session = answer.json()
    assert (session["guests"], session["closed_at"]) == (4, None)
    assert tablet.get("/orders").json() == {"session": session, "orders": [], "total": 0, "last_event_id": 1}
    assert TableSession.objects.get().opened_by_id == staff.user.pk


def test_every_screen_is_told(staff: StaffCaller, tablet: TabletCaller) -> None:
    session = seat(staff, tablet, guests=4).json()
    event = StoreEvent.objects.get()
    assert (event.kind, event.table_id) == ("session.opened", tablet.table.pk)
    assert session["id"] in event.data


def test_a_table_with_guests_is_occupied(staff: StaffCaller, tablet: TabletCaller, stew: Any) -> None:
    seat(staff, tablet, guests=4)
    answer = seat(staff, tablet, guests=2)
    assert (answer.status_code, codes(answer), attrs(answer)) == (409, ["table_occupied"], [None])
    staff.post(f"/staff/tables/{tablet.table.pk}/close")
    tablet.order((stew, 1))
    assert codes(seat(staff, tablet, guests=2)) == ["table_occupied"]
    assert TableSession.objects.get(closed_at=None).guests is None


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "required"),
        ({"guests": None}, "null"),
        ({"guests": 0}, "min_value"),
        ({"guests": -1}, "min_value"),
        ({"guests": 1000}, "max_value"),
        ({"guests": 10**40}, "max_value"),
        ({"guests": "many"}, "invalid"),
        ({"guests": 1.5}, "invalid"),
    ],
)
def test_the_number_of_guests_is_checked(
    staff: StaffCaller, tablet: TabletCaller, body: dict[str, Any], code: str
) -> None:
    answer = seat(staff, tablet, **body)
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, [code], ["guests"])
    assert not TableSession.objects.exists()


def test_a_table_that_does_not_exist_is_not_found(staff: StaffCaller) -> None:
    assert staff.post(f"/staff/tables/{uuid.uuid4()}/open", {"guests": 2}).status_code == 404
    assert staff.post("/staff/tables/7/open", {"guests": 2}).status_code == 404


def test_a_table_out_of_use_seats_nobody(staff: StaffCaller, tablet: TabletCaller) -> None:
    tablet.table.is_active = False
    tablet.table.save()
    assert seat(staff, tablet, guests=2).status_code == 404
    assert not TableSession.objects.exists()


def test_the_database_refuses_two_open_sessions_at_a_table(staff: StaffCaller, tablet: TabletCaller) -> None:
    seat(staff, tablet, guests=2)
    second = TableSession(store=tablet.store, table=tablet.table, business_date=utc_now().date(), opened_at=utc_now())
    with (
        pytest.raises(IntegrityError, match=r"one_open_session_per_table|tables_tablesession\.table_id"),
        transaction.atomic(),
    ):
        second.save(force_insert=True)
