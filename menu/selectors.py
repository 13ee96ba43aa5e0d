"""Scoped reads of the menu."""

import uuid

from menu.models import MenuVersion


def menu_version_of(store_id: uuid.UUID) -> int:
    """The store's menu version as last committed."""
    return MenuVersion.objects.values_list("version", flat=True).get(store=store_id)
