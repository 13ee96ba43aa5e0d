"""Telling screens that the menu or the store changed, wherever it was changed.

Database triggers raise the menu's version in the transaction of the change (menu/triggers.py). This compares it with
the version that screens were last told of, and records the events. Services ask for it after their commit; every
process that serves streams also looks once a second, so that the admin, a shell and SQL by hand are announced too,
as is a change whose process died before it could.
"""

import uuid
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q

from accounts.business_day import utc_now
from accounts.models import Store
from accounts.serializers import StoreSerializer
from menu.hours import next_change
from menu.models import MenuItem, MenuVersion
from orders.events import encode, event, record_events
from orders.models import EventKind, StoreCounter
from orders.table_changes import announce_tables_everywhere


def announce_after_commit(store_id: uuid.UUID) -> None:
    """Announce as soon as the surrounding transaction has committed."""
    transaction.on_commit(lambda: announce(store_id), robust=True)


def announce_everywhere() -> None:
    """Announce whatever has changed in any store and was not announced yet."""
    announce_tables_everywhere()
    due = Q(next_change_at__lte=utc_now())
    behind = Q(store__counter=None) | Q(version__gt=F("store__counter__announced_menu_version"))
    for store_id in MenuVersion.objects.filter(due | behind).values_list("store_id", flat=True):
        announce(store_id)


@transaction.atomic
def announce(store_id: uuid.UUID) -> None:
    """Record `store.updated` and `menu.updated` where they are due; nothing when they are not."""
    StoreCounter.objects.get_or_create(store_id=store_id)
    # Two processes may look at the same moment: only one announces. Counter before version, as an order takes them.
    counter = StoreCounter.objects.select_for_update(no_key=True).get(store=store_id)
    menu = MenuVersion.objects.select_for_update(no_key=True).select_related(None).get(store=store_id)
    now = utc_now()
    if menu.next_change_at and menu.next_change_at <= now:
        menu.version += 1
    elif menu.version <= counter.announced_menu_version:
        return
    store = Store.objects.get(pk=store_id)
    menu.next_change_at = _next_change(store, now)
    menu.save(update_fields=["version", "next_change_at"])
    document = StoreSerializer(store, context={"now": now}).data
    events = [event(EventKind.MENU_UPDATED, table_id=None, version=menu.version)]
    encoded = encode(document).decode()
    if encoded != counter.announced_store:
        events.insert(0, event(EventKind.STORE_UPDATED, table_id=None, store=document))
    StoreCounter.objects.filter(store=store_id).update(announced_menu_version=menu.version, announced_store=encoded)
    record_events(store_id=store_id, events=events)


def _next_change(store: Store, now: datetime) -> datetime | None:
    rows = MenuItem.objects.filter(store=store, available_from__isnull=False, available_until__isnull=False)
    hours = [(start, end) for start, end in rows.values_list("available_from", "available_until") if start and end]
    changes = next_change(hours, now, time_zone=store.time_zone), store.next_change_after(now)
    return min((change for change in changes if change), default=None)
