"""Inserting what an order makes, one statement for each table."""

from accounts import sql
from orders.events import encode
from orders.models import Order, OrderLine
from tables.models import TableSession

SESSION_COLUMNS = "id, store_id, table_id, business_date, opened_at, opened_by_id"
ORDER_COLUMNS = (
    "id, store_id, table_id, session_id, number, business_date, status, total, note, idempotency_key, body_hash,"
    " placed_by_tablet_id, placed_by_user_id, created_at, cancel_reason"
)
LINE_COLUMNS = (
    "id, store_id, order_id, position, menu_item_id, name, unit_price, quantity, options, note, line_total, took_stock"
)


def insert_session(session: TableSession) -> None:
    """Store a new session."""
    row = (
        sql.uid(session.id),
        sql.uid(session.store_id),
        sql.uid(session.table_id),
        sql.day(session.business_date),
        sql.moment(session.opened_at),
        sql.uid(session.opened_by_id),
    )
    sql.insert("tables_tablesession", SESSION_COLUMNS, [row])


def insert_order(order: Order) -> None:
    """Store a new order."""
    row = (
        sql.uid(order.id),
        sql.uid(order.store_id),
        sql.uid(order.table_id),
        sql.uid(order.session_id),
        order.number,
        sql.day(order.business_date),
        order.status,
        order.total,
        order.note,
        order.idempotency_key,
        order.body_hash,
        sql.uid(order.placed_by_tablet_id),
        sql.uid(order.placed_by_user_id),
        sql.moment(order.created_at),
        order.cancel_reason,
    )
    sql.insert("orders_order", ORDER_COLUMNS, [row])


def insert_lines(lines: list[OrderLine]) -> None:
    """Store an order's lines, which may come before their order: the foreign key is checked at the commit, and the
    fewer statements follow the counter's lock the better.
    """
    rows = [
        (
            sql.uid(line.id),
            sql.uid(line.store_id),
            sql.uid(line.order_id),
            line.position,
            sql.uid(line.menu_item_id),
            encode(line.name).decode(),
            line.unit_price,
            line.quantity,
            encode(line.options).decode(),
            line.note,
            line.line_total,
            line.took_stock,
        )
        for line in lines
    ]
    sql.insert("orders_orderline", LINE_COLUMNS, rows)
