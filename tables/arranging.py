"""Where tables stand: zone, seats and place on the floor plan, of many tables at once."""

import uuid
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass

from django.db import transaction

from accounts.audit import changes_of, record_rows
from accounts.models import Deed
from tables.models import Table

MOST_TABLES = 1000
COLUMNS = ("zone", "seats", "position_x", "position_y")


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a table has. `position`: per cent from the left and from the top; None: not on the plan."""

    zone: str
    seats: int
    position: tuple[int, int] | None


@transaction.atomic
def arrange_tables(
    *, store_id: uuid.UUID, arrangements: Mapping[uuid.UUID, Arrangement], by_id: uuid.UUID | None
) -> list[Table]:
    """Arrange these tables of the store and return those that changed. What another store has is not found."""
    # By id, as whoever moves guests locks them: the update alone would take them in any order.
    tables = list(
        Table.objects.select_for_update(no_key=True).filter(store=store_id, pk__in=list(arrangements)).order_by("id")
    )
    before = {table.pk: copy(table) for table in tables}
    changed = [table for table in tables if _arrange(table, arrangements[table.pk])]
    Table.objects.bulk_update(changed, COLUMNS)
    told = [(table, changes_of(before[table.pk], table, COLUMNS)) for table in changed]
    record_rows(store_id=store_id, actor=by_id, deed=Deed.CHANGED, rows=told)
    return changed


def arrangement_of(table: Table) -> Arrangement:
    """As it is now."""
    x, y = table.position_x, table.position_y
    return Arrangement(table.zone, table.seats, None if x is None or y is None else (x, y))


def _arrange(table: Table, wanted: Arrangement) -> bool:
    if arrangement_of(table) == wanted:
        return False
    table.zone, table.seats = wanted.zone, wanted.seats
    table.position_x, table.position_y = wanted.position or (None, None)
    return True
