"""Pausing and resuming guests' ordering. Screens are told by whoever looks, or by the caller (orders/announcing.py)."""

import uuid
from copy import copy
from datetime import datetime

from django.db import transaction

from accounts.audit import changes_of, record
from accounts.models import Deed, Store, User

COLUMNS = ("accepting_orders", "paused_until")


def pause_ordering(*, store_id: uuid.UUID, actor: User | uuid.UUID, until: datetime | None = None) -> Store:
    """Take no more orders from guests: until a moment, from which on they can order by the clock, or until resumed."""
    return _set(store_id, actor, Deed.ORDERING_PAUSED, accepting_orders=until is not None, paused_until=until)


def resume_ordering(*, store_id: uuid.UUID, actor: User | uuid.UUID) -> Store:
    """Take guests' orders again."""
    return _set(store_id, actor, Deed.ORDERING_RESUMED, accepting_orders=True, paused_until=None)


@transaction.atomic
def _set(
    store_id: uuid.UUID,
    actor: User | uuid.UUID,
    deed: Deed,
    *,
    accepting_orders: bool,
    paused_until: datetime | None,
) -> Store:
    store = Store.objects.select_for_update(no_key=True).get(pk=store_id)
    before = copy(store)
    store.accepting_orders, store.paused_until = accepting_orders, paused_until
    if changes := changes_of(before, store, COLUMNS):
        store.save(update_fields=COLUMNS)
        record(store_id=store_id, actor=actor, deed=deed, target=store, changes=changes)
    return store
