"""Who may no longer is refused within a second, whatever their token says."""

import time
from dataclasses import replace

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from accounts.access import REMEMBERED_FOR, forget_standings, standing, standings
from accounts.models import Membership, User
from accounts.tokens import read_access_token
from tables.models import Table, Tablet
from tables.pairing import revoke_tablet
from tests.personas import Caller, StaffCaller, TabletCaller, codes

pytestmark = pytest.mark.django_db


def assert_refused(caller: Caller) -> None:
    answer = caller.get("/auth/me")
    assert (answer.status_code, codes(answer)) == (401, ["token_not_valid"])


def lose(staff: StaffCaller, how: str) -> None:
    people, memberships = User.objects.filter(pk=staff.user.pk), Membership.objects.filter(pk=staff.membership.pk)
    if how == "deactivated":
        people.update(is_active=False)
    elif how == "removed from the store":
        memberships.delete()
    elif how == "deleted":
        people.delete()
    else:
        staff.user.set_password("another-good-password")
        staff.user.save()


LOSSES = ("deactivated", "removed from the store", "deleted", "with a new password")


@pytest.mark.parametrize("how", LOSSES)
def test_a_person_is_refused(how: str, staff: StaffCaller) -> None:
    assert staff.get("/auth/me").status_code == 200
    lose(staff, how)
    forget_standings()  # what the next second does
    assert_refused(staff)


@pytest.mark.parametrize("how", LOSSES)
def test_until_then_nothing_breaks(how: str, staff: StaffCaller) -> None:
    assert staff.get("/auth/me").status_code == 200
    lose(staff, how)
    assert staff.get("/auth/me").status_code in (200, 401)


def test_a_second_is_enough(staff: StaffCaller, tablet: TabletCaller) -> None:
    assert (staff.get("/auth/me").status_code, tablet.get("/auth/me").status_code) == (200, 200)
    lose(staff, "deactivated")
    Tablet.objects.update(revoked_at=timezone.now())
    time.sleep(REMEMBERED_FOR)
    assert_refused(staff)
    assert_refused(tablet)


def test_a_person_is_asked_after_once_a_second(
    staff: StaffCaller, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    staff.get("/staff/orders?number=1")
    with django_assert_num_queries(1):
        staff.get("/staff/orders?number=1")


def test_what_the_streams_look_learned_is_not_asked_again(
    staff: StaffCaller, tablet: TabletCaller, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    callers = [read_access_token(caller.token) for caller in (staff, tablet)]
    assert standings(callers) == {callers[0]: "staff", callers[1]: "table"}
    with django_assert_num_queries(0):
        assert [standing(caller) for caller in callers] == ["staff", "table"]


def test_one_tablet_and_several_are_told_alike(tablet: TabletCaller, other_tablet: TabletCaller) -> None:
    both = [read_access_token(caller.token) for caller in (tablet, other_tablet)]
    foreign = replace(both[0], store_id=both[0].tablet_id)
    elsewhere = replace(both[0], table_id=both[1].table_id)
    for caller in (*both, foreign, elsewhere):
        assert (standings([caller]) == {caller: "table"}) is (caller in both) is (caller in standings([*both, caller]))


def test_one_stores_loss_is_not_anothers(staff: StaffCaller, outsider: StaffCaller) -> None:
    Membership.objects.create(store=outsider.store, user=staff.user)
    lose(staff, "removed from the store")
    forget_standings()
    assert_refused(staff)
    assert outsider.get("/auth/me").status_code == 200


def test_a_person_who_is_back_is_let_in_again(staff: StaffCaller) -> None:
    lose(staff, "deactivated")
    assert_refused(staff)
    User.objects.update(is_active=True)
    assert staff.get("/auth/me").status_code == 200


def test_a_revoked_tablet_is_refused_at_once(
    tablet: TabletCaller,
    other_tablet: TabletCaller,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    assert (tablet.get("/auth/me").status_code, other_tablet.get("/auth/me").status_code) == (200, 200)
    with django_capture_on_commit_callbacks(execute=True):
        revoke_tablet(tablet=tablet.tablet, by_id=None)
    assert_refused(tablet)
    assert other_tablet.get("/auth/me").status_code == 200


def test_a_tablet_that_moved_loses_the_old_tables_token(tablet: TabletCaller, other_tablet: TabletCaller) -> None:
    tablet.tablet.table = other_tablet.table
    tablet.tablet.save()
    assert_refused(tablet)


def test_the_tablet_of_a_table_out_of_use_is_refused(tablet: TabletCaller) -> None:
    Table.objects.filter(pk=tablet.table.pk).update(is_active=False)
    assert_refused(tablet)


@pytest.mark.parametrize("gone", [Tablet, Table])
def test_a_deleted_tablet_or_table_breaks_nothing(gone: type[Table] | type[Tablet], tablet: TabletCaller) -> None:
    assert tablet.get("/auth/me").status_code == 200
    gone.objects.all().delete()
    assert tablet.get("/auth/me").status_code in (200, 401)
    forget_standings()
    assert_refused(tablet)
