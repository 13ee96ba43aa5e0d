"""Scoped reads of tables and tablets."""

import uuid
from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet
from rest_framework.exceptions import NotFound

from accounts.business_day import utc_now
from tables.models import Table, Tablet
from tables.pairing_codes import VALID_FOR

MOST_TABLETS = 100
# A tablet that nobody has seen for so long is not in use any more, whether somebody revoked it or not.
FORGOTTEN_AFTER = timedelta(days=30)
# One that is in use is heard of every minute.
MISSED_AFTER = timedelta(minutes=5)


def in_use(path: str = "") -> Q:
    """Tablets that are paired and were seen not long ago; `path` leads to them."""
    return Q(**{f"{path}revoked_at": None, f"{path}last_seen_at__gte": utc_now() - FORGOTTEN_AFTER})


def missed() -> Q:
    """Those in use that should have been heard of by now."""
    return in_use() & Q(last_seen_at__lt=utc_now() - MISSED_AFTER)


def pairing_state(table: Table, *, until: datetime) -> str:
    """Of the code that was made for the table and is good until then: `waiting`, `paired`, or `over`."""
    if table.pairing_code_expires_at == until:
        return "waiting" if until > utc_now() else "over"
    # A code that was used leaves none behind; one in another's place does.
    made_at = until - VALID_FOR
    used = table.pairing_code_hash is None
    return "paired" if used and table.tablets.filter(revoked_at=None, paired_at__gte=made_at).exists() else "over"


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
