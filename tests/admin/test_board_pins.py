"""A manager has somebody do without a board PIN until they set another; nobody sees it."""

import pytest
from django.contrib.auth.hashers import make_password

from accounts.models import AuditEntry, Deed, Membership, Role, Store
from tests.admin.conftest import person
from tests.admin.office import Office, page_of

pytestmark = pytest.mark.django_db


def with_pin(store: Store, role: Role = Role.STAFF) -> Membership:
    made = person(role, store)
    Membership.objects.filter(user=made).update(pin=make_password("480153"))
    return Membership.objects.select_related("user").get(user=made)


def address_of(membership: Membership) -> str:
    return f"/admin/people/{membership.pk}/pin/"


def has_pin(membership: Membership) -> bool:
    return bool(Membership.objects.get(pk=membership.pk).pin)


def test_the_page_says_that_there_is_one_and_never_what(manager: Office, store: Store) -> None:
    waiter = with_pin(store)
    page = manager.get(page_of(Membership, "change", waiter)).content.decode()
    assert address_of(waiter) in page
    assert "480153" not in page
    assert waiter.pin not in page


def test_a_manager_clears_it_after_being_asked_and_the_trail_knows(manager: Office, store: Store) -> None:
    waiter = with_pin(store)
    assert manager.get(address_of(waiter)).status_code == 200
    assert has_pin(waiter)
    assert manager.client.post(address_of(waiter)).status_code == 302
    assert not has_pin(waiter)
    line = AuditEntry.objects.get(deed=Deed.PIN_CLEARED)
    assert (line.actor_id, line.target_id, line.store_id) == (manager.user.pk, waiter.user.pk, store.pk)
    manager.client.post(address_of(waiter))
    assert AuditEntry.objects.filter(deed=Deed.PIN_CLEARED).count() == 1


def test_not_of_those_above(manager: Office, store: Store) -> None:
    person(Role.OWNER, store)
    for role in (Role.OWNER, Role.MANAGER):
        above = with_pin(store, role)
        assert manager.client.post(address_of(above)).status_code == 403
        assert has_pin(above)


def test_not_in_another_store(manager: Office, other_store: Store) -> None:
    elsewhere = with_pin(other_store)
    for answer in (manager.get(address_of(elsewhere)), manager.client.post(address_of(elsewhere))):
        assert answer.status_code == 404
    assert has_pin(elsewhere)
