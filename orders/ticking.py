"""The kitchen ticks off what it is done with, line by line."""

import uuid

from django.db import transaction
from rest_framework.exceptions import NotFound

from accounts.business_day import utc_now
from orders.documents import Document
from orders.errors import InvalidStatusTransition
from orders.events import record_events
from orders.locks import lock_order
from orders.models import OPEN_STATUSES
from orders.news import order_updated


@transaction.atomic
def tick_line(*, store_id: uuid.UUID, order_id: uuid.UUID, line_id: uuid.UUID, done: bool) -> Document:
    """Tick a line off, or take the tick back, while its order is open; raise InvalidStatusTransition.

    What is so already stays as it is, and nobody is told: two cooks may touch the same line.
    """
    order = lock_order(store_id=store_id, order_id=order_id)
    lines = list(order.lines.order_by("position"))
    line = next((line for line in lines if line.pk == line_id), None)
    if line is None:
        raise NotFound
    if order.status not in OPEN_STATUSES:
        raise InvalidStatusTransition
    is_new = done != (line.done_at is not None)
    if is_new:
        line.done_at = utc_now() if done else None
        line.save(update_fields=["done_at"])
    document, updated = order_updated(order, lines)
    if is_new:
        record_events(store_id=store_id, events=[updated])
    return document
