"""A paired tablet keeps itself signed in with its secret, until it is revoked."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from accounts.models import Store
from tables.models import Table, Tablet
from tables.pairing import revoke_tablet
from tests.factories import PIN, TableFactory
from tests.personas import Caller, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
RENEW = "/auth/table/renew"


@pytest.fixture
def table(store: Store) -> Table:
    return TableFactory(store=store)


@pytest.fixture
def secret(table: Table, nobody: Caller) -> str:
    body = {"store_code": table.store.code, "table_number": table.number, "pin": PIN}
    signed_in: dict[str, Any] = nobody.post("/auth/table/login", body).json()
    return str(signed_in["tablet_secret"])


def test_the_secret_gives_a_new_token(secret: str, table: Table, nobody: Caller) -> None:
    answer = nobody.post(RENEW, {"tablet_secret": secret})
    assert (answer.status_code, faults(answer, "post", RENEW)) == (200, [])
    renewed = answer.json()
    ends = datetime.fromisoformat(renewed["expires_at"])
    assert timedelta(hours=15, minutes=58) < ends - datetime.now(UTC) <= timedelta(hours=16)
    assert Caller(renewed["access"]).get("/auth/me").json()["table"]["id"] == str(table.pk)


def test_it_makes_no_other_tablet_and_does_not_tell_the_secret_again(secret: str, nobody: Caller) -> None:
    renewed = nobody.post(RENEW, {"tablet_secret": secret}).json()
    assert sorted(renewed) == ["access", "expires_at", "store", "table"]
    assert Tablet.objects.count() == 1


def test_the_tablet_was_seen(secret: str, nobody: Caller) -> None:
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    Tablet.objects.update(last_seen_at=long_ago)
    nobody.post(RENEW, {"tablet_secret": secret})
    assert Tablet.objects.get().last_seen_at > long_ago


def test_it_works_again_and_again_and_beside_older_tokens(secret: str, nobody: Caller) -> None:
    tokens = [nobody.post(RENEW, {"tablet_secret": secret}).json()["access"] for _ in range(3)]
    assert [Caller(token).get("/auth/me").status_code for token in tokens] == [200, 200, 200]


def test_a_tablet_that_moved_renews_for_its_new_table(secret: str, store: Store, nobody: Caller) -> None:
    new_table = TableFactory(store=store)
    Tablet.objects.update(table=new_table)
    renewed = nobody.post(RENEW, {"tablet_secret": secret}).json()
    assert renewed["table"]["id"] == str(new_table.pk)
    assert Caller(renewed["access"]).get("/auth/me").json()["table"]["id"] == str(new_table.pk)


REFUSED: dict[str, Callable[[], object]] = {
    "revoked": lambda: revoke_tablet(tablet=Tablet.objects.get(), by_id=None),
    "forgotten": lambda: Tablet.objects.all().delete(),
    "at a table out of use": lambda: Table.objects.update(is_active=False),
}


@pytest.mark.parametrize("how", REFUSED)
def test_a_tablet_is_refused_once_it_is(how: str, secret: str, nobody: Caller) -> None:
    REFUSED[how]()
    answer = nobody.post(RENEW, {"tablet_secret": secret})
    assert (answer.status_code, codes(answer), faults(answer, "post", RENEW)) == (401, ["authentication_failed"], [])


def test_what_is_no_secret_is_refused(secret: str, nobody: Caller) -> None:
    kept = Tablet.objects.get().secret_hash
    for wrong in (secret[:-1], secret + "x", secret.upper(), kept, "x"):
        assert nobody.post(RENEW, {"tablet_secret": wrong}).status_code == 401


@pytest.mark.parametrize("wrong", [None, "", "x" * 101, ["x"], {"x": 1}])
def test_what_is_not_well_formed_is_named(wrong: Any, nobody: Caller) -> None:
    answer = nobody.post(RENEW, {"tablet_secret": wrong})
    assert (answer.status_code, faults(answer, "post", RENEW)) == (400, [])
    assert [error["attr"] for error in answer.json()["errors"]] == ["tablet_secret"]


def test_a_revoked_tablet_stays_revoked(secret: str, nobody: Caller) -> None:
    tablet = Tablet.objects.get()
    revoke_tablet(tablet=tablet, by_id=None)
    first = Tablet.objects.get().revoked_at
    revoke_tablet(tablet=tablet, by_id=None)
    assert Tablet.objects.get().revoked_at == first
