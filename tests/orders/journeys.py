"""Guests sent from one tablet's table to another's."""

import json
from typing import Any

from orders.models import StoreEvent
from tests.personas import StaffCaller, TabletCaller


def move(staff: StaffCaller, origin: TabletCaller, target: TabletCaller) -> Any:
    return staff.post(f"/staff/tables/{origin.table.pk}/move", {"to": str(target.table.pk)})


def merge(staff: StaffCaller, origin: TabletCaller, target: TabletCaller) -> Any:
    return staff.post(f"/staff/tables/{origin.table.pk}/merge", {"to": str(target.table.pk)})


def reference(tablet: TabletCaller) -> dict[str, Any]:
    """A table as answers name it."""
    return {"id": str(tablet.table.pk), "number": tablet.table.number}


def history(staff: StaffCaller, tablet: TabletCaller) -> Any:
    """The past of the tablet's table."""
    return staff.get(f"/staff/tables/{tablet.table.pk}/history").json()["results"]


def news(tablet: TabletCaller, after: int) -> list[tuple[str, dict[str, Any]]]:
    """What the tablet's table was told after a number: kinds and data."""
    of_store = StoreEvent.objects.filter(store=tablet.store, number__gt=after).order_by("number")
    here = of_store.filter(table_id=tablet.table.pk) | of_store.filter(from_table_id=tablet.table.pk)
    return [(event.kind, json.loads(event.data)) for event in here]


def newest(staff: StaffCaller) -> int:
    """The store's newest event number."""
    number: int = staff.get("/staff/board").json()["last_event_id"]
    return number
