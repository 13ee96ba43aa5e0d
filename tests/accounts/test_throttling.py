"""The doors without a token have a limit for each address: 600 a minute."""

from typing import Any

import pytest
from django.test import Client

from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
REFRESH = "/auth/staff/refresh"
LIMIT = 600


@pytest.fixture
def client() -> Client:
    return Client(headers={"Accept-Language": "en"})


def knock(client: Client, path: str = REFRESH, **extra: Any) -> Any:
    return client.post(f"/api/v1{path}", {}, content_type="application/json", **extra)


@pytest.fixture
def _used_up(client: Client) -> None:
    assert {knock(client).status_code for _ in range(LIMIT)} == {400}


@pytest.mark.usefixtures("_used_up")
def test_one_more_is_throttled_and_told_for_how_long(client: Client) -> None:
    answer = knock(client)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (429, "throttled")
    assert 0 < int(answer["Retry-After"]) <= 60
    assert faults(answer, "post", REFRESH) == []


@pytest.mark.usefixtures("_used_up")
def test_the_doors_share_the_limit_and_other_addresses_have_their_own(client: Client) -> None:
    for path in ("/auth/staff/login", "/auth/table/login", "/auth/table/renew"):
        assert knock(client, path).status_code == 429
        assert knock(client, path, REMOTE_ADDR="10.1.2.3").status_code == 400


@pytest.mark.usefixtures("_used_up")
def test_a_made_up_address_in_a_header_does_not_help(client: Client) -> None:
    assert knock(client, HTTP_X_FORWARDED_FOR="10.1.2.3").status_code == 429
