"""Open service calls go where the guests go."""

from typing import Any

import pytest

from menu.models import MenuItem
from tables.models import ServiceCall
from tests.orders.journeys import merge, move, newest, news, reference
from tests.personas import StaffCaller, TabletCaller

pytestmark = pytest.mark.django_db


def calls_of(tablet: TabletCaller) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tablet.get("/service-calls").json()["service_calls"]
    return found


def call(tablet: TabletCaller, kind: str, message: str = "") -> dict[str, Any]:
    made: dict[str, Any] = tablet.post("/service-calls", {"kind": kind, "message": message}).json()
    return made


def test_open_calls_follow_and_taken_ones_are_still_seen(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    early = call(tablet, "napkin")  # before the first order: of no session yet
    session = tablet.order((stew, 1)).json()["session_id"]
    water, bill = call(tablet, "water"), call(tablet, "bill")
    water = staff.post(f"/staff/service-calls/{water['id']}/acknowledge").json()
    before = newest(staff)
    move(staff, tablet, other_tablet)
    there = {"table": reference(other_tablet), "session_id": session}
    assert calls_of(tablet) == []
    assert calls_of(other_tablet) == [early | there, water, bill | there]
    made = [data["service_call"] for kind, data in news(other_tablet, before) if kind == "service_call.created"]
    assert made == [early | there, bill | there]
    (board,) = [table for table in staff.get("/staff/board").json()["tables"] if table["service_calls"]]
    assert (board["id"], board["service_calls"]) == (str(other_tablet.table.pk), made)
    taken = staff.post(f"/staff/service-calls/{bill['id']}/acknowledge").json()
    assert taken["table"] == reference(other_tablet)


@pytest.mark.parametrize(
    ("said", "together", "kinds"),
    [
        (("", ""), "", ["acknowledged"]),
        (("two", "two"), "two", ["acknowledged"]),
        (("two", ""), "two", ["acknowledged"]),
        (("", "three"), "three", ["acknowledged", "created"]),
        (("two", "three"), "two / three", ["acknowledged", "created"]),
        (("x" * 199, "three"), "x" * 199 + " ", ["acknowledged", "created"]),
    ],
)
def test_two_calls_of_a_kind_become_one_that_says_both(
    tables: tuple[TabletCaller, TabletCaller],
    staff: StaffCaller,
    said: tuple[str, str],
    together: str,
    kinds: list[str],
) -> None:
    hosts, guests = tables
    kept, joined = call(hosts, "other", said[0]), call(guests, "other", said[1])
    before = newest(staff)
    merge(staff, guests, hosts)
    assert calls_of(guests) == []
    assert calls_of(hosts) == [kept | {"message": together}]
    told = [*news(guests, before), *news(hosts, before)]
    assert [kind.partition(".")[2] for kind, _ in told if kind.startswith("service_call")] == kinds
    row = ServiceCall.objects.get(pk=joined["id"])
    assert (row.acknowledged_by_id, row.table_id) == (staff.user.pk, guests.table.pk)


@pytest.fixture
def tables(tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem) -> list[TabletCaller]:
    """Two tables with guests."""
    for guests in (tablet, other_tablet):
        guests.order((stew, 1))
    return [tablet, other_tablet]
