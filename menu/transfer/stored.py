"""A store's whole menu, as files hold it."""

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


def stored_menu(store: Store, *, locked: bool = False) -> StoredMenu:
    """Read it: five queries, whatever its size. `locked` keeps everybody else from changing it until the commit.

    An item's choices in their order are its `option_groups_in_order`.
    """
    rows: dict[str, list[Any]] = {}
    # Items first, by id: orders that take stock lock them so (docs/architecture.md has the order).
    for kind, model in (("item", MenuItem), ("category", Category), ("option_group", OptionGroup), ("option", Option)):
        found = model._default_manager.filter(store=store)
        if locked:
            found = found.order_by("id").select_for_update(no_key=True)
        rows[kind] = sorted(found, key=lambda row: (getattr(row, "sort_order", 0), row.pk))
    _give_choices(store, rows["item"])
    return StoredMenu(store, rows)


def _give_choices(store: Store, items: list[Any]) -> None:
    by_item: dict[Any, list[Any]] = {}
    # A link to another store's choice, which only a hand at the database can make, is not written to a file.
    for link in MenuItemOptionGroup.objects.filter(store=store, option_group__store=store):
        by_item.setdefault(link.menu_item_id, []).append(link.option_group_id)
    for item in items:
        item.option_groups_in_order = by_item.get(item.pk, [])
