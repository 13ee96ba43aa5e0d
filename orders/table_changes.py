"""Telling screens of tables that were made, changed or deleted, wherever that happened.

Triggers note each change in its own transaction (tables/triggers.py). Here the notes become events; every process that
serves streams looks once a second (orders/announcing.py). A change that is noted twice is told twice, with the same
words: an event carries the table as it is, and so may be applied any number of times.
"""

import uuid

from django.db import transaction

from accounts.models import Store
from orders.documents import table_details_document
from orders.events import Event, event, record_events
from orders.models import EventKind, StoreCounter
from tables.models import Table, TableChange

AT_ONCE = 100  # a reader's mailbox holds 256


def announce_tables_everywhere() -> None:
    """Tell of every change that was not told of yet."""
    for store_id in set(TableChange.objects.values_list("store_id", flat=True)):
        while announce_tables(store_id):
            pass


@transaction.atomic
def announce_tables(store_id: uuid.UUID) -> int:
    """Tell of the store's next changes and return how many there were."""
    if not Store.objects.filter(pk=store_id).exists():
        return TableChange.objects.filter(store_id=store_id).delete()[0]
    StoreCounter.objects.get_or_create(store_id=store_id)
    # Two processes may look at the same moment: only one announces.
    StoreCounter.objects.select_for_update(no_key=True).get(store=store_id)
    noted = dict(TableChange.objects.filter(store_id=store_id).values_list("pk", "table_id")[:AT_ONCE])
    if noted:
        TableChange.objects.filter(pk__in=noted).delete()
        # Read after the notes: whatever is changed meanwhile is noted again.
        tables = Table.objects.in_bulk(noted.values())
        events = [_event_of(table_id, tables.get(table_id)) for table_id in dict.fromkeys(noted.values())]
        record_events(store_id=store_id, events=events)
    return len(noted)


def _event_of(table_id: uuid.UUID, table: Table | None) -> Event:
    if table is None:
        return event(EventKind.TABLE_REMOVED, table_id=table_id, table={"id": table_id})
    return event(EventKind.TABLE_UPDATED, table_id=table_id, table=table_details_document(table))
