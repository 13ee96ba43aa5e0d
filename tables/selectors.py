"""Scoped reads of tables and tablets."""

import uuid

from django.db.models import F, QuerySet
from rest_framework.exceptions import NotFound

from tables.models import Table, Tablet

MOST_TABLETS = 100


def table_of(*, store_id: uuid.UUID, table_id: uuid.UUID) -> Table:
    """One table of the store; raise NotFound."""
    table = Table.objects.filter(pk=table_id, store=store_id).first()
    if table is None:
        raise NotFound
    return table


def tablets_of(table: Table) -> QuerySet[Tablet]:
    """The table's tablets, paired ones first, and each kind by when it was last seen; the newest hundred."""
    rows = Tablet.objects.select_related("paired_by").filter(table=table)
    return rows.order_by(F("revoked_at").desc(nulls_first=True), "-last_seen_at")[:MOST_TABLETS]


def tablet_of(*, store_id: uuid.UUID, tablet_id: uuid.UUID) -> Tablet:
    """One tablet of the store; raise NotFound."""
    tablet = Tablet.objects.select_related("paired_by").filter(pk=tablet_id, store=store_id).first()
    if tablet is None:
        raise NotFound
    return tablet
