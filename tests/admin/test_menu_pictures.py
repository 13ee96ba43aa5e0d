"""A manager uploads a picture: two sizes are kept, and what they replace goes."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.models import Store
from menu.models import Category, MenuItem
from menu.pictures import small_of
from tests.admin.office import Office, errors_of, page_of
from tests.admin.rows import Rows
from tests.personas import tablet_at

Commit = Any


@pytest.fixture
def item(here: Rows) -> Any:
    return here[MenuItem]


@pytest.fixture
def commit(django_capture_on_commit_callbacks: Any) -> Commit:
    """What happens after a commit, which a test never makes, happens."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def photograph(size: tuple[int, int] = (1600, 1600)) -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", size, "red").save(content, "JPEG")
    return SimpleUploadedFile("soup.jpg", content.getvalue())


def files_of(item: Any) -> list[str]:
    item.refresh_from_db()
    return [item.image.name, str(small_of(item.image.name))]


def are_there(names: list[str]) -> list[bool]:
    return [default_storage.exists(name) for name in names]


def test_an_upload_is_kept_in_two_sizes_and_the_menu_names_both(manager: Office, item: Any, store: Store) -> None:
    assert manager.change(item, image=photograph()).status_code == 302
    large, small = files_of(item)
    assert large.startswith(f"menu/{store.pk}/")
    for name, size in ((large, (1200, 900)), (small, (480, 360))):
        with default_storage.open(name) as file:
            assert (Image.open(file).size, Image.open(file).format) == (size, "WEBP")
    shown = tablet_at(store).get("/menu").json()["categories"][0]["items"][0]
    assert (shown["image"], shown["image_small"]) == (f"/media/{large}", f"/media/{small}")


def test_files_that_were_replaced_or_taken_away_are_removed(manager: Office, item: Any, commit: Commit) -> None:
    manager.change(item, image=photograph())
    first = files_of(item)
    with commit():
        manager.change(item, image=photograph((800, 600)))
    second = files_of(item)
    assert are_there(first + second) == [False, False, True, True]
    with commit():
        manager.change(item, **{"image-clear": "on"})
    assert are_there(second) == [False, False]


def test_files_go_with_their_item(manager: Office, item: Any, commit: Commit) -> None:
    manager.change(item, image=photograph())
    kept = files_of(item)
    with commit():
        assert manager.delete(item).status_code == 302
    assert are_there(kept) == [False, False]


def test_nothing_is_removed_before_the_commit(manager: Office, item: Any) -> None:
    manager.change(item, image=photograph())
    first = files_of(item)
    manager.change(item, image=photograph())  # whose transaction never ends
    assert are_there(first) == [True, True]


def test_nothing_is_removed_when_the_form_is_refused(manager: Office, item: Any, commit: Commit) -> None:
    manager.change(item, image=photograph())
    first = files_of(item)
    with commit():
        assert "price" in errors_of(manager.change(item, image=photograph(), price="-1"))
    assert are_there(first) == [True, True]


def test_a_picture_that_another_item_has_too_and_a_drawing_of_the_demo_stay(
    manager: Office, item: Any, here: Rows, commit: Commit
) -> None:
    manager.change(item, image=photograph())
    shared = files_of(item)
    MenuItem.objects.create(store=item.store, category=here[Category], name={"ko": "국"}, price=1, image=shared[0])
    drawing = default_storage.save("menu/demo/stew.svg", ContentFile(b"<svg/>"))
    with commit():
        manager.change(item, image=photograph())
        item.refresh_from_db()
        item.image = drawing
        item.save()
        manager.change(item, image=photograph())
    assert are_there([*shared, drawing]) == [True, True, True]


def test_the_form_shows_the_small_one_and_asks_for_photographs(manager: Office, item: Any) -> None:
    manager.change(item, image=photograph())
    page = manager.get(page_of(MenuItem, "change", item)).content.decode()
    assert f'src="/media/{files_of(item)[1]}"' in page
    assert 'accept="image/jpeg,image/png,image/webp"' in page
    assert f'src="/media/{files_of(item)[1]}"' in manager.list(MenuItem).content.decode()
