"""Forgetting what nobody can ask for any more: old store events, and old keys of orders that were given up."""

from datetime import datetime

from django.db.models import Max

from orders.models import StoreEvent, WithdrawnKey

AT_ONCE = 5000  # numbers; short transactions, so that ordering never waits for this


def prune_events(*, before: datetime) -> int:
    """Delete events older than `before`, from each store's oldest on, so that a log never has a gap inside."""
    limits = StoreEvent.objects.filter(created_at__lt=before).values("store").annotate(last=Max("number")).order_by()
    deleted = 0
    for limit in limits:
        old = StoreEvent.objects.filter(store=limit["store"], number__lte=limit["last"])
        while (first := old.order_by("number").values_list("number", flat=True).first()) is not None:
            deleted += old.filter(number__lt=first + AT_ONCE).delete()[0]
    return deleted


def prune_withdrawn_keys(*, before: datetime) -> int:
    """Delete keys withdrawn before `before`: no attempt is that long on its way."""
    return WithdrawnKey.objects.filter(withdrawn_at__lt=before).delete()[0]
