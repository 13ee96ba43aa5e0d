"""A table's past sessions with their orders, newest first."""

import uuid
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest

from accounts.business_day import utc_now
from menu.models import MenuItem
from tables.models import TableSession
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def history(staff: StaffCaller, tablet: TabletCaller, query: str = "") -> Any:
    return staff.get(f"/staff/tables/{tablet.table.pk}/history{query}")


def past_session(tablet: TabletCaller, day: str) -> str:
    """A finished session without orders."""
    moment = utc_now()
    session = TableSession.objects.create(
        store=tablet.store, table=tablet.table, business_date=day, opened_at=moment, closed_at=moment
    )
    return str(session.pk)


def test_finished_sessions_are_there_with_their_orders_and_open_ones_are_not(
    staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    sittings = []
    for count in (1, 2):
        orders = [tablet.order((stew, 1)).json() for _ in range(count)]
        staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})
        sittings.append((count, count * 9000, orders))
    tablet.order((stew, 1))
    answer = history(staff, tablet)
    assert faults(answer, "GET", "/staff/tables/{table_id}/history") == []
    past = answer.json()["results"]
    assert [(session["order_count"], session["total"], session["orders"]) for session in past] == sittings[::-1]
    assert all(session["closed_at"] for session in past)


def test_another_tables_past_is_not_in_it(staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller) -> None:
    past_session(other_tablet, "2026-01-01")
    assert history(staff, tablet).json()["results"] == []


def test_from_and_to_are_business_dates_and_inclusive(staff: StaffCaller, tablet: TabletCaller) -> None:
    first, second, third = (past_session(tablet, f"2026-01-0{day}") for day in (1, 2, 3))
    for query, found in {
        "": [third, second, first],
        "?from=2026-01-02": [third, second],
        "?to=2026-01-02": [second, first],
        "?from=2026-01-02&to=2026-01-02": [second],
        "?from=2026-01-03&to=2026-01-01": [],
    }.items():
        assert [session["id"] for session in history(staff, tablet, query).json()["results"]] == found, query


def test_what_is_no_date_is_refused(staff: StaffCaller, tablet: TabletCaller) -> None:
    answer = history(staff, tablet, "?from=2026-13-01&to=yesterday")
    assert (answer.status_code, codes(answer), attrs(answer)) == (400, ["invalid", "invalid"], ["from", "to"])


def test_pages_are_whole_and_keep_the_dates(staff: StaffCaller, tablet: TabletCaller) -> None:
    start = date(2026, 1, 1)
    made = [past_session(tablet, str(start + timedelta(days=number))) for number in range(110)]
    seen = []
    path = f"/staff/tables/{tablet.table.pk}/history?from=2026-01-02"
    while path:
        page = staff.get(path).json()
        seen += [session["id"] for session in page["results"]]
        past_session(tablet, "2026-12-31")
        address = urlsplit(page["next"] or "")
        path = f"{address.path.removeprefix('/api/v1')}?{address.query}" if page["next"] else ""
    assert seen == made[:0:-1]


def test_a_table_that_does_not_exist_is_not_found(staff: StaffCaller) -> None:
    assert staff.get(f"/staff/tables/{uuid.uuid4()}/history").status_code == 404
