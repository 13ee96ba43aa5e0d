"""What staff change during service: sold out, stock left, and whether the store takes orders."""

import uuid
from copy import copy
from datetime import datetime
from typing import Any

from django.db import transaction
from rest_framework.exceptions import NotFound

from accounts.audit import changes_of, record
from accounts.models import Deed, Store
from accounts.pausing import pause_ordering, resume_ordering
from menu.choices import SaleStatus
from menu.document import item_as_seen
from menu.facts import item_facts_of
from menu.models import MenuItem
from orders import announcing
from orders.errors import MenuItemUnavailable


@transaction.atomic
def set_availability(
    *, store_id: uuid.UUID, item_id: uuid.UUID, changes: dict[str, Any], by_id: uuid.UUID
) -> dict[str, Any]:
    """Set an item's `status` (on sale or sold out) and its `remaining` stock; return the item as in the menu."""
    item = MenuItem.objects.select_for_update(no_key=True).filter(pk=item_id, store=store_id).first()
    if item is None:
        raise NotFound
    if item.status == SaleStatus.HIDDEN:
        raise MenuItemUnavailable
    before = copy(item)
    for field, value in changes.items():
        setattr(item, field, value)
    item.save(update_fields=list(changes))
    if told := changes_of(before, item, changes):
        record(store_id=store_id, actor=by_id, deed=Deed.CHANGED, target=item, changes=told)
    announcing.announce_after_commit(store_id)
    return item_as_seen(item_facts_of(item))


@transaction.atomic
def set_accepting_orders(
    *, store_id: uuid.UUID, accepting_orders: bool, by_id: uuid.UUID, paused_until: datetime | None = None
) -> Store:
    """Pause guests' ordering, until a moment or until it is resumed, or resume it; and tell the screens at once."""
    if accepting_orders:
        store = resume_ordering(store_id=store_id, actor=by_id)
    else:
        store = pause_ordering(store_id=store_id, actor=by_id, until=paused_until)
    announcing.announce_after_commit(store_id)
    return store
