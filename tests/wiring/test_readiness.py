"""GET /ready: whether the proxy in front should send new requests here."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

PROBES = ["/api/v1/ready", "/api/v1/health"]


@pytest.fixture
def drain_file(settings: Settings, tmp_path: Path) -> Path:
    settings.DRAIN_FILE = tmp_path / "draining"
    return settings.DRAIN_FILE


def test_a_server_takes_requests_until_it_drains(drain_file: Path) -> None:
    assert Client().get("/api/v1/ready").status_code == 204
    drain_file.touch()
    assert Client().get("/api/v1/ready").status_code == 503
    drain_file.unlink()
    assert Client().get("/api/v1/ready").status_code == 204


@pytest.mark.django_db
def test_a_server_that_drains_is_healthy_and_answers(drain_file: Path) -> None:
    drain_file.touch()
    assert Client().get("/api/v1/health").status_code == 200


def test_the_answer_is_never_kept(drain_file: Path) -> None:
    assert Client().get("/api/v1/ready")["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", PROBES)
@pytest.mark.parametrize("host", ["10.0.1.7", "10.0.1.7:3000", "api_blue:3000"])
@pytest.mark.django_db
def test_a_probe_asks_by_address(settings: Settings, path: str, host: str) -> None:
    settings.ALLOWED_HOSTS = ["order.example.com"]
    assert Client(headers={"host": host}).get(path).status_code in (200, 204)
    assert Client(headers={"host": host}).get("/api/v1/auth/me").status_code == 400
