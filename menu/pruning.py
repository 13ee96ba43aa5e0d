"""Forgetting pictures that no item has."""

import uuid
from collections.abc import Iterator
from datetime import datetime

from django.core.files.storage import default_storage

from menu.models import MenuItem
from menu.pictures import small_of


def prune_pictures(*, before: datetime) -> int:
    """Delete uploads older than `before` that no item has: a change may fail after its picture was stored.

    A file is named anew for every upload, so that one which nobody has is never taken up again.
    """
    unused = [name for name in _uploads() if default_storage.get_modified_time(name) < before]
    for name in unused:
        default_storage.delete(name)
    return len(unused)


def _uploads() -> Iterator[str]:
    """The files in the stores' folders that are no picture of an item of that store."""
    for folder in default_storage.listdir("menu")[0] if default_storage.exists("menu") else ():
        if store_id := _store_of(folder):
            kept = _pictures_of(store_id)
            names = (f"menu/{folder}/{file}" for file in default_storage.listdir(f"menu/{folder}")[1])
            yield from (name for name in names if name not in kept)


def _store_of(folder: str) -> uuid.UUID | None:
    """None for the folder of the demo store's drawings, which has a name."""
    try:
        return uuid.UUID(folder)
    except ValueError:
        return None


def _pictures_of(store_id: uuid.UUID) -> set[str]:
    large = MenuItem.objects.filter(store=store_id).exclude(image="").values_list("image", flat=True)
    return {name for picture in large for name in (picture, small_of(picture)) if name}
