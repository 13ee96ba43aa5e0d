"""Scoped reads of orders, sessions and calls."""

import uuid
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from rest_framework.exceptions import NotFound

from orders.models import Order, OrderLine, OrderStep
from tables.models import ServiceCall, SessionStep, SessionStepKind, Table, TableSession

# Where a filter of the order list is not a column's name.
COLUMN_OF = {"table": "session__table", "from": "business_date__gte", "to": "business_date__lte"}


def orders_of(store_id: uuid.UUID) -> QuerySet[Order]:
    """A store's orders with all that their documents need: two queries."""
    lines = Prefetch("lines", OrderLine.objects.order_by("position"))
    return Order.objects.filter(store=store_id).select_related("session__table").prefetch_related(lines)


def orders_matching(store_id: uuid.UUID, filters: dict[str, Any]) -> QuerySet[Order]:
    """A store's orders, as the order list's filters narrow them down."""
    return orders_of(store_id).filter(**{COLUMN_OF.get(name, name): value for name, value in filters.items()})


def order_with_lines(*, store_id: uuid.UUID, order_id: uuid.UUID) -> Order:
    """One order of the store; raise NotFound."""
    order = orders_of(store_id).filter(pk=order_id).first()
    if order is None:
        raise NotFound
    return order


def order_with_steps(*, store_id: uuid.UUID, order_id: uuid.UUID) -> Order:
    """One order of the store with who placed it and its steps, oldest first; raise NotFound."""
    steps = Prefetch("steps", OrderStep.objects.select_related("by").order_by("id"))
    found = Order.objects.filter(store=store_id, pk=order_id)
    order = found.select_related("placed_by_user").prefetch_related(steps).first()
    if order is None:
        raise NotFound
    return order


def open_session_of(table_id: uuid.UUID) -> TableSession | None:
    """The table's open session."""
    return TableSession.objects.filter(table=table_id, closed_at=None).first()


def calls_of_table(table_id: uuid.UUID) -> QuerySet[ServiceCall]:
    """What the guests now at the table called for here: open calls, and taken ones of the open session."""
    open_session = TableSession.objects.filter(table=table_id, closed_at=None)
    return (
        ServiceCall.objects.filter(Q(acknowledged_at=None) | Q(session__in=open_session), table=table_id)
        .select_related("table")
        .order_by("id")
    )


def past_sessions_of(table: Table, *, first: date | None, last: date | None) -> QuerySet[TableSession]:
    """Sessions that ended at the table or left it, with orders and steps, between two business dates (inclusive)."""
    # Asked apart, and a few in a table's life: a sub-query would keep the database from going by the table's index.
    left = list(
        SessionStep.objects.filter(from_table=table, kind=SessionStepKind.MOVED)
        .exclude(session__table=table)
        .values_list("session", flat=True)
    )
    sessions = TableSession.objects.filter(Q(table=table, closed_at__isnull=False) | Q(pk__in=left))
    if first:
        sessions = sessions.filter(business_date__gte=first)
    if last:
        sessions = sessions.filter(business_date__lte=last)
    orders = Prefetch("orders", orders_of(table.store_id).order_by("id"))
    steps = Prefetch("steps", SessionStep.objects.select_related("from_table", "to_table", "by").order_by("id"))
    return sessions.select_related("table").prefetch_related(orders, steps)


def order_in_open_session(*, store_id: uuid.UUID, table_id: uuid.UUID, order_id: uuid.UUID) -> Order:
    """One order of the guests now at the table; raise NotFound for any other."""
    order = orders_of(store_id).filter(pk=order_id, session__table=table_id, session__closed_at=None).first()
    if order is None:
        raise NotFound
    return order
