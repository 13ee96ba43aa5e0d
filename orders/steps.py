"""An order's way: advance, cancel, undo. Every step is kept with who, from, to, when and why."""

import uuid
from datetime import datetime, timedelta

from django.db import transaction

from accounts.audit import Changes, record
from accounts.business_day import utc_now
from accounts.models import Deed
from orders import announcing
from orders.documents import Document
from orders.errors import InvalidStatusTransition, LinesRefused
from orders.events import record_events
from orders.locks import lock_order
from orders.models import Order, OrderLine, OrderStatus, OrderStep
from orders.news import order_updated
from orders.stock import give_back_stock, retake_stock

UNDO_WITHIN = timedelta(seconds=10)

ADVANCES = {OrderStatus.PENDING: OrderStatus.PREPARING, OrderStatus.PREPARING: OrderStatus.COMPLETED}
CANCELLABLE = (OrderStatus.PENDING, OrderStatus.PREPARING)
TIME_OF = {
    OrderStatus.PREPARING: "preparing_at",
    OrderStatus.COMPLETED: "completed_at",
    OrderStatus.CANCELLED: "cancelled_at",
}


@transaction.atomic
def advance_order(*, store_id: uuid.UUID, order_id: uuid.UUID, to: OrderStatus, by_id: uuid.UUID) -> Document:
    """Move the order to the next status; raise InvalidStatusTransition for any other."""
    order = lock_order(store_id=store_id, order_id=order_id)
    if ADVANCES.get(OrderStatus(order.status)) != to:
        raise InvalidStatusTransition
    return _step(order, to, by_id=by_id)


@transaction.atomic
def cancel_order(*, store_id: uuid.UUID, order_id: uuid.UUID, reason: str, by_id: uuid.UUID) -> Document:
    """Take the order off the bill and return its stock; it stays in the history."""
    order = lock_order(store_id=store_id, order_id=order_id)
    if order.status not in CANCELLABLE:
        raise InvalidStatusTransition
    give_back_stock(_lines(order))
    order.cancel_reason = reason
    _announce_stock(order)
    told: Changes = {"reason": ["", reason], "total": [order.total, 0]}
    record(store_id=store_id, actor=by_id, deed=Deed.ORDER_CANCELLED, target=order, changes=told)
    return _step(order, OrderStatus.CANCELLED, by_id=by_id, reason=reason)


@transaction.atomic
def undo_step(*, store_id: uuid.UUID, order_id: uuid.UUID, by_id: uuid.UUID) -> Document:
    """Take back the caller's own last step within ten seconds. A cancelled order takes its stock again."""
    order = lock_order(store_id=store_id, order_id=order_id)
    last = OrderStep.objects.filter(order=order).order_by("-id").first()
    if last is None or last.is_undo or last.by_id != by_id or utc_now() - last.at > UNDO_WITHIN:
        raise InvalidStatusTransition
    if last.to_status == OrderStatus.CANCELLED:
        if faults := retake_stock(_lines(order)):
            raise LinesRefused(faults)
        order.cancel_reason = ""
        _announce_stock(order)
    setattr(order, TIME_OF[OrderStatus(last.to_status)], None)
    told = {"status": [last.to_status, last.from_status]}
    record(store_id=store_id, actor=by_id, deed=Deed.STEP_UNDONE, target=order, changes=told)
    return _step(order, OrderStatus(last.from_status), by_id=by_id, is_undo=True)


def _step(order: Order, to: OrderStatus, *, by_id: uuid.UUID, reason: str = "", is_undo: bool = False) -> Document:
    now = utc_now()
    step = OrderStep(
        order=order,
        from_status=order.status,
        to_status=to,
        at=now,
        by_id=by_id,
        reason=reason,
        is_undo=is_undo,
    )
    step.save(force_insert=True)
    _save(order, to, None if is_undo else now)
    document, updated = order_updated(order, _lines(order))
    record_events(store_id=order.store_id, events=[updated])
    return document


def _save(order: Order, to: OrderStatus, reached_at: datetime | None) -> None:
    order.status = to
    if reached_at:
        setattr(order, TIME_OF[to], reached_at)
    order.save(update_fields=["status", "cancel_reason", *TIME_OF.values()])


def _lines(order: Order) -> list[OrderLine]:
    return list(order.lines.order_by("position"))


def _announce_stock(order: Order) -> None:
    # Screens show what is left; without counted lines this finds nothing new and says nothing.
    announcing.announce_after_commit(order.store_id)
