"""Taking counted stock for an order, and giving it back."""

import uuid
from collections import Counter
from collections.abc import Iterable, Sequence

from django.db.models import Case, F, Value, When
from django.utils.translation import gettext as _

from menu.choices import SaleStatus
from menu.models import MenuItem
from menu.snapshot import MenuSnapshot
from orders.errors import LineFault
from orders.models import OrderLine
from orders.order_body import LineBody
from orders.pricing import sold_out_fault, stock_fault


def take_stock(
    *, store_id: uuid.UUID, snapshot: MenuSnapshot, lines: Sequence[LineBody]
) -> tuple[set[uuid.UUID], list[LineFault]]:
    """Lock the counted items among `lines` and take from them: (items taken from, what there is too little of).

    With any fault nothing is taken. The rows are locked by id, so that two orders of the same items cannot wait for
    each other; an order without counted items locks and asks nothing.
    """
    wanted: Counter[uuid.UUID] = Counter()
    for line in lines:
        item = snapshot.items.get(line.menu_item)
        if item and item.remaining is not None:
            wanted[item.id] += line.quantity
    if not wanted:
        return set(), []
    left = _lock(store_id, wanted)
    faults = list(_shortages(snapshot, lines, wanted, left))
    taken = {item_id: wanted[item_id] for item_id, (remaining, _status) in left.items() if remaining is not None}
    if taken and not faults:
        _add({item_id: -quantity for item_id, quantity in taken.items()})
    return set(taken), faults


def give_back_stock(lines: Iterable[OrderLine]) -> None:
    """Return what a cancelled order took, to items that are still counted."""
    returned: Counter[uuid.UUID] = Counter()
    for line in lines:
        if line.took_stock:
            returned[line.menu_item_id] += line.quantity
    if returned:
        still_counted = MenuItem.objects.filter(pk__in=returned, remaining__isnull=False)
        # Locked by id first: an UPDATE would lock in whatever order it finds the rows.
        there = still_counted.order_by("pk").select_for_update(no_key=True).values_list("pk", flat=True)
        _add({item_id: returned[item_id] for item_id in there})


def retake_stock(lines: Sequence[OrderLine]) -> list[LineFault]:
    """Take again what a cancelled order gave back; all of it, or nothing and what there is too little of."""
    wanted: Counter[uuid.UUID] = Counter()
    for line in lines:
        if line.took_stock:
            wanted[line.menu_item_id] += line.quantity
    rows = MenuItem.objects.filter(pk__in=wanted, remaining__isnull=False)
    left = dict(rows.order_by("pk").select_for_update(no_key=True).values_list("pk", "remaining"))
    faults = [
        LineFault(line.position, "menu_item", "insufficient_stock", _("There is not enough left."))
        for line in lines
        if line.took_stock and (left.get(line.menu_item_id, wanted[line.menu_item_id]) or 0) < wanted[line.menu_item_id]
    ]
    if left and not faults:
        _add({item_id: -wanted[item_id] for item_id in left})
    return faults


def _lock(store_id: uuid.UUID, wanted: Iterable[uuid.UUID]) -> dict[uuid.UUID, tuple[int | None, str]]:
    rows = MenuItem.objects.filter(store=store_id, pk__in=wanted).order_by("pk").select_for_update(no_key=True)
    return {pk: (remaining, status) for pk, remaining, status in rows.values_list("pk", "remaining", "status")}


def _shortages(
    snapshot: MenuSnapshot,
    lines: Sequence[LineBody],
    wanted: Counter[uuid.UUID],
    left: dict[uuid.UUID, tuple[int | None, str]],
) -> Iterable[LineFault]:
    language = snapshot.store.default_language
    for index, line in enumerate(lines):
        if line.menu_item not in wanted or line.menu_item not in left:
            continue
        item = snapshot.items[line.menu_item]
        remaining, status = left[line.menu_item]
        if item.is_sold_out:
            continue  # named already
        if remaining == 0 or status == SaleStatus.SOLD_OUT:
            yield sold_out_fault(index, item, language)
        elif remaining is not None and remaining < wanted[line.menu_item]:
            yield stock_fault(index, item, remaining, language)


def _add(change: dict[uuid.UUID, int]) -> None:
    cases = [When(pk=item_id, then=F("remaining") + Value(quantity)) for item_id, quantity in change.items()]
    MenuItem.objects.filter(pk__in=change).update(remaining=Case(*cases))
