"""A locked sign-in is told in the audit trail, once, and only whose it is."""

import pytest
from django.test import Client

from accounts.models import AuditEntry, Deed, Role, Store
from tests.factories import MembershipFactory
from tests.personas import Caller, StaffCaller

pytestmark = pytest.mark.django_db


def guess(store: Store, username: str, times: int) -> None:
    for number in range(times):
        body = {"store_code": store.code, "username": username, "password": f"wrong-{number}"}
        Caller().post("/auth/staff/login", body)


def test_a_lock_is_told_once(staff: StaffCaller, other_store: Store) -> None:
    MembershipFactory(store=other_store, user=staff.user)
    guess(staff.store, staff.user.username, 4)
    assert not AuditEntry.objects.exists()
    guess(staff.store, staff.user.username, 4)
    line = AuditEntry.objects.get()
    assert (line.deed, line.store, line.target_id) == (Deed.LOGIN_LOCKED, staff.store, staff.user.pk)
    assert (line.actor_id, line.target_name) == (None, staff.user.username)


def test_so_is_that_of_the_back_office_in_every_store_of_theirs(staff: StaffCaller, other_store: Store) -> None:
    MembershipFactory(store=other_store, user=staff.user, role=Role.MANAGER)
    for number in range(8):
        Client().post("/admin/login/", {"username": staff.user.username, "password": f"wrong-{number}"})
    told = AuditEntry.objects.values_list("store", "deed")
    assert set(told) == {(staff.store.pk, Deed.LOGIN_LOCKED), (other_store.pk, Deed.LOGIN_LOCKED)}
    assert len(told) == 2


def test_a_name_that_nobody_has_is_not_written_down(store: Store) -> None:
    """It may be a password, typed into the wrong field."""
    guess(store, "a-good-password", 6)
    assert not AuditEntry.objects.exists()
