"""What is no good token is 401, everywhere, in one shape."""

import time
import uuid
from datetime import timedelta
from typing import Any

import jwt
import pytest
from django.conf import settings
from rest_framework_simplejwt.tokens import AccessToken

from accounts.tokens import staff_refresh_token
from tests.personas import Caller, StaffCaller, TabletCaller, codes
from tests.wiring.contract import CLOSED, Operation, faults

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("operation", CLOSED, ids=str)
def test_no_call_is_answered_without_a_token(operation: Operation, nobody: Caller) -> None:
    answer = nobody.request(operation.method.upper(), operation.somewhere(), {} if operation.takes_body else None)
    assert (answer.status_code, codes(answer)) == (401, ["not_authenticated"])
    assert answer["WWW-Authenticate"] == "Bearer"
    assert faults(answer, operation.method, operation.path) == []


@pytest.mark.parametrize("operation", CLOSED, ids=str)
def test_no_call_is_answered_with_a_bad_one(operation: Operation) -> None:
    body = {} if operation.takes_body else None
    answer = Caller("no.good.token").request(operation.method.upper(), operation.somewhere(), body)
    assert (answer.status_code, codes(answer)) == (401, ["token_not_valid"])
    assert answer["WWW-Authenticate"] == "Bearer"


def assert_refused(token: str) -> None:
    answer = Caller(token).get("/auth/me")
    assert (answer.status_code, codes(answer), faults(answer, "get", "/auth/me")) == (401, ["token_not_valid"], [])


def claims_of(caller: Caller) -> dict[str, Any]:
    found: dict[str, Any] = jwt.decode(caller.token, settings.JWT_SECRET, algorithms=["HS256"])
    return found


def signed(claims: dict[str, Any], key: str = settings.JWT_SECRET, algorithm: str = "HS256") -> str:
    return jwt.encode(claims, key, algorithm=algorithm)


def test_the_claims_of_a_token_signed_again_are_good(tablet: TabletCaller) -> None:
    """The control of the tests below: what they change is what is refused."""
    assert Caller(signed(claims_of(tablet))).get("/auth/me").status_code == 200


def test_an_expired_token_is_refused(tablet: TabletCaller) -> None:
    token = AccessToken(tablet.token)  # type: ignore[arg-type] # simplejwt's stub wants a Token where it reads a string
    token.set_exp(lifetime=-timedelta(seconds=1))
    assert_refused(str(token))


def test_a_token_that_was_good_a_moment_ago_is_refused(tablet: TabletCaller) -> None:
    ends = int(time.time()) + 2
    token = signed(claims_of(tablet) | {"exp": ends})
    assert Caller(token).get("/auth/me").status_code == 200
    time.sleep(ends - time.time())
    assert_refused(token)


def test_a_token_signed_with_another_key_is_refused(tablet: TabletCaller) -> None:
    assert_refused(signed(claims_of(tablet), key="another-key-of-thirty-two-bytes-"))


def test_djangos_own_key_signs_no_tokens(tablet: TabletCaller) -> None:
    assert_refused(signed(claims_of(tablet), key=settings.SECRET_KEY))


def test_an_unsigned_token_is_refused(tablet: TabletCaller) -> None:
    assert_refused(jwt.encode(claims_of(tablet), None, algorithm="none"))


def test_a_changed_token_is_refused(tablet: TabletCaller, other_tablet: TabletCaller) -> None:
    head, _, signature = tablet.token.split(".")
    assert_refused(f"{head}.{other_tablet.token.split('.')[1]}.{signature}")


def test_a_refresh_token_opens_nothing(staff: StaffCaller) -> None:
    assert_refused(str(staff_refresh_token(user=staff.user, store_id=staff.store.pk)))


@pytest.mark.parametrize("claim", ["exp", "token_type", "role", "store_id", "table_id", "tablet_id"])
def test_a_token_without_a_claim_is_refused(claim: str, tablet: TabletCaller) -> None:
    assert_refused(signed({name: value for name, value in claims_of(tablet).items() if name != claim}))


@pytest.mark.parametrize("claim", ["store_id", "user_id", "stamp"])
def test_a_persons_token_without_a_claim_is_refused(claim: str, staff: StaffCaller) -> None:
    assert_refused(signed({name: value for name, value in claims_of(staff).items() if name != claim}))


@pytest.mark.parametrize("claim", ["store_id", "table_id", "tablet_id"])
def test_a_token_with_an_id_of_nothing_is_refused(claim: str, tablet: TabletCaller) -> None:
    assert_refused(signed(claims_of(tablet) | {claim: "x"}))
    assert_refused(signed(claims_of(tablet) | {claim: str(uuid.uuid4())}))


def test_a_token_of_another_store_is_no_good_for_this_tablet(
    tablet: TabletCaller, outside_tablet: TabletCaller
) -> None:
    assert_refused(signed(claims_of(tablet) | {"store_id": claims_of(outside_tablet)["store_id"]}))


def test_a_token_of_another_store_is_no_good_for_this_person(staff: StaffCaller, outsider: StaffCaller) -> None:
    assert_refused(signed(claims_of(staff) | {"store_id": claims_of(outsider)["store_id"]}))


@pytest.mark.parametrize("garbage", ["x", "a.b.c", "..", "{}", "é.é.é", "null", "x" * 5000])
def test_garbage_is_refused(garbage: str) -> None:
    assert_refused(garbage)


@pytest.mark.parametrize("header", ["bearer {}", "Bearer   {} "])
def test_the_header_names_the_scheme(header: str, tablet: TabletCaller, nobody: Caller) -> None:
    assert nobody.get("/auth/me", Authorization=header.format(tablet.token)).status_code == 200


@pytest.mark.parametrize("header", ["Token {}", "Basic {}", "{}", "Bearer", "Bearer ", "Bearer {0} {0}"])
def test_any_other_header_is_none(header: str, tablet: TabletCaller, nobody: Caller) -> None:
    assert nobody.get("/auth/me", Authorization=header.format(tablet.token)).status_code == 401


def test_a_token_in_the_address_is_no_token(tablet: TabletCaller, nobody: Caller) -> None:
    for name in ("token", "access", "access_token", "authorization"):
        assert nobody.get(f"/auth/me?{name}={tablet.token}").status_code == 401
