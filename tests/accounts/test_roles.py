"""What only managers and owners may, decided by the membership as it is now."""

import pytest

from accounts.access import forget_standings
from accounts.models import Membership
from tests.personas import StaffCaller, codes

pytestmark = pytest.mark.django_db
PAUSE = {"accepting_orders": False}


def test_staff_may_not_pause_the_store(staff: StaffCaller) -> None:
    answer = staff.patch("/staff/store", PAUSE)
    assert (answer.status_code, codes(answer)) == (403, ["permission_denied"])
    staff.store.refresh_from_db()
    assert staff.store.accepting_orders


def test_managers_and_owners_may(manager: StaffCaller, owner: StaffCaller) -> None:
    assert manager.patch("/staff/store", PAUSE).json()["accepting_orders"] is False
    assert owner.patch("/staff/store", {"accepting_orders": True}).json()["accepting_orders"] is True


def test_a_manager_pauses_their_own_store_and_no_other(manager: StaffCaller, outsider: StaffCaller) -> None:
    outsider.patch("/staff/store", PAUSE)
    manager.store.refresh_from_db()
    outsider.store.refresh_from_db()
    assert (manager.store.accepting_orders, outsider.store.accepting_orders) == (True, False)


def test_a_demoted_manager_loses_it_with_the_token_they_have(manager: StaffCaller) -> None:
    assert manager.patch("/staff/store", PAUSE).status_code == 200
    Membership.objects.filter(pk=manager.membership.pk).update(role="staff")
    forget_standings()  # what the next second does
    assert manager.patch("/staff/store", PAUSE).status_code == 403
    assert manager.get("/staff/board").status_code == 200


def test_a_promoted_person_has_it_with_the_token_they_have(staff: StaffCaller) -> None:
    assert staff.patch("/staff/store", PAUSE).status_code == 403
    Membership.objects.filter(pk=staff.membership.pk).update(role="manager")
    forget_standings()
    assert staff.patch("/staff/store", PAUSE).status_code == 200


def test_to_manage_another_store_is_not_to_manage_this_one(staff: StaffCaller, outsider: StaffCaller) -> None:
    Membership.objects.create(store=outsider.store, user=staff.user, role="owner")
    assert staff.patch("/staff/store", PAUSE).status_code == 403


def test_superusers_are_nobody_in_the_api(staff: StaffCaller) -> None:
    staff.user.is_superuser = staff.user.is_staff = True
    staff.user.save()
    assert staff.patch("/staff/store", PAUSE).status_code == 403
