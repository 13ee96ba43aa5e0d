"""Scoped reads of the menu."""

import uuid

from django.db.models import Q

from menu.choices import SaleStatus
from menu.models import MenuVersion

# Items that guests read "sold out" on: marked so, or nothing is left of them.
SOLD_OUT = Q(status=SaleStatus.SOLD_OUT) | Q(status=SaleStatus.ON_SALE, remaining=0)


def menu_version_of(store_id: uuid.UUID) -> int:
    """The store's menu version as last committed."""
    return MenuVersion.objects.values_list("version", flat=True).get(store=store_id)
