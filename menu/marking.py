"""Marking many items at once as sold out, back on sale or hidden."""

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from menu.choices import SaleStatus
from menu.models import MenuItem
from menu.trail import record_changes


@transaction.atomic
def mark_items(*, items: QuerySet[MenuItem], status: SaleStatus, actor: User | None) -> int:
    """Give the items this status; return how many had another."""
    others = items.exclude(status=status).select_related(None)
    # Locked by id first: an UPDATE would lock in whatever order it finds the rows.
    rows = list(others.order_by("pk").select_for_update(no_key=True))
    MenuItem.objects.filter(pk__in=[item.pk for item in rows]).update(status=status)
    told = [(item, {"status": [item.status, status.value]}) for item in rows]
    record_changes(actor=actor, told=told)
    return len(rows)
