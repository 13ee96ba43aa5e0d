"""What became of guests who went to another table stands in the history of both tables."""

from typing import Any

import pytest

from menu.models import MenuItem
from tables.models import TableSession
from tests.orders.journeys import history, merge, move, reference
from tests.personas import StaffCaller, TabletCaller, tablet_at
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def finish(staff: StaffCaller, tablet: TabletCaller) -> None:
    staff.post(f"/staff/tables/{tablet.table.pk}/close", {"force": True})


def step(staff: StaffCaller, kind: str, origin: TabletCaller, target: TabletCaller) -> dict[str, Any]:
    return {
        "kind": kind,
        "from_table": reference(origin),
        "to_table": reference(target),
        "by": staff.user.username,
    }


def steps_of(session: dict[str, Any]) -> list[dict[str, Any]]:
    """The session's steps, but when."""
    return [{name: value for name, value in each.items() if name != "at"} for each in session["steps"]]


def test_a_session_that_moved_is_in_the_history_of_both_tables(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    tablet.order((stew, 1))
    move(staff, tablet, other_tablet)
    answer = staff.get(f"/staff/tables/{tablet.table.pk}/history")
    assert faults(answer, "GET", "/staff/tables/{table_id}/history") == []
    (left,) = answer.json()["results"]
    assert (left["closed_at"], left["table"], left["total"]) == (None, reference(other_tablet), 9000)
    assert steps_of(left) == [step(staff, "moved", tablet, other_tablet)]
    assert history(staff, other_tablet) == []
    finish(staff, other_tablet)
    (ended,) = history(staff, other_tablet)
    assert history(staff, tablet) == [ended]
    assert ended == left | {"closed_at": ended["closed_at"]}


def test_a_session_that_came_back_is_there_once_and_only_when_it_ended(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    tablet.order((stew, 1))
    move(staff, tablet, other_tablet)
    move(staff, other_tablet, tablet)
    assert history(staff, tablet) == []
    finish(staff, tablet)
    (session,) = history(staff, tablet)
    assert steps_of(session) == [
        step(staff, "moved", tablet, other_tablet),
        step(staff, "moved", other_tablet, tablet),
    ]
    assert history(staff, other_tablet) == [session]


def test_a_merge_is_a_step_of_both_sessions(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    for guests in (tablet, other_tablet):
        guests.order((stew, 1))
    merge(staff, tablet, other_tablet)
    finish(staff, other_tablet)
    merged = [step(staff, "merged", tablet, other_tablet)]
    (ended,), (whole,) = history(staff, tablet), history(staff, other_tablet)
    assert (ended["order_count"], ended["total"], ended["table"], steps_of(ended)) == (0, 0, reference(tablet), merged)
    assert (whole["order_count"], whole["total"], steps_of(whole)) == (2, 18000, merged)
    assert TableSession.objects.get(pk=ended["id"]).closed_by_id == staff.user.pk


def test_a_step_outlives_the_account_of_who_made_it(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, manager: StaffCaller, stew: MenuItem
) -> None:
    tablet.order((stew, 1))
    move(staff, tablet, other_tablet)
    staff.user.delete()
    (left,) = history(manager, tablet)
    assert left["steps"][0]["by"] is None


def test_dates_narrow_it_down_as_any_session(staff: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1))
    move(staff, tablet, tablet_at(staff.store))
    path = f"/staff/tables/{tablet.table.pk}/history"
    assert staff.get(f"{path}?to=2020-01-01").json()["results"] == []
    assert len(staff.get(f"{path}?from=2020-01-01").json()["results"]) == 1
