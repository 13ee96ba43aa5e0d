"""A manager has one tablet show itself, or load its page again."""

import json
from typing import Any

import pytest

from accounts.business_day import utc_now
from orders.models import StoreEvent
from tables.models import Tablet
from tests.personas import Caller, StaffCaller, TabletCaller, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
COMMANDS = pytest.mark.parametrize("command", ["identify", "reload"])


def tell(caller: Caller, tablet: TabletCaller, command: str) -> Any:
    answer = caller.post(f"/staff/tablets/{tablet.tablet.pk}/{command}")
    assert faults(answer, "post", f"/staff/tablets/{{tablet_id}}/{command}") == []
    return answer


@COMMANDS
def test_it_is_told_to_that_tablet_alone(manager: StaffCaller, tablet: TabletCaller, command: str) -> None:
    TabletCaller(tablet.table)
    answer = tell(manager, tablet, command)
    assert (answer.status_code, answer.json()["id"]) == (200, str(tablet.tablet.pk))
    (event,) = StoreEvent.objects.filter(kind__startswith="tablet.")
    assert (event.kind, event.table_id, event.tablet_id) == (f"tablet.{command}", tablet.table.pk, tablet.tablet.pk)
    assert json.loads(event.data) == {"tablet_id": str(tablet.tablet.pk)}


@COMMANDS
def test_a_revoked_tablet_hears_nothing_and_that_is_said(
    manager: StaffCaller, tablet: TabletCaller, command: str
) -> None:
    Tablet.objects.update(revoked_at=utc_now())
    answer = tell(manager, tablet, command)
    assert (answer.status_code, codes(answer)) == (409, ["tablet_revoked"])
    assert not StoreEvent.objects.exists()


@COMMANDS
def test_nobody_but_a_manager_of_the_store_may(
    staff: StaffCaller, outsider: StaffCaller, nobody: Caller, tablet: TabletCaller, command: str
) -> None:
    callers = (staff, tablet, nobody, outsider)
    assert [tell(caller, tablet, command).status_code for caller in callers] == [403, 403, 401, 404]
    assert not StoreEvent.objects.exists()
