"""What every answer tells browsers: load nothing foreign, run nothing written into a page, guess no types."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as real_settings
from django.test import Client
from pytest_django.fixtures import Settings

from tests.personas import Caller, TabletCaller

pytestmark = pytest.mark.django_db
FOR_ALL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.fixture
def client(tmp_path: Path, settings: Settings) -> Client:
    """A browser, and a built client with pages and a hashed file."""
    (tmp_path / "assets").mkdir()
    for name in ("index.html", "staff.html", "assets/index-Ab12Cd34.js"):
        (tmp_path / name).write_text("built")
    settings.CLIENT_ROOT = settings.WHITENOISE_ROOT = tmp_path
    picture = Path(real_settings.MEDIA_ROOT) / "menu" / "stew.svg"
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text("<svg/>")
    return Client()


PAGES = ("/", "/staff", "/admin/login/", "/nowhere", "/api/v1/docs")
OTHERS = ("/api/v1/health", "/api/v1/menu", "/api/v1/nowhere", "/api/v1/schema", "/assets/index-Ab12Cd34.js")


def look(client: Client, path: str) -> Any:
    answer = client.get(path)
    answer.close()  # a file is only sent, and let go, by a server
    return answer


def policy_of(answer: Any) -> dict[str, list[str]]:
    parts = [part.split() for part in answer["Content-Security-Policy"].split(";")]
    return {name: values for name, *values in parts}


@pytest.mark.parametrize("path", [*PAGES, *OTHERS, "/media/menu/stew.svg"])
def test_types_are_not_guessed_and_addresses_not_passed_on(path: str, client: Client) -> None:
    answer = look(client, path)
    assert {name: answer[name] for name in FOR_ALL} == FOR_ALL


@pytest.mark.parametrize("path", [*PAGES, *OTHERS])
def test_a_page_loads_only_what_this_server_serves(path: str, client: Client) -> None:
    policy = policy_of(look(client, path))
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == ["'self'"]
    assert policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    everything = {value for values in policy.values() for value in values}
    assert everything <= {"'self'", "'none'", "data:"}


def test_a_picture_on_its_own_can_run_nothing(client: Client) -> None:
    policy = policy_of(look(client, "/media/menu/stew.svg"))
    assert policy["default-src"] == ["'none'"]
    assert policy["sandbox"] == []
    assert "script-src" not in policy


@pytest.mark.parametrize("path", [*PAGES, "/api/v1/health", "/api/v1/nowhere"])
def test_no_other_site_frames_it(path: str, client: Client) -> None:
    assert look(client, path)["X-Frame-Options"] == "DENY"


def test_the_api_sets_no_cookies(tablet: TabletCaller, nobody: Caller, client: Client) -> None:
    answers = [tablet.get("/menu"), nobody.get("/health"), nobody.post("/auth/staff/login", {})]
    answers += [look(client, path) for path in ("/", "/staff", "/media/menu/stew.svg")]
    assert [dict(answer.cookies) for answer in answers] == [{}] * 6


def test_other_sites_are_not_let_in(tablet: TabletCaller) -> None:
    answer = tablet.get("/menu", Origin="https://elsewhere.example")
    assert not any(name.lower().startswith("access-control") for name in answer.headers)


@pytest.mark.parametrize("path", ["/", "/staff"])
def test_a_page_is_asked_for_again_each_time(path: str, client: Client) -> None:
    answer = look(client, path)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")
    assert answer["Content-Type"] == "text/html; charset=utf-8"


def test_a_hashed_file_is_kept_for_good(client: Client) -> None:
    answer = look(client, "/assets/index-Ab12Cd34.js")
    assert answer.status_code == 200
    assert "immutable" in answer["Cache-Control"]
