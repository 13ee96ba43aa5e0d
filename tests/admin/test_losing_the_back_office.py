"""Who may no longer is out of the back office with their next step there, and out of the API within a second."""

from collections.abc import Callable

import pytest

from accounts.access import forget_standings
from accounts.models import Membership, Role, Store, User
from accounts.people import change_role, let_go, reset_password, set_active
from menu.models import MenuItem
from tests.admin.conftest import person
from tests.admin.office import Office, page_of
from tests.personas import StaffCaller


@pytest.fixture
def boss(store: Store) -> User:
    return person(Role.OWNER, store)


LOSSES: dict[str, Callable[[Membership, User], object]] = {
    "deactivated": lambda work, boss: set_active(person=work.user, is_active=False, by=boss),
    "demoted to staff": lambda work, boss: change_role(membership=work, role=Role.STAFF, by=boss),
    "taken off the team": lambda work, boss: let_go(membership=work, by=boss),
    "given a new password": lambda work, boss: reset_password(person=work.user, by=boss),
}


@pytest.mark.parametrize("how", LOSSES)
def test_a_session_ends_with_the_next_page(how: str, manager: Office, boss: User) -> None:
    assert manager.list(MenuItem).status_code == 200
    LOSSES[how](Membership.objects.get(user=manager.user), boss)
    for address in ("/admin/", page_of(MenuItem, "changelist"), page_of(MenuItem, "add")):
        for answer in (manager.get(address), manager.client.post(address, {})):
            assert answer.headers["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("how", LOSSES)
def test_what_only_a_manager_may_is_refused_at_the_board_too(how: str, manager: Office, boss: User) -> None:
    board = StaffCaller(Membership.objects.select_related("user", "store").get(user=manager.user))
    assert board.patch("/staff/store", {"accepting_orders": True}).status_code == 200
    LOSSES[how](board.membership, boss)
    forget_standings()  # what the next second does in every other process; in this one the commit did
    assert board.patch("/staff/store", {"accepting_orders": True}).status_code == (403 if "staff" in how else 401)


def test_somebody_of_two_stores_keeps_the_other_one(both: Office, other_store: Store, store: Store, boss: User) -> None:
    change_role(membership=Membership.objects.get(user=both.user, store=store), role=Role.STAFF, by=boss)
    assert both.list(MenuItem).status_code == 200
    assert {row.store_id for row in both.list(MenuItem).context_data["cl"].queryset} <= {other_store.pk}
