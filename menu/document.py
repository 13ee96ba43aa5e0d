"""The menu as one JSON document, encoded once per store, version and hour."""

import gzip
import threading
import uuid
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from accounts.serializers import StoreSerializer
from menu.choices import SaleStatus
from menu.hours import is_served
from menu.snapshot import GroupFacts, ItemFacts, MenuSnapshot


@dataclass(frozen=True, slots=True)
class MenuDocument:
    """The encoded menu. `stale_at` is when an item's hours next begin or end."""

    snapshot: MenuSnapshot
    stale_at: datetime | None
    etag: str
    body: bytes
    gzipped: bytes


KEPT_DOCUMENTS = 256
_kept: OrderedDict[uuid.UUID, MenuDocument] = OrderedDict()
_lock = threading.Lock()


def menu_document(snapshot: MenuSnapshot, now: datetime) -> MenuDocument:
    """The document for this version at this hour."""
    store_id = snapshot.store_row.pk
    with _lock:
        known = _kept.get(store_id)
        if known and known.snapshot is snapshot and (known.stale_at is None or now < known.stale_at):
            _kept.move_to_end(store_id)
            return known
    body = orjson.dumps(_menu(snapshot, now), default=str)
    # Several processes must agree on the tag, and it must differ when an hour has passed: take it from the content.
    etag = f'W/"{snapshot.version}-{zlib.crc32(body):08x}"'
    built = MenuDocument(snapshot, snapshot.next_change_after(now), etag, body, gzip.compress(body, 6, mtime=0))
    with _lock:
        _kept[store_id] = built
        while len(_kept) > KEPT_DOCUMENTS:
            _kept.popitem(last=False)
    return built


def item_as_seen(item: ItemFacts) -> dict[str, Any]:
    """An item as it stands in the menu."""
    return {
        "id": item.id,
        "name": item.name,
        "description": item.description,
        "price": item.price,
        "image": item.image,
        "status": SaleStatus.SOLD_OUT if item.is_sold_out or item.remaining == 0 else SaleStatus.ON_SALE,
        "remaining": item.remaining,
        "badges": item.badges,
        "spiciness": item.spiciness,
        "dietary": item.dietary,
        "allergens": item.allergens,
        "option_groups": [_group(group) for group in item.groups],
    }


def _menu(snapshot: MenuSnapshot, now: datetime) -> dict[str, Any]:
    return {
        "version": snapshot.version,
        "store": StoreSerializer(snapshot.store_row).data,
        "categories": list(_categories(snapshot, now)),
    }


def _categories(snapshot: MenuSnapshot, now: datetime) -> Iterator[dict[str, Any]]:
    zone = snapshot.store.time_zone
    for category_id, name, members in snapshot.categories:
        served = [item_as_seen(item) for item in members if is_served(item.hours, now, time_zone=zone)]
        if served:
            yield {"id": category_id, "name": name, "items": served}


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
