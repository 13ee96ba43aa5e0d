"""What one does with people under People."""

import re
from typing import Any

from accounts.models import Membership, Role, Store, User
from tests.admin.conftest import person
from tests.admin.office import Office
from tests.factories import PASSWORD
from tests.personas import Caller

LIST = "/admin/accounts/membership/"


def sign_in(store: Store, username: str, password: str = PASSWORD) -> Any:
    """The answer to a person's sign-in at the board."""
    return Caller().post("/auth/staff/login", {"store_code": store.code, "username": username, "password": password})


def begin(store: Store, username: str, password: str, own: str = "three-blue-tables") -> Any:
    """The answer to somebody who chooses a password of their own at the board."""
    given = {"store_code": store.code, "username": username, "password": password}
    return Caller().post("/auth/staff/password", given | {"new_password": own})


def hire(office: Office, username: str = "lee", **more: Any) -> Any:
    """Add a person as the office's page does."""
    return office.add(Membership, **({"name": "Lee", "username": username} | more))


def shown_password(answer: Any) -> str:
    """The password on the page that shows it once."""
    found = re.search(r'id="handover-password"[^>]*>([^<]+)<', answer.content.decode())
    assert found
    return found[1]


def renew(office: Office, user: User) -> Any:
    """Press "Make a new password"."""
    return office.client.post(f"/admin/people/{user.pk}/password/")


def work_of(user: User) -> Membership:
    return Membership.objects.get(user=user)


def colleague(store: Store, role: Role, **user: str) -> Membership:
    return work_of(person(role, store, **user))
