"""A pause with an end: ordering goes on by the clock, whoever looks."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from accounts.business_day import utc_now
from accounts.models import AuditEntry, Deed, Store
from menu.models import MenuItem
from orders import announcing, placing
from orders.announcing import announce_everywhere
from orders.models import StoreEvent
from tests.personas import StaffCaller, TabletCaller, attrs, codes
from tests.wiring.contract import faults

# The version rises with the commit, so these commit.
pytestmark = pytest.mark.django_db(transaction=True)
MILLISECOND = timedelta(milliseconds=1)


def pause(manager: StaffCaller, **end: Any) -> Any:
    return manager.patch("/staff/store", {"accepting_orders": False, **end})


def pretend(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    for module in (placing, announcing):
        monkeypatch.setattr(module, "utc_now", lambda: moment)


def test_an_order_just_before_the_end_is_refused_and_just_after_it_accepted(
    monkeypatch: pytest.MonkeyPatch, manager: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    answer = pause(manager, resume_after_minutes=20)
    assert faults(answer, "PATCH", "/staff/store") == []
    assert answer.json()["accepting_orders"] is False
    end = datetime.fromisoformat(answer.json()["paused_until"])
    assert timedelta(minutes=19) < end - utc_now() <= timedelta(minutes=20)
    pretend(monkeypatch, end - MILLISECOND)
    refused = tablet.order((stew, 1))
    assert (refused.status_code, codes(refused)) == (409, ["store_paused"])
    assert faults(refused, "POST", "/orders") == []
    assert refused.json()["paused_until"] == answer.json()["paused_until"]
    assert "again at" in refused.json()["errors"][0]["detail"]
    # Nobody has looked meanwhile.
    pretend(monkeypatch, end + MILLISECOND)
    assert tablet.order((stew, 1)).status_code == 201


def test_the_end_is_told_by_the_look(monkeypatch: pytest.MonkeyPatch, manager: StaffCaller, store: Store) -> None:
    end = datetime.fromisoformat(pause(manager, resume_after_minutes=10).json()["paused_until"])
    announce_everywhere()
    StoreEvent.objects.all().delete()
    for moment in (end - MILLISECOND, end, end + MILLISECOND):
        pretend(monkeypatch, moment)
        announce_everywhere()
    (event,) = StoreEvent.objects.filter(kind="store.updated")
    assert '"accepting_orders":true' in event.data
    assert '"paused_until":null' in event.data


def test_the_menu_says_when_ordering_goes_on(manager: StaffCaller, tablet: TabletCaller) -> None:
    until = pause(manager, resume_after_minutes=10).json()["paused_until"]
    store = tablet.get("/menu").json()["store"]
    assert (store["accepting_orders"], store["paused_until"]) == (False, until)


def test_a_pause_until_a_moment(manager: StaffCaller) -> None:
    until = (utc_now() + timedelta(hours=2)).replace(microsecond=0)
    answer = pause(manager, paused_until=until.isoformat())
    assert datetime.fromisoformat(answer.json()["paused_until"]) == until.astimezone(UTC)


def test_resuming_ends_a_pause_of_either_kind(manager: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    for end in ({}, {"resume_after_minutes": 30}):
        pause(manager, **end)
        assert codes(tablet.order((stew, 1))) == ["store_paused"]
        answer = manager.patch("/staff/store", {"accepting_orders": True}).json()
        assert (answer["accepting_orders"], answer["paused_until"]) == (True, None)
        assert tablet.order((stew, 1)).status_code == 201


def test_a_pause_without_an_end_replaces_one_with(manager: StaffCaller, store: Store) -> None:
    pause(manager, resume_after_minutes=30)
    assert pause(manager).json()["paused_until"] is None
    store.refresh_from_db()
    assert (store.accepting_orders, store.paused_until) == (False, None)


SOON = (utc_now() + timedelta(hours=1)).isoformat()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"resume_after_minutes": 0}, "resume_after_minutes"),
        ({"resume_after_minutes": 1441}, "resume_after_minutes"),
        ({"resume_after_minutes": "soon"}, "resume_after_minutes"),
        ({"paused_until": "2020-01-01T00:00:00Z"}, "paused_until"),
        ({"paused_until": "2226-01-01T00:00:00Z"}, "paused_until"),
        ({"paused_until": "tomorrow"}, "paused_until"),
        ({"resume_after_minutes": 5, "paused_until": SOON}, "paused_until"),
        ({"accepting_orders": True, "resume_after_minutes": 5}, "resume_after_minutes"),
        ({"accepting_orders": True, "paused_until": SOON}, "paused_until"),
    ],
)
def test_an_end_that_makes_no_sense_is_refused(
    manager: StaffCaller, store: Store, sent: dict[str, Any], field: str
) -> None:
    answer = pause(manager, **sent)
    assert (answer.status_code, attrs(answer)) == (400, [field])
    store.refresh_from_db()
    assert (store.accepting_orders, store.paused_until) == (True, None)


def test_pauses_are_in_the_audit_trail(manager: StaffCaller, store: Store) -> None:
    pause(manager, resume_after_minutes=30)
    manager.patch("/staff/store", {"accepting_orders": True})
    manager.patch("/staff/store", {"accepting_orders": True})
    paused, resumed = AuditEntry.objects.filter(store=store).order_by("id")
    assert (paused.deed, resumed.deed) == (Deed.ORDERING_PAUSED, Deed.ORDERING_RESUMED)
    assert (paused.actor_id, list(paused.changes)) == (manager.user.pk, ["paused_until"])
