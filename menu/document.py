"""The menu as one JSON document, for guests and for staff, encoded once per store, version and hour."""

import gzip
import threading
import uuid
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from accounts.serializers import StoreSerializer
from menu.choices import SaleStatus
from menu.facts import GroupFacts, ItemFacts
from menu.hours import is_served
from menu.snapshot import MenuSnapshot

Writer = Callable[[MenuSnapshot, datetime], dict[str, Any]]
WriteGroup = Callable[[GroupFacts], Any]


@dataclass(frozen=True, slots=True)
class MenuDocument:
    """The encoded menu. `stale_at` is when hours next begin or end."""

    snapshot: MenuSnapshot
    stale_at: datetime | None
    etag: str
    body: bytes
    gzipped: bytes


KEPT_DOCUMENTS = 512
_kept: OrderedDict[tuple[uuid.UUID, Writer], MenuDocument] = OrderedDict()
_lock = threading.Lock()


def menu_document(snapshot: MenuSnapshot, now: datetime) -> MenuDocument:
    """What guests see of this version at this hour."""
    return _encoded(_menu, snapshot, now)


def staff_menu_document(snapshot: MenuSnapshot, now: datetime) -> MenuDocument:
    """Every item of this version, for staff."""
    return _encoded(_staff_menu, snapshot, now)


def _encoded(write: Writer, snapshot: MenuSnapshot, now: datetime) -> MenuDocument:
    with snapshot.encoding:
        return _known(write, snapshot, now) or _build(write, snapshot, now)


def _known(write: Writer, snapshot: MenuSnapshot, now: datetime) -> MenuDocument | None:
    key = (snapshot.store_row.pk, write)
    with _lock:
        known = _kept.get(key)
        if not known or known.snapshot is not snapshot or (known.stale_at and now >= known.stale_at):
            return None
        _kept.move_to_end(key)
        return known


def _build(write: Writer, snapshot: MenuSnapshot, now: datetime) -> MenuDocument:
    body = orjson.dumps(write(snapshot, now), default=str)
    # Several processes must agree on the tag, and it must differ when an hour has passed: take it from the content.
    etag = f'W/"{snapshot.version}-{zlib.crc32(body):08x}"'
    built = MenuDocument(snapshot, snapshot.next_change_after(now), etag, body, gzip.compress(body, 6, mtime=0))
    with _lock:
        _kept[snapshot.store_row.pk, write] = built
        while len(_kept) > KEPT_DOCUMENTS:
            _kept.popitem(last=False)
    return built


def _group(group: GroupFacts) -> dict[str, Any]:
    return {
        "id": group.id,
        "name": group.name,
        "min_choices": group.min_choices,
        "max_choices": group.max_choices,
        "options": [
            {
                "id": option.id,
                "name": option.name,
                "price": option.price,
                "status": SaleStatus.SOLD_OUT if option.is_sold_out else SaleStatus.ON_SALE,
            }
            for option in group.options.values()
        ],
    }


def _each_group_once() -> WriteGroup:
    """Encodes a choice when the first item asks it: thousands of items ask the same few."""
    encoded: dict[uuid.UUID, orjson.Fragment] = {}

    def write(group: GroupFacts) -> orjson.Fragment:
        if group.id not in encoded:
            encoded[group.id] = orjson.Fragment(orjson.dumps(_group(group)))
        return encoded[group.id]

    return write


def item_as_seen(item: ItemFacts, group: WriteGroup = _group) -> dict[str, Any]:
    """An item as it stands in the menu."""
    return {
        "id": item.id,
        "name": item.name,
        "description": item.description,
        "price": item.price,
        "image": item.image,
        "image_small": item.image_small,
        "status": _status(item),
        "remaining": item.remaining,
        "badges": item.badges,
        "spiciness": item.spiciness,
        "dietary": item.dietary,
        "allergens": item.allergens,
        "option_groups": [group(asked) for asked in item.groups],
    }


def _menu(snapshot: MenuSnapshot, now: datetime) -> dict[str, Any]:
    return {
        "version": snapshot.version,
        "store": StoreSerializer(snapshot.store_row, context={"now": now}).data,
        "categories": list(_categories(snapshot, now, _each_group_once())),
    }


def _categories(snapshot: MenuSnapshot, now: datetime, group: WriteGroup) -> Iterator[dict[str, Any]]:
    zone = snapshot.store.time_zone
    for category in snapshot.categories:
        seen = [item for item in category.items if item.id in snapshot.items]
        served = [item_as_seen(item, group) for item in seen if is_served(item.hours, now, time_zone=zone)]
        if served:
            yield {"id": category.id, "name": category.name, "items": served}


def _staff_menu(snapshot: MenuSnapshot, now: datetime) -> dict[str, Any]:
    group = _each_group_once()
    return {
        "version": snapshot.version,
        "categories": [
            {
                "id": category.id,
                "name": category.name,
                "station": category.station,
                "items": [_item_for_staff(snapshot, item, group) for item in category.items],
            }
            for category in snapshot.categories
        ],
    }


def _item_for_staff(snapshot: MenuSnapshot, item: ItemFacts, group: WriteGroup) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name,
        "price": item.price,
        # An item of a hidden category cannot be ordered either.
        "status": _status(item) if item.id in snapshot.items else SaleStatus.HIDDEN,
        "remaining": item.remaining,
        "option_groups": [group(asked) for asked in item.groups],
    }


def _status(item: ItemFacts) -> SaleStatus:
    return SaleStatus.SOLD_OUT if item.is_sold_out or item.remaining == 0 else SaleStatus.ON_SALE
