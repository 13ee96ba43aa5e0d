"""Putting categories and items in order, and items into another category.

The rows are numbered anew as they are in the database now, not as a screen showed them: two managers who drag at the
same moment, or one who drags while another adds a dish, lose nothing.
"""

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from accounts.audit import record
from accounts.models import Deed, User
from menu.models import Category, MenuItem
from menu.trail import record_changes

AT_A_TIME = 500  # rows of one UPDATE


@transaction.atomic
def place_category(
    *, store_id: uuid.UUID, moved: uuid.UUID, beside: uuid.UUID, after: bool, actor: User | None
) -> bool:
    """Put a category right after another one, or right before it; say whether both were still there."""
    return _place(Category.objects.filter(store=store_id), moved, beside, after=after, actor=actor)


@transaction.atomic
def place_item(*, store_id: uuid.UUID, moved: uuid.UUID, beside: uuid.UUID, after: bool, actor: User | None) -> bool:
    """Put an item right after another one of its category, or right before it; say whether both were still there."""
    item = MenuItem.objects.filter(store=store_id, pk=moved).first()
    if item is None:
        return False
    return _place(MenuItem.objects.filter(category=item.category_id), moved, beside, after=after, actor=actor)


@transaction.atomic
def put_into_category(*, items: QuerySet[MenuItem], category: Category, actor: User | None) -> int:
    """Put those of `items` that are not there yet at the category's end, in the order they had; return how many."""
    here = items.filter(store=category.store_id).exclude(category=category).select_related("category")
    rows = list(here.order_by("pk").select_for_update(of=("self",), no_key=True))
    rows.sort(key=lambda item: (item.category.sort_order, item.category.pk, item.sort_order, item.pk))
    last = last_place(MenuItem.objects.filter(category=category))
    told = [(item, {"category": [str(item.category), str(category)]}) for item in rows]
    for place, item in enumerate(rows, start=last):
        item.category, item.sort_order = category, place
    MenuItem.objects.bulk_update(rows, ["category", "sort_order"], batch_size=AT_A_TIME)
    record_changes(actor=actor, told=told)
    return len(rows)


def last_place(rows: QuerySet[Any]) -> int:
    """The number that puts a new row after all of these."""
    highest = rows.aggregate(highest=Max("sort_order"))["highest"]
    return 0 if highest is None else highest + 1


def _place(rows: QuerySet[Any], moved_id: uuid.UUID, beside_id: uuid.UUID, *, after: bool, actor: User | None) -> bool:
    # Locked by id, as orders lock the items that they count; put in order afterwards.
    found = {row.pk: row for row in rows.order_by("pk").select_for_update(no_key=True)}
    moved = found.pop(moved_id, None)
    if moved is None or beside_id not in found:
        return False
    others = sorted(found.values(), key=lambda row: (row.sort_order, row.pk))
    at = others.index(found[beside_id]) + after
    before = moved.sort_order
    _number([*others[:at], moved, *others[at:]], rows.model)
    told = {"sort_order": [before, moved.sort_order]}
    record(store_id=moved.store_id, actor=actor, deed=Deed.CHANGED, target=moved, changes=told)
    return True


def _number(rows: Sequence[Any], model: type[Any]) -> None:
    out_of_place = [row for place, row in enumerate(rows) if row.sort_order != place]
    for place, row in enumerate(rows):
        row.sort_order = place
    model.objects.bulk_update(out_of_place, ["sort_order"], batch_size=AT_A_TIME)
