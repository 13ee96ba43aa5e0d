"""GET /auth/me: who a token is."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.models import Membership, Store
from tests.personas import StaffCaller, TabletCaller, tablet_at
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_a_tablet_hears_its_table_and_store(store: Store) -> None:
    tablet = tablet_at(store, number=7, name="Window")
    answer = tablet.get("/auth/me")
    assert (answer.status_code, faults(answer, "get", "/auth/me")) == (200, [])
    me = answer.json()
    assert me["role"] == "table"
    assert me["table"] == {"id": str(tablet.table.pk), "number": 7, "name": "Window"}
    assert me["user"] is None
    assert me["store"]["code"] == store.code


def test_a_person_hears_their_name_and_role(manager: StaffCaller) -> None:
    answer = manager.get("/auth/me")
    assert (answer.status_code, faults(answer, "get", "/auth/me")) == (200, [])
    me = answer.json()
    assert me["role"] == "staff"
    assert me["user"] == {"id": str(manager.user.pk), "username": manager.user.username, "role": "manager"}
    assert me["table"] is None
    assert me["store"]["code"] == manager.store.code


def test_it_says_when_the_token_ends(tablet: TabletCaller) -> None:
    left = datetime.fromisoformat(tablet.get("/auth/me").json()["expires_at"]) - datetime.now(UTC)
    assert timedelta(hours=15, minutes=58) < left <= timedelta(hours=16)


def test_it_says_things_as_they_are_now(tablet: TabletCaller, staff: StaffCaller) -> None:
    Store.objects.filter(pk=tablet.store.pk).update(name="New name")
    Membership.objects.filter(pk=staff.membership.pk).update(role="owner")
    assert tablet.get("/auth/me").json()["store"]["name"] == "New name"
    assert staff.get("/auth/me").json()["user"]["role"] == "owner"


def test_a_person_of_two_stores_is_who_the_token_says(staff: StaffCaller, outsider: StaffCaller) -> None:
    Membership.objects.create(store=outsider.store, user=staff.user, role="owner")
    me = staff.get("/auth/me").json()
    assert (me["store"]["code"], me["user"]["role"]) == (staff.store.code, "staff")
