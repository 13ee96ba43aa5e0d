"""Settings fail loudly: what is wrong in the environment stops every command, with a sentence that says what."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "k" * 20 + "-3f9Qz7Lw0VbX5tR8uYcE1nM4sA6dG2hJpKo"
OTHER_KEY = KEY[::-1]
GOOD = {
    "APP_ENV": "production",
    "SECRET_KEY": KEY,
    "JWT_SECRET": OTHER_KEY,
    "ALLOWED_HOSTS": "order.example.com",
    "DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:1/nowhere",
}


def manage(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Run manage.py with this environment only; None takes a variable away."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "LC_ALL")}
    given = {name: value for name, value in (GOOD | environment).items() if value is not None}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=kept | given, capture_output=True, text=True, check=False)


def test_production_is_in_order_when_all_is_given() -> None:
    checked = manage("check", "--deploy", "--fail-level", "WARNING")
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout


@pytest.mark.parametrize("name", ["SECRET_KEY", "JWT_SECRET", "ALLOWED_HOSTS"])
@pytest.mark.parametrize("value", [None, ""])
def test_production_does_not_start_without(name: str, value: str | None) -> None:
    refused = manage("check", **{name: value})
    assert refused.returncode != 0
    assert f"{name} is not set" in refused.stderr


def test_production_does_not_put_its_data_just_anywhere() -> None:
    refused = manage("check", DATABASE_URL=None)
    assert refused.returncode != 0
    assert "DATABASE_URL is not set" in refused.stderr


@pytest.mark.parametrize("name", ["SECRET_KEY", "JWT_SECRET"])
@pytest.mark.parametrize("environment", ["production", "development"])
def test_a_short_key_is_refused_and_not_told(name: str, environment: str) -> None:
    refused = manage("check", **{"APP_ENV": environment, name: "short-but-secret-31-bytes-long-"})
    assert refused.returncode != 0
    assert f"{name} is shorter than 32 bytes" in refused.stderr
    assert "short-but-secret" not in refused.stderr


@pytest.mark.parametrize("value", ["prod", "Production", "staging", ""])
def test_an_environment_that_does_not_exist_is_refused(value: str) -> None:
    refused = manage("check", APP_ENV=value)
    assert refused.returncode != 0
    assert "must be development or production" in refused.stderr


def test_development_needs_nothing() -> None:
    nothing = dict.fromkeys(GOOD)
    assert manage("check", **nothing).returncode == 0


@pytest.mark.parametrize("url", ["nonsense", "oracle-of-delphi://x/y"])
def test_a_database_that_cannot_be_one_is_refused(url: str) -> None:
    assert manage("check", DATABASE_URL=url).returncode != 0
