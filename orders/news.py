"""The events of orders and sessions, made from their documents."""

from collections.abc import Iterable

from orders.documents import Document, order_document, session_document, table_document
from orders.events import Event, event
from orders.models import EventKind, Order, OrderLine
from tables.models import Table, TableSession


def order_updated(order: Order, lines: Iterable[OrderLine]) -> tuple[Document, Event]:
    """The order as it is now, at the table of its session, and the event that says so."""
    table = order.session.table
    document = order_document(order, lines, table=table_document(table))
    return document, event(EventKind.ORDER_UPDATED, table_id=table.pk, order=document)


def session_event(kind: EventKind, session: TableSession, table: Table) -> Event:
    """A session was opened or closed at the table."""
    return event(kind, table_id=table.pk, session=session_document(session), table=table_document(table))
