"""Staff see a table's tablets, and a manager revokes one."""

from datetime import timedelta
from typing import Any

import pytest

from accounts.business_day import utc_now
from tables.models import Tablet
from tests.personas import StaffCaller, TabletCaller, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def tablets_of(staff: StaffCaller, tablet: TabletCaller) -> list[dict[str, Any]]:
    answer = staff.get(f"/staff/tables/{tablet.table.pk}/tablets")
    assert (answer.status_code, faults(answer, "get", "/staff/tables/{table_id}/tablets")) == (200, [])
    found: list[dict[str, Any]] = answer.json()["tablets"]
    return found


def another_at(tablet: TabletCaller, **values: Any) -> Tablet:
    values = {"secret_hash": str(Tablet.objects.count()), "last_seen_at": utc_now()} | values
    return Tablet.objects.create(store=tablet.store, table=tablet.table, **values)


def test_paired_ones_come_first_and_then_by_when_they_were_seen(
    staff: StaffCaller, tablet: TabletCaller, other_tablet: TabletCaller
) -> None:
    revoked = another_at(tablet, revoked_at=utc_now())
    lost = another_at(tablet, last_seen_at=utc_now() - timedelta(days=3))
    found = tablets_of(staff, tablet)
    assert [each["id"] for each in found] == [str(row.pk) for row in (tablet.tablet, lost, revoked)]
    assert found[0].keys() == {"id", "created_at", "paired_by", "last_seen_at", "app_version", "revoked_at"}
    assert [bool(each["revoked_at"]) for each in found] == [False, False, True]


def test_they_are_not_more_than_a_hundred(staff: StaffCaller, tablet: TabletCaller) -> None:
    for _ in range(101):
        another_at(tablet, revoked_at=utc_now())
    found = tablets_of(staff, tablet)
    assert len(found) == 100
    assert found[0]["id"] == str(tablet.tablet.pk)


def test_a_revoked_tablet_is_out_and_no_other(
    manager: StaffCaller, tablet: TabletCaller, django_capture_on_commit_callbacks: Any
) -> None:
    neighbour = TabletCaller(tablet.table)
    assert tablet.get("/orders").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        answer = manager.post(f"/staff/tablets/{tablet.tablet.pk}/revoke")
    assert (answer.status_code, faults(answer, "post", "/staff/tablets/{tablet_id}/revoke")) == (200, [])
    assert answer.json()["revoked_at"]
    assert (tablet.get("/orders").status_code, neighbour.get("/orders").status_code) == (401, 200)
    again = manager.post(f"/staff/tablets/{tablet.tablet.pk}/revoke")
    assert again.json() == answer.json()


def test_staff_neither_revoke_nor_pair(staff: StaffCaller, tablet: TabletCaller) -> None:
    for path in (f"/staff/tablets/{tablet.tablet.pk}/revoke", f"/staff/tables/{tablet.table.pk}/pairing-code"):
        answer = staff.post(path)
        assert (answer.status_code, codes(answer)) == (403, ["permission_denied"])
