"""Making many tables at once."""

import secrets
import uuid
from collections.abc import Collection, Mapping

from django.contrib.auth.hashers import make_password
from django.db import transaction

from accounts.audit import changes_of, record_rows, told_columns
from accounts.models import Deed, Store
from tables.models import Table

MOST_AT_ONCE = 200
# A PIN's hash takes a fifth of a second: so many fit into one answer.
MOST_OWN_PINS = 40
PIN_DIGITS = 6


@transaction.atomic
def create_tables(  # noqa: PLR0913 # what a table has
    *,
    store: Store,
    numbers: Collection[int],
    pin: str | Mapping[int, str],
    zone: str = "",
    seats: int = 4,
    by_id: uuid.UUID | None = None,
) -> list[Table]:
    """Make the tables that the store has not got yet and return them. `pin`: one for all, or each number's own.

    `by_id`: who makes them; None: an operator's command.
    """
    there = set(Table.objects.filter(store=store, number__in=numbers).values_list("number", flat=True))
    missing = [number for number in numbers if number not in there]
    common = make_password(pin) if isinstance(pin, str) else ""
    tables = [
        Table(
            store=store,
            number=number,
            zone=zone,
            seats=seats,
            pin=common if isinstance(pin, str) else make_password(pin[number]),
        )
        for number in missing
    ]
    # Somebody else may make the same ones at the same moment: then those are theirs, with their PIN.
    Table.objects.bulk_create(tables, ignore_conflicts=True)
    ours = set(Table.objects.filter(pk__in=[table.pk for table in tables]).values_list("pk", flat=True))
    made = [table for table in tables if table.pk in ours]
    if by_id:
        added = [(table, changes_of(None, table, told_columns(Table))) for table in made]
        record_rows(store_id=store.pk, actor=by_id, deed=Deed.ADDED, rows=added)
    return made


def draw_pins(numbers: Collection[int]) -> dict[int, str]:
    """A PIN for each table, which nobody can guess from another's."""
    return {number: f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}}" for number in numbers}
