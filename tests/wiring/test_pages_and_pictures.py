"""The shells of the two screens, and the menu's pictures."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as real_settings
from django.test import Client
from pytest_django.fixtures import Settings


@pytest.fixture
def pages(tmp_path: Path, settings: Settings) -> Path:
    settings.CLIENT_ROOT = tmp_path
    (tmp_path / "index.html").write_text("the tablet")
    (tmp_path / "staff.html").write_text("the board")
    return tmp_path


def text_of(answer: Any) -> str:
    return b"".join(answer.streaming_content).decode()


def test_each_screen_has_its_page(pages: Path, client: Client) -> None:
    assert (text_of(client.get("/")), text_of(client.get("/staff"))) == ("the tablet", "the board")


def test_a_new_release_is_served_at_once(pages: Path, client: Client) -> None:
    text_of(client.get("/"))
    (pages / "index.html").write_text("the new tablet")
    assert text_of(client.get("/")) == "the new tablet"


def test_screens_that_are_not_built_say_what_to_do(pages: Path, client: Client) -> None:
    (pages / "index.html").unlink()
    answer = client.get("/")
    assert (answer.status_code, answer.content) == (503, b"The screens are not built. Run: make build")


@pytest.mark.parametrize("path", ["/", "/staff", "/media/menu/stew.jpg"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_pages_are_only_read(path: str, method: str, pages: Path, client: Client) -> None:
    answer = client.generic(method, path)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_an_address_that_is_no_page_says_so_in_both_languages(client: Client) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()
    assert "찾는 화면이 없어요" in answer.content.decode()


@pytest.fixture
def picture() -> bytes:
    path = Path(real_settings.MEDIA_ROOT) / "menu" / "stew.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"a picture")
    (path.parent.parent.parent / "private.txt").write_text("private")
    return b"a picture"


def test_a_picture_is_served_as_one_and_kept_for_good(picture: bytes, client: Client) -> None:
    answer = client.get("/media/menu/stew.jpg")
    assert b"".join(answer) == picture
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    "path",
    [
        "nothing.jpg",
        "menu",
        "menu/",
        "",
        "../private.txt",
        "..%2fprivate.txt",
        "%2e%2e/private.txt",
        "menu/../../private.txt",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "menu/stew.jpg%00",
    ],
)
def test_nothing_else_is(path: str, picture: bytes, client: Client) -> None:
    answer = client.get(f"/media/{path}")
    assert answer.status_code in (400, 404)
    assert b"private" not in answer.content


@pytest.mark.parametrize("path", ["../secret", "%2e%2e/secret", "menu/../../secret", "..%2fsecret"])
def test_whoever_tries_to_climb_out_is_not_found_and_fills_no_log(
    path: str, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    assert client.get(f"/media/{path}").status_code == 404
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []
