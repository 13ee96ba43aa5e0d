"""Guests give up an order of which nobody knows whether it came.

Its first attempt may still be on the way. The table's lock decides: either it was stored before, and the guests get
to see it, or its key is marked and never places an order, however late it comes.
"""

import uuid

from django.db import transaction

from accounts.business_day import utc_now
from orders.documents import Document, stored_order_document
from orders.errors import IdempotencyKeyReused
from orders.locks import lock_table
from orders.models import Order, WithdrawnKey
from orders.selectors import orders_of


@transaction.atomic
def withdraw_order(*, store_id: uuid.UUID, table_id: uuid.UUID, key: str) -> Document | None:
    """The order that a tablet placed at the table with this key; where there is none, there will be none."""
    lock_table(store_id=store_id, table_id=table_id)
    order = _order_of(store_id, table_id, key)
    if order is None:
        _mark(store_id, table_id, key)
        return None
    if order.placed_by_tablet_id is None:
        # A person's order is not the guests' to ask for.
        raise IdempotencyKeyReused
    return stored_order_document(order)


def _order_of(store_id: uuid.UUID, table_id: uuid.UUID, key: str) -> Order | None:
    # Where it was ordered: its guests may sit elsewhere by now.
    return orders_of(store_id).filter(table=table_id, idempotency_key=key).first()


def _mark(store_id: uuid.UUID, table_id: uuid.UUID, key: str) -> None:
    WithdrawnKey.objects.get_or_create(
        store_id=store_id, table_id=table_id, idempotency_key=key, defaults={"withdrawn_at": utc_now()}
    )
