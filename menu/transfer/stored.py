"""A store's whole menu, as files hold it."""

import hashlib
from dataclasses import dataclass
from typing import Any

from accounts.models import Store
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup
from menu.transfer.references import References


@dataclass(frozen=True)
class StoredMenu:
    """Rows by kind, each kind in its own order."""

    store: Store
    rows: dict[str, list[Any]]

    def references(self) -> dict[str, References]:
        """What rows of this menu can be named by."""
        return {kind: References(self.rows.get(kind, ())) for kind in ("category", "option_group")}


MODELS = {"item": MenuItem, "category": Category, "option_group": OptionGroup, "option": Option}


def stored_menu(store: Store) -> StoredMenu:
    """Read it: five queries, whatever its size. An item's choices in their order are its `option_groups_in_order`."""
    rows: dict[str, list[Any]] = {}
    for kind, model in MODELS.items():
        found = model._default_manager.filter(store=store)
        rows[kind] = sorted(found, key=lambda row: (getattr(row, "sort_order", 0), row.pk))
    _give_choices(store, rows["item"])
    return StoredMenu(store, rows)


def state_of(store: Store) -> str:
    """The same for the same menu, and for no other, whatever column of whatever row it may differ in."""
    state = hashlib.sha256()
    for model in (*MODELS.values(), MenuItemOptionGroup):
        for row in model._default_manager.filter(store=store).order_by("pk").values_list():
            state.update(repr(row).encode())
    return state.hexdigest()


def _give_choices(store: Store, items: list[Any]) -> None:
    by_item: dict[Any, list[Any]] = {}
    # A link to another store's choice, which only a hand at the database can make, is not written to a file.
    for link in MenuItemOptionGroup.objects.filter(store=store, option_group__store=store):
        by_item.setdefault(link.menu_item_id, []).append(link.option_group_id)
    for item in items:
        item.option_groups_in_order = by_item.get(item.pk, [])
