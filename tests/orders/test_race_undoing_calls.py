"""Staff take back that they took a call while the guests call for the same again."""

from typing import Any

import pytest

from orders import service_calls
from tables.models import ServiceCall
from tests.orders.racing import Collision, without_row_locks
from tests.personas import StaffCaller, TabletCaller

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def collide(monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, tablet: TabletCaller) -> tuple[Any, Any]:
    call = tablet.post("/service-calls", {"kind": "water"}).json()
    staff.post(f"/staff/service-calls/{call['id']}/acknowledge")
    # Held where the new call is made and nobody else can see it yet.
    writing = Collision(monkeypatch, service_calls, "record_events")
    return writing.of(
        lambda: staff.post(f"/staff/service-calls/{call['id']}/undo"),
        lambda: tablet.post("/service-calls", {"kind": "water"}),
    )


def open_calls() -> int:
    return ServiceCall.objects.filter(acknowledged_at=None).count()


def test_it_is_one_call(monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, tablet: TabletCaller) -> None:
    undone, called = collide(monkeypatch, staff, tablet)
    assert (undone.status_code, called.status_code, open_calls()) == (200, 200, 1)
    assert called.json()["id"] == undone.json()["id"]


def test_without_the_table_s_lock_the_database_would_refuse_one(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, tablet: TabletCaller
) -> None:
    without_row_locks(monkeypatch)
    undone, called = collide(monkeypatch, staff, tablet)
    assert (undone.status_code, called.status_code, open_calls()) == (200, 500, 1)
