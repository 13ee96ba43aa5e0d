"""Orders, sessions and calls as JSON documents: the one place that writes them, for answers and events alike.

Shapes: docs/openapi.yaml. orders/serializers/ describes them; tests hold the two together.
"""

import uuid
from collections.abc import Iterable
from typing import Any

from accounts.audit import name_of
from orders.models import Order, OrderLine
from tables.models import ServiceCall, SessionStep, Table, TableSession

Document = dict[str, Any]


def order_document(order: Order, lines: Iterable[OrderLine], *, table: Document) -> Document:
    """An order with its lines, in the order in which they were sent. `table` is where its guests sit now."""
    return {
        "id": order.id,
        "number": order.number,
        "business_date": order.business_date,
        "status": order.status,
        "table": table,
        "session_id": order.session_id,
        "items": [line_document(line) for line in lines],
        "note": order.note,
        "total": order.total,
        # Not by the person, whose account may be gone: an order's tablet stays.
        "placed_by": "tablet" if order.placed_by_tablet_id else "staff",
        "created_at": order.created_at,
        "preparing_at": order.preparing_at,
        "completed_at": order.completed_at,
        "cancelled_at": order.cancelled_at,
        "cancel_reason": order.cancel_reason,
    }


def stored_order_document(order: Order) -> Document:
    """An order as `selectors.orders_of` reads it."""
    return order_document(order, order.lines.all(), table=table_document(order.session.table))


def order_story_document(order: Order) -> Document:
    """Who did what with an order, as `selectors.order_with_steps` reads it. Staff's business: no guest is told."""
    placed_by = order.placed_by_user
    return {
        "placed_by": name_of(placed_by) if placed_by else None,
        "steps": [
            {
                "from_status": step.from_status,
                "to_status": step.to_status,
                "is_undo": step.is_undo,
                "at": step.at,
                "by": name_of(step.by) if step.by else None,
                "reason": step.reason,
            }
            for step in order.steps.all()
        ],
    }


def line_document(line: OrderLine) -> Document:
    """One line."""
    return {
        "id": line.id,
        "menu_item": line.menu_item_id,
        "name": line.name,
        "unit_price": line.unit_price,
        "quantity": line.quantity,
        "options": line.options,
        "note": line.note,
        "line_total": line.line_total,
        "done_at": line.done_at,
    }


def table_details_document(table: Table) -> Document:
    """A table as the board and its floor plan show it, without its guests."""
    return {
        "id": table.id,
        "number": table.number,
        "name": table.name,
        "zone": table.zone,
        "seats": table.seats,
        "position": None if table.position_x is None else {"x": table.position_x, "y": table.position_y},
        "is_active": table.is_active,
    }


def session_document(session: TableSession) -> Document:
    """A session without its orders."""
    return {
        "id": session.id,
        "business_date": session.business_date,
        "guests": session.guests,
        "opened_at": session.opened_at,
        "closed_at": session.closed_at,
    }


def session_step_document(step: SessionStep) -> Document:
    """A step of a session between two tables, by whom."""
    return {
        "kind": step.kind,
        "from_table": table_document(step.from_table),
        "to_table": table_document(step.to_table),
        "at": step.at,
        "by": step.by.username if step.by else None,
    }


def table_document(table: Table) -> Document:
    """Which table."""
    return table_reference(table.id, table.number)


def table_reference(table_id: uuid.UUID, number: int) -> Document:
    """Which table, where only id and number are at hand."""
    return {"id": table_id, "number": number}


def service_call_document(call: ServiceCall, *, table_number: int) -> Document:
    """A service call. Who took it is the staff's business."""
    return {
        "id": call.id,
        "table": table_reference(call.table_id, table_number),
        "session_id": call.session_id,
        "kind": call.kind,
        "message": call.message,
        "created_at": call.created_at,
        "acknowledged_at": call.acknowledged_at,
    }
