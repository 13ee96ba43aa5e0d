"""What a manager tells one tablet, through its stream: show yourself, load your page again.

An event like any other, seen by that tablet alone. It is for now: one that could not be handed over within a minute
(orders/hub.py) is not handed over any more, so that a tablet that comes back does not do what nobody waits for.
"""

import uuid

from django.db import transaction

from orders.errors import TabletRevoked
from orders.events import Event, encode, record_events
from orders.models import EventKind
from tables.models import Tablet
from tables.selectors import tablet_of


def identify_tablet(*, store_id: uuid.UUID, tablet_id: uuid.UUID) -> Tablet:
    """Have the tablet show which one it is; raise NotFound or TabletRevoked."""
    return _tell(EventKind.TABLET_IDENTIFY, store_id=store_id, tablet_id=tablet_id)


def reload_tablet(*, store_id: uuid.UUID, tablet_id: uuid.UUID) -> Tablet:
    """Have the tablet load its page again as soon as no order is under way; raise NotFound or TabletRevoked."""
    return _tell(EventKind.TABLET_RELOAD, store_id=store_id, tablet_id=tablet_id)


@transaction.atomic
def _tell(kind: EventKind, *, store_id: uuid.UUID, tablet_id: uuid.UUID) -> Tablet:
    tablet = tablet_of(store_id=store_id, tablet_id=tablet_id)
    if tablet.revoked_at:
        raise TabletRevoked
    data = encode({"tablet_id": tablet.pk})
    record_events(store_id=store_id, events=[Event(kind, tablet.table_id, data, tablet_id=tablet.pk)])
    return tablet
