"""A store's whole menu at one version: what guests see, and what an order is checked and priced against.

Built once per store and version in a process, and read by every request after that.
"""

import threading
import uuid
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, time

from accounts.models import Store
from menu.choices import SaleStatus
from menu.hours import Hours, next_change
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup
from menu.pictures import small_of
from menu.translations import Text


@dataclass(frozen=True, slots=True)
class OptionFacts:
    """An option that is not hidden."""

    id: uuid.UUID
    name: Text
    price: int
    is_sold_out: bool


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A choice to make."""

    id: uuid.UUID
    name: Text
    min_choices: int
    max_choices: int
    options: dict[uuid.UUID, OptionFacts]


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item. `remaining` is None when stock is not counted."""

    id: uuid.UUID
    name: Text
    description: Text
    price: int
    image: str | None
    image_small: str | None
    is_hidden: bool
    is_sold_out: bool
    remaining: int | None
    badges: list[str]
    spiciness: int
    dietary: list[str]
    allergens: list[str]
    hours: Hours | None
    groups: list[GroupFacts]


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """A category with its items in order, hidden ones too."""

    id: uuid.UUID
    name: Text
    station: str
    is_hidden: bool
    items: list[ItemFacts]


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What an order needs of its store."""

    time_zone: str
    business_day_start: time
    default_language: str


@dataclass(frozen=True, slots=True)
class MenuSnapshot:
    """One version of a store's menu. `categories` are all, in order; `items` are those that guests may see.

    `store_row` has its hours read with it: whether it is open asks the database nothing.
    """

    version: int
    store: StoreFacts
    store_row: Store
    categories: list[CategoryFacts]
    items: dict[uuid.UUID, ItemFacts]

    def next_change_after(self, moment: datetime) -> datetime | None:
        """When an item's hours or the store's next begin or end, or a pause."""
        hours = [item.hours for item in self.items.values() if item.hours]
        changes = next_change(hours, moment, time_zone=self.store.time_zone), self.store_row.next_change_after(moment)
        return min((change for change in changes if change), default=None)


KEPT_SNAPSHOTS = 256
_kept: OrderedDict[uuid.UUID, MenuSnapshot] = OrderedDict()
_lock = threading.Lock()


def menu_snapshot(store_id: uuid.UUID, version: int) -> MenuSnapshot:
    """The store's menu at `version` or, when it has risen since, a newer one."""
    with _lock:
        known = _kept.get(store_id)
        if known and known.version == version:
            _kept.move_to_end(store_id)
            return known
    built = build_snapshot(store_id, version)
    with _lock:
        _kept[store_id] = built
        _kept.move_to_end(store_id)
        while len(_kept) > KEPT_SNAPSHOTS:
            _kept.popitem(last=False)
    return built


def forget_snapshots() -> None:
    """Build again: the same version may come again after a database was restored or thrown away."""
    with _lock:
        _kept.clear()


def build_snapshot(store_id: uuid.UUID, version: int) -> MenuSnapshot:
    """Read the menu: eight queries, whatever its size."""
    store = Store.objects.get(pk=store_id)
    store.clock  # noqa: B018 # read now: orders ask it later
    groups = _groups_by_item(store_id)
    items: dict[uuid.UUID, list[ItemFacts]] = {}
    for row in MenuItem.objects.filter(store=store_id):
        items.setdefault(row.category_id, []).append(_item_facts(row, groups.get(row.pk, [])))
    categories = [
        CategoryFacts(row.pk, row.name, row.station, row.is_hidden, items[row.pk])
        for row in Category.objects.filter(store=store_id)
        if row.pk in items
    ]
    return MenuSnapshot(
        version=version,
        store=StoreFacts(store.time_zone, store.business_day_start, store.default_language),
        store_row=store,
        categories=categories,
        items={
            item.id: item
            for category in categories
            if not category.is_hidden
            for item in category.items
            if not item.is_hidden
        },
    )


def item_facts_of(item: MenuItem) -> ItemFacts:
    """One item with its choices, hidden or not."""
    return _item_facts(item, _groups_by_item(item.store_id).get(item.pk, []))


def _item_facts(row: MenuItem, groups: list[GroupFacts]) -> ItemFacts:
    return ItemFacts(
        id=row.pk,
        name=row.name,
        description=row.description,
        price=row.price,
        image=row.image.url if row.image else None,
        image_small=_small_url(row),
        is_hidden=row.status == SaleStatus.HIDDEN,
        is_sold_out=row.status == SaleStatus.SOLD_OUT,
        remaining=row.remaining,
        badges=row.badges,
        spiciness=row.spiciness,
        dietary=row.dietary,
        allergens=row.allergens,
        hours=(row.available_from, row.available_until) if row.available_from and row.available_until else None,
        groups=groups,
    )


def _small_url(row: MenuItem) -> str | None:
    small = small_of(row.image.name) if row.image else None
    return row.image.storage.url(small) if small else None


def _groups_by_item(store_id: uuid.UUID) -> dict[uuid.UUID, list[GroupFacts]]:
    options: dict[uuid.UUID, dict[uuid.UUID, OptionFacts]] = {}
    for option in Option.objects.filter(store=store_id).exclude(status=SaleStatus.HIDDEN):
        facts = OptionFacts(option.pk, option.name, option.price, option.status == SaleStatus.SOLD_OUT)
        options.setdefault(option.group_id, {})[option.pk] = facts
    groups = {
        group.pk: GroupFacts(group.pk, group.name, group.min_choices, group.max_choices, options.get(group.pk, {}))
        for group in OptionGroup.objects.filter(store=store_id)
    }
    by_item: dict[uuid.UUID, list[GroupFacts]] = {}
    for link in MenuItemOptionGroup.objects.filter(store=store_id):
        # Only a hand at the database can link another store's choice; it must not take the whole menu away.
        if link.option_group_id in groups:
            by_item.setdefault(link.menu_item_id, []).append(groups[link.option_group_id])
    return by_item
