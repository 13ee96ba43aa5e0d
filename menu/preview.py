"""One item as the tablet would get it, whether guests see it now or not."""

from datetime import datetime
from typing import Any

from accounts.serializers import StoreSerializer
from menu.choices import SaleStatus
from menu.document import item_as_seen
from menu.facts import item_facts_of
from menu.hours import is_served
from menu.models import MenuItem


def preview_of(item: MenuItem, now: datetime) -> dict[str, Any]:
    """A menu of this one item, and why guests do not see it now: `hidden`, `category_hidden`, `hours` or None."""
    facts = item_facts_of(item)
    category = item.category
    return {
        "menu": {
            "version": 0,
            "store": StoreSerializer(item.store).data,
            "categories": [{"id": category.pk, "name": category.name, "items": [item_as_seen(facts)]}],
        },
        "unseen": _unseen(item, is_served(facts.hours, now, time_zone=item.store.time_zone)),
    }


def _unseen(item: MenuItem, is_served_now: bool) -> str | None:
    if item.status == SaleStatus.HIDDEN:
        return "hidden"
    if item.category.is_hidden:
        return "category_hidden"
    return None if is_served_now else "hours"
