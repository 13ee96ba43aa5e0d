"""GET /health: whether to send traffic here."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.personas import Caller
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db


def test_it_is_well_while_the_database_answers(nobody: Caller) -> None:
    answer = nobody.get("/health")
    assert (answer.status_code, faults(answer, "get", "/health")) == (200, [])
    body = answer.json()
    assert (body["status"], body["checks"]["database"]) == ("ok", "ok")
    assert isinstance(body["checks"]["uptime"], int)


def test_it_tells_the_time(nobody: Caller) -> None:
    told = nobody.get("/health").json()["timestamp"]
    assert len(told) == len("2026-02-09T10:00:00Z")
    assert abs(datetime.fromisoformat(told) - datetime.now(UTC)) < timedelta(minutes=1)


def test_it_is_never_kept(nobody: Caller) -> None:
    assert nobody.get("/health")["Cache-Control"] == "no-store"


@pytest.mark.parametrize("token", ["", "no.good.token"])
def test_it_asks_for_no_token_and_looks_at_none(token: str) -> None:
    assert Caller(token).get("/health").status_code == 200
