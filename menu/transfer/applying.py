"""Importing a menu: all of a file's changes, or none."""

from typing import Any

from django.db import transaction

from accounts.audit import record, record_rows
from accounts.models import Deed, Store, User
from menu.models import MenuItemOptionGroup
from menu.transfer.planning import Plan
from menu.transfer.reading import read_file
from menu.transfer.resources import Options
from menu.transfer.stored import MODELS, state_of, stored_menu

BATCH = 500
TRIES = 3


def plan_import(*, store: Store, content: bytes, options: Options) -> Plan:
    """What importing the file would do now; raise ValidationError where it is not a menu at all."""
    return Plan(stored_menu(store), read_file(content), options)


def import_menu(  # noqa: PLR0913 # a file, what was ticked, and who
    *, store: Store, content: bytes, options: Options, digest: str, actor: User | None, file_name: str = ""
) -> tuple[Plan, bool]:
    """Import the file, if that does what was shown: (what it does now, whether it was done)."""
    upload = read_file(content)
    for _time in range(TRIES):
        # Worked out before anything is locked: thousands of rows take seconds, and guests order meanwhile.
        state = state_of(store)
        plan = Plan(stored_menu(store), upload, options)
        if plan.faults or plan.digest != digest:
            return plan, False
        if _write_unless_changed(store, plan, state, actor, file_name):
            return plan, True
    return plan, False


@transaction.atomic
def _write_unless_changed(store: Store, plan: Plan, state: str, actor: User | None, file_name: str) -> bool:
    _lock(store, plan)
    if state_of(store) != state:
        return False
    for kind in plan.kinds.values():
        _write(kind.resource.model, kind.added, [*kind.changed, *kind.hidden], kind.resource.fields)
    _write_choices(store, [*plan.kinds["item"].added, *plan.kinds["item"].changed])
    _record(store, plan, actor, file_name)
    return True


def _lock(store: Store, plan: Plan) -> None:
    """Lock the store, so that one imports at a time (two would both add the same new rows), then what will change."""
    Store.objects.select_for_update(no_key=True).get(pk=store.pk)
    # Items first, by id: orders that take stock lock them so (docs/architecture.md has the order).
    for kind, model in MODELS.items():
        planned = plan.kinds[kind]
        keys = sorted(row.pk for row in (*planned.changed, *planned.hidden))
        for first in range(0, len(keys), BATCH):
            rows = model._default_manager.filter(pk__in=keys[first : first + BATCH]).order_by("pk")
            list(rows.select_for_update(no_key=True).values_list("pk"))


def _write(model: Any, added: list[Any], changed: list[Any], columns: Any) -> None:
    rows = model._default_manager
    rows.bulk_create(added, batch_size=BATCH)
    places = {columns[key].place for row in changed for key in row.changed}
    concrete = sorted(places & {name for field in model._meta.concrete_fields for name in (field.name, field.attname)})
    if concrete:
        names = [model._meta.get_field(name).name for name in concrete]
        # An upsert of rows that are all there: ten times as fast as `bulk_update`, which writes a CASE for each value.
        changed = [row for row in changed if {columns[key].place for key in row.changed} & set(concrete)]
        rows.bulk_create(changed, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=names)


def _record(store: Store, plan: Plan, actor: User | None, file_name: str) -> None:
    """A line for the import, and one for each row that is not what it was."""
    counts = {f"rows_{what}": (None, plan.count(what)) for what in ("added", "changed", "hidden")}
    told = {name: pair for name, pair in counts.items() if pair[1]}
    record(store_id=store.pk, actor=actor, deed=Deed.MENU_IMPORTED, target_name=file_name, changes=told)
    record_rows(store_id=store.pk, actor=actor, deed=Deed.CHANGED, rows=plan.told())


def _write_choices(store: Store, items: list[Any]) -> None:
    """Each item's choices as the file has them. Links are made anew: nothing refers to them."""
    asking = [item for item in items if not item.was or "option_groups" in item.changed]
    linked = [item.pk for item in asking if item.was]
    for first in range(0, len(linked), BATCH):
        MenuItemOptionGroup.objects.filter(store=store, menu_item__in=linked[first : first + BATCH]).delete()
    links = [
        MenuItemOptionGroup(store=store, menu_item=item, option_group_id=group, sort_order=place)
        for item in asking
        for place, group in enumerate(item.option_groups_in_order)
    ]
    MenuItemOptionGroup.objects.bulk_create(links, batch_size=BATCH)
