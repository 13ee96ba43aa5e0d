"""A picture is believed by its content only."""

import io
import re
import zlib
from pathlib import PurePath

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from PIL import Image

from menu.models import Category, MenuItem
from menu.pictures import picture_path
from tests.factories import MenuItemFactory

pytestmark = pytest.mark.django_db


def drawn(kind: str, width: int = 40, height: int = 30) -> bytes:
    file = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", (width, height)).save(file, kind)
    return file.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG whose head says more than its few bytes hold."""
    small = drawn("PNG", 1, 1)
    size = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    head = b"IHDR" + size + small[24:29]
    return small[:12] + head + zlib.crc32(head).to_bytes(4, "big") + small[33:]


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def item(category: Category) -> MenuItem:
    return MenuItemFactory.build(store=category.store, category=category)


def messages_of(item: MenuItem, name: str, content: bytes) -> list[str]:
    item.image.save(name, ContentFile(content, name), save=False)
    item.image.file = ContentFile(content, name)
    try:
        item.full_clean()
    except ValidationError as problem:
        found: list[str] = problem.message_dict["image"]
        return found
    return []


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")]
)
def test_photographs_are_accepted(name: str, kind: str, item: MenuItem) -> None:
    assert messages_of(item, name, drawn(kind)) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("text.jpg", b"This is no picture."),
        ("empty.png", b""),
        ("page.jpg", b"<html><script>alert(1)</script></html>"),
        ("drawing.jpg", SVG),
        ("moving.png", drawn("GIF")),
        ("old.jpg", drawn("BMP")),
        ("cut.png", drawn("PNG", 400, 300)[:60]),
        ("head.jpg", drawn("JPEG")[:20]),
    ],
)
def test_what_only_its_name_calls_a_picture_is_refused(name: str, content: bytes, item: MenuItem) -> None:
    assert len(messages_of(item, name, content)) == 1


@pytest.mark.parametrize("name", ["a.svg", "a.gif", "a.html", "a.jpg.exe", "a", "a.php"])
def test_only_the_names_of_photographs_are_accepted(name: str, item: MenuItem) -> None:
    assert messages_of(item, name, drawn("JPEG"))


# Pillow warns of a hundred million pixels, where a server only logs it, and refuses more by itself.
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize(("width", "height"), [(8000, 5001), (20_000, 5000), (60_000, 60_000)])
def test_too_many_pixels_are_refused_before_they_are_unpacked(width: int, height: int, item: MenuItem) -> None:
    messages = messages_of(item, "large.png", png_that_claims(width, height))
    assert len(messages) == 1
    assert re.search("40|4천만", messages[0])


def test_forty_million_pixels_are_not_too_many(item: MenuItem) -> None:
    assert messages_of(item, "large.png", drawn("PNG", 8000, 5000)) == []


def test_ten_megabytes_are_not_too_many_and_one_byte_more_is(item: MenuItem) -> None:
    picture = drawn("JPEG")
    limit = 10 * 1024 * 1024
    assert messages_of(item, "a.jpg", picture + b"\0" * (limit - len(picture))) == []
    assert len(messages_of(item, "a.jpg", picture + b"\0" * (limit - len(picture) + 1))) == 1


def test_every_upload_gets_a_name_of_its_own_in_its_stores_folder(item: MenuItem) -> None:
    names = {picture_path(item, "../../My stew.JPG") for _ in range(3)}
    assert len(names) == 3
    for name in names:
        path = PurePath(name)
        assert (path.parent, path.suffix) == (PurePath("menu") / str(item.store_id), ".jpg")
        assert re.fullmatch("[0-9a-f]{32}", path.stem)
