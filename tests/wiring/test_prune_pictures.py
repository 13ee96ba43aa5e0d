"""`manage.py prune_pictures`: uploads that no item has go; those that one has, fresh ones and the demo's stay."""

import os
import time
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from accounts.models import Store
from tests.factories import MenuItemFactory

pytestmark = pytest.mark.django_db
DAY = 24 * 60 * 60


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def stored(name: str, *, age: int = DAY + 60) -> str:
    """A file written `age` seconds ago."""
    name = default_storage.save(name, ContentFile(b"x"))
    os.utime(default_storage.path(name), (time.time() - age,) * 2)
    return name


def pruned(capsys: Any) -> str:
    call_command("prune_pictures")
    said: str = capsys.readouterr().out
    return said


def test_what_no_item_has_goes(store: Store, capsys: Any) -> None:
    lost = [stored(f"menu/{store.pk}/lost-{size}.webp") for size in ("large", "small")]
    assert pruned(capsys) == "Deleted 2 files.\n"
    assert [default_storage.exists(name) for name in lost] == [False, False]


def test_both_sizes_of_an_item_s_picture_stay(store: Store, capsys: Any) -> None:
    large, small = (stored(f"menu/{store.pk}/soup-{size}.webp") for size in ("large", "small"))
    MenuItemFactory(category__store=store, image=large)
    assert pruned(capsys) == "Deleted 0 files.\n"
    assert default_storage.exists(large)
    assert default_storage.exists(small)


def test_another_store_s_item_does_not_keep_it(store: Store, other_store: Store, capsys: Any) -> None:
    lost = stored(f"menu/{store.pk}/soup-large.webp")
    MenuItemFactory(category__store=other_store, image=lost.replace(str(store.pk), str(other_store.pk)))
    pruned(capsys)
    assert not default_storage.exists(lost)


def test_a_picture_whose_page_may_still_be_saving_stays(store: Store, capsys: Any) -> None:
    fresh = stored(f"menu/{store.pk}/fresh-large.webp", age=DAY - 60)
    assert pruned(capsys) == "Deleted 0 files.\n"
    assert default_storage.exists(fresh)


def test_the_demo_store_s_drawings_and_other_files_stay(capsys: Any) -> None:
    kept = [stored("menu/demo/stew.svg"), stored("menu/readme.txt"), stored("other/file.webp")]
    assert pruned(capsys) == "Deleted 0 files.\n"
    assert all(default_storage.exists(name) for name in kept)


def test_a_server_without_any_upload_has_nothing_to_do(capsys: Any) -> None:
    assert pruned(capsys) == "Deleted 0 files.\n"
