"""The server ends a stream whose caller may no longer."""

from collections.abc import Iterator

import pytest

from tests.live.following import Stream, wait_until
from tests.live.people import LivePerson, LiveTablet, short_lived
from tests.server import Server

NEW_PERSON = """
from accounts.models import Role, Store, User
from accounts.stores import create_person, employ
User.objects.filter(username="temp").delete()
user = create_person(username="temp", password="only-for-today")
employ(store=Store.objects.get(code="demo"), user=user, role=Role.STAFF)
"""


@pytest.fixture
def temporary(server: Server) -> Iterator[LivePerson]:
    """Somebody else who works there for now."""
    server.manage("shell", "-c", NEW_PERSON)
    yield LivePerson(server, "temp", "only-for-today")
    server.manage("shell", "-c", 'from accounts.models import User; User.objects.filter(username="temp").delete()')


def test_a_stream_ends_with_its_token(server: Server, person: LivePerson, guest: LiveTablet) -> None:
    with (
        Stream(server, short_lived(person.token, 3)) as board,
        Stream(server, short_lived(guest.token, 3), "/events") as tablet,
        person.follow() as other,
    ):
        for stream in (board, tablet):
            stream.wait_until_ended()
            assert stream.ended_properly
        assert not other.ended.is_set()


def test_a_stream_ends_when_its_tablet_is_revoked(server: Server, guest: LiveTablet, neighbour: LiveTablet) -> None:
    with guest.follow() as revoked, neighbour.follow() as other:
        server.manage(
            "shell",
            "-c",
            "from tables.models import Tablet; from tables.pairing import revoke_tablet;"
            f"revoke_tablet(tablet=Tablet.objects.filter(table='{guest.table_id}').latest('paired_at'), by_id=None)",
        )
        revoked.wait_until_ended()
        assert revoked.ended_properly
        wait_until(lambda: guest.get("/orders").status == 401)
        assert not other.ended.is_set()


def test_a_stream_ends_when_a_manager_revokes_its_tablet_from_the_board(
    server: Server, guest: LiveTablet, neighbour: LiveTablet
) -> None:
    manager = LivePerson(server, "manager")
    newest = max(manager.get(f"/staff/tables/{guest.table_id}/tablets").json()["tablets"], key=lambda each: each["id"])
    with guest.follow() as revoked, neighbour.follow() as other:
        assert manager.post(f"/staff/tablets/{newest['id']}/revoke").status == 200
        revoked.wait_until_ended()
        assert revoked.ended_properly
        # Another process may have looked a moment before.
        wait_until(lambda: guest.get("/orders").status == 401)
        assert not other.ended.is_set()


@pytest.mark.parametrize(
    "change",
    [
        "user.is_active = False; user.save()",
        "user.set_password('another-good-one'); user.save()",
        "user.memberships.all().delete()",
    ],
    ids=["deactivated", "new password", "works there no more"],
)
def test_a_stream_ends_when_its_person_may_no_longer(
    server: Server, person: LivePerson, temporary: LivePerson, change: str
) -> None:
    with temporary.follow() as ended, person.follow() as other:
        server.manage(
            "shell", "-c", f"from accounts.models import User; user = User.objects.get(username='temp'); {change}"
        )
        ended.wait_until_ended()
        assert ended.ended_properly
        wait_until(lambda: temporary.get("/staff/board").status == 401)
        assert not other.ended.is_set()
