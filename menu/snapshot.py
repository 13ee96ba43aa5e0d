"""A store's whole menu at one version: what guests see, and what an order is checked and priced against.

Built once per store and version in a process, and read by every request after that. An order does not wait for it:
while it is not there, the order's own items are read, and the whole soon after (`build_wanted`, by orders/hub.py).
"""

import threading
import uuid
from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, time

from accounts.models import Store
from menu.facts import CategoryFacts, ItemFacts, groups_by_item, item_facts, item_rows
from menu.hours import next_change
from menu.models import Category


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What an order needs of its store."""

    time_zone: str
    business_day_start: time
    default_language: str


@dataclass(frozen=True, slots=True)
class MenuSnapshot:
    """One version of a store's menu. `categories` are all, in order; `items` are those that guests may see.

    `store_row` has its hours read with it: whether it is open asks the database nothing. `encoding` is held by whoever
    makes its document, so that those who ask meanwhile find it made.
    """

    version: int
    store: StoreFacts
    store_row: Store
    categories: list[CategoryFacts]
    items: dict[uuid.UUID, ItemFacts]
    encoding: threading.Lock = field(default_factory=threading.Lock, compare=False, repr=False)

    def next_change_after(self, moment: datetime) -> datetime | None:
        """When an item's hours or the store's next begin or end, or a pause."""
        hours = [item.hours for item in self.items.values() if item.hours]
        changes = next_change(hours, moment, time_zone=self.store.time_zone), self.store_row.next_change_after(moment)
        return min((change for change in changes if change), default=None)


KEPT_SNAPSHOTS = 256
_kept: OrderedDict[uuid.UUID, MenuSnapshot] = OrderedDict()
# One thread builds a store's menu and the others wait for it: all tablets ask at once when it has changed.
_builders: dict[uuid.UUID, threading.Lock] = {}
_wanted: dict[uuid.UUID, int] = {}
_lock = threading.Lock()


def menu_snapshot(store_id: uuid.UUID, version: int) -> MenuSnapshot:
    """The store's menu at `version` or, when it has risen since, a newer one."""
    if known := _known(store_id, version):
        return known
    with _lock:
        builder = _builders.setdefault(store_id, threading.Lock())
    with builder:
        return _known(store_id, version) or _keep(store_id, build_snapshot(store_id, version))


def snapshot_for(store_id: uuid.UUID, version: int, items: Collection[uuid.UUID]) -> MenuSnapshot:
    """What an order of these items needs, without waiting for a large menu: the whole one if it is there, else they."""
    if known := _known(store_id, version):
        return known
    with _lock:
        _wanted[store_id] = version
    return build_snapshot(store_id, version, only=items)


def build_wanted() -> None:
    """Build the menus that orders did not find, so that the next ones do."""
    with _lock:
        wanted = dict(_wanted)
        _wanted.clear()
    for store_id, version in wanted.items():
        menu_snapshot(store_id, version)


def _known(store_id: uuid.UUID, version: int) -> MenuSnapshot | None:
    with _lock:
        known = _kept.get(store_id)
        if not known or known.version != version:
            return None
        _kept.move_to_end(store_id)
        return known


def _keep(store_id: uuid.UUID, built: MenuSnapshot) -> MenuSnapshot:
    with _lock:
        _kept[store_id] = built
        _kept.move_to_end(store_id)
        while len(_kept) > KEPT_SNAPSHOTS:
            gone, _snapshot = _kept.popitem(last=False)
            _builders.pop(gone, None)
    return built


def forget_snapshots() -> None:
    """Build again: the same version may come again after a database was restored or thrown away."""
    with _lock:
        _kept.clear()
        _wanted.clear()


def build_snapshot(store_id: uuid.UUID, version: int, *, only: Collection[uuid.UUID] | None = None) -> MenuSnapshot:
    """Read the menu, or only some of its items: eight queries, whatever its size."""
    store = Store.objects.get(pk=store_id)
    store.clock  # noqa: B018 # read now: orders ask it later
    groups = groups_by_item(store_id, only)
    items: dict[uuid.UUID, list[ItemFacts]] = {}
    for row in item_rows(store_id, only):
        items.setdefault(row.category_id, []).append(item_facts(row, groups.get(row.id, [])))
    rows = Category.objects.filter(store=store_id)
    categories = [
        CategoryFacts(row.pk, row.name, row.station, row.is_hidden, items[row.pk])
        for row in (rows if only is None else rows.filter(pk__in=items))
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
