"""The locks of the slower writes, in the house's order: table, order, menu items, counter (docs/architecture.md)."""

import uuid

from rest_framework.exceptions import NotFound

from orders.models import Order
from tables.models import Table


def lock_table(*, store_id: uuid.UUID, table_id: uuid.UUID) -> Table:
    """Take turns with every order, seating and finishing at this table. `no_key`: rows may still refer to it."""
    table = Table.objects.select_for_update(no_key=True).filter(pk=table_id, store=store_id).first()
    if table is None:
        raise NotFound
    return table


def lock_order(*, store_id: uuid.UUID, order_id: uuid.UUID) -> Order:
    """Take turns with every other step of this order, then read it."""
    rows = Order.objects.select_for_update(no_key=True, of=("self",)).select_related("table")
    order = rows.filter(pk=order_id, store=store_id).first()
    if order is None:
        raise NotFound
    return order
