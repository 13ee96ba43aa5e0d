"""The locks of the slower writes, in the house's order: tables by id, orders by id, calls by id, menu items, counter
(docs/architecture.md).
"""

import uuid

from rest_framework.exceptions import NotFound

from orders.models import Order
from tables.models import ServiceCall, Table, TableSession


def lock_table(*, store_id: uuid.UUID, table_id: uuid.UUID) -> Table:
    """Take turns with every order, seating, finishing and move at this table. `no_key`: rows may still refer to it."""
    return lock_tables(store_id=store_id, table_ids=[table_id])[table_id]


def lock_tables(*, store_id: uuid.UUID, table_ids: list[uuid.UUID]) -> dict[uuid.UUID, Table]:
    """Lock several, by id: moves from A to B and from B to A at the same moment must not wait for each other."""
    rows = Table.objects.select_for_update(no_key=True).filter(pk__in=table_ids, store=store_id).order_by("pk")
    tables = {table.pk: table for table in rows}
    if len(tables) < len(table_ids):
        raise NotFound
    return tables


def lock_order(*, store_id: uuid.UUID, order_id: uuid.UUID) -> Order:
    """Take turns with every other step of this order, and with its guests' moves, then read it."""
    order = Order.objects.select_for_update(no_key=True).filter(pk=order_id, store=store_id).first()
    if order is None:
        raise NotFound
    # In a statement of its own: the guests may have moved while the lock was waited for.
    order.session = TableSession.objects.select_related("table").get(pk=order.session_id)
    return order


def lock_orders_of(session: TableSession) -> list[Order]:
    """Every order of a session that goes elsewhere, with its lines, oldest first: no step may fall in between."""
    rows = Order.objects.select_for_update(no_key=True).filter(session=session).order_by("pk")
    return list(rows.prefetch_related("lines"))


def lock_open_calls(*tables: Table) -> list[ServiceCall]:
    """The tables' open calls; nobody else takes them now."""
    rows = ServiceCall.objects.select_for_update(no_key=True).filter(table__in=tables, acknowledged_at=None)
    return list(rows.order_by("pk"))


def lock_call(*, store_id: uuid.UUID, call_id: uuid.UUID) -> ServiceCall:
    """Take turns with everybody else who takes this call, and with its guests' moves, then read it."""
    call = ServiceCall.objects.select_for_update(no_key=True).filter(pk=call_id, store=store_id).first()
    if call is None:
        raise NotFound
    # In a statement of its own, as above.
    call.table = Table.objects.get(pk=call.table_id)
    return call
