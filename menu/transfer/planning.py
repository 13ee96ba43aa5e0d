"""What an import would do: worked out from the file and the store's rows as they are now, and not yet written."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import orjson
import tablib
from django.utils.encoding import force_str
from import_export.results import RowResult

from menu.choices import SaleStatus
from menu.transfer.cells import ReferenceCell, text_of
from menu.transfer.kinds import RESOURCES, resource_of
from menu.transfer.references import name_of
from menu.transfer.resources import MenuResource, Options
from menu.transfer.sheets import Record, Upload
from menu.transfer.stored import StoredMenu
from menu.transfer.words import COLUMN, KIND


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken, and what would be right."""

    sheet: str
    address: str
    column: str
    value: str
    message: str


@dataclass(frozen=True, slots=True)
class Change:
    """A row that would be added, changed or hidden. `cells`: (column, was, will be)."""

    kind: str
    name: str
    code: str
    cells: list[tuple[str, str, str]]


@dataclass
class KindPlan:
    """What would become of the rows of one kind."""

    resource: MenuResource
    added: list[Any] = field(default_factory=list)
    changed: list[Any] = field(default_factory=list)
    hidden: list[Any] = field(default_factory=list)
    unchanged: int = 0


class Plan:
    """What the file would do to the menu, in whole."""

    def __init__(self, menu: StoredMenu, upload: Upload, options: Options) -> None:
        self.remarks = upload.remarks
        self.faults: list[Fault] = []
        self.kinds: dict[str, KindPlan] = {}
        self._told: dict[str, list[Change]] = {}
        references = menu.references()
        for kind in RESOURCES:
            resource = resource_of(kind, menu, references, options)
            planned = self.kinds[resource.kind] = KindPlan(resource)
            self._read(planned, upload.of_kind(resource.kind))
            if resource.kind in references:
                references[resource.kind].take(resource.written)
            if options.hide_missing and upload.of_kind(resource.kind):
                planned.hidden = list(_hide_missing(resource, menu.rows[resource.kind]))

    @property
    def does_something(self) -> bool:
        """Whether anything would be written."""
        return any(kind.added or kind.changed or kind.hidden for kind in self.kinds.values())

    def count(self, what: str) -> int:
        """How many rows would be `added`, `changed` or `hidden`."""
        return sum(len(getattr(kind, what)) for kind in self.kinds.values())

    @property
    def unchanged(self) -> int:
        """How many rows of the file say nothing new."""
        return sum(kind.unchanged for kind in self.kinds.values())

    def changes(self, what: str) -> list[Change]:
        """The rows that would be `added`, `changed` or `hidden`, for people to read."""
        if what not in self._told:
            rows = [(kind.resource, row) for kind in self.kinds.values() for row in getattr(kind, what)]
            self._told[what] = [_change(resource, row) for resource, row in rows]
        return self._told[what]

    def told(self) -> Iterator[tuple[Any, dict[str, list[Any]]]]:
        """The rows that are there and would change, with {field: [old, new]} for the audit trail."""
        for kind in self.kinds.values():
            for row in (*kind.changed, *kind.hidden):
                yield row, _told(kind.resource, row)

    @property
    def digest(self) -> str:
        """The same for the same changes, and for no others."""
        # A new row's own code is made anew each time, and is the database's business.
        doing = {
            what: [(c.kind, c.name, c.code if what != "added" else "", c.cells) for c in self.changes(what)]
            for what in ("added", "changed", "hidden")
        }
        return hashlib.sha256(orjson.dumps(doing)).hexdigest()

    def _read(self, planned: KindPlan, records: list[Record]) -> None:
        resource = planned.resource
        headers = [key for key in resource.fields if any(key in record.cells for record in records)]
        table = tablib.Dataset(headers=headers or ["code"])
        for record in records:
            table.append([record.cells.get(key) for key in table.headers])
        # Without the transaction that `import_data` opens: on SQLite it would be the one writer for as long.
        result: Any = resource.import_data_inner(
            table, dry_run=True, raise_errors=False, using_transactions=False, collect_failed_rows=False
        )
        for record, row in zip(records, result.rows, strict=True):
            self._sort(planned, record, row)

    def _sort(self, planned: KindPlan, record: Record, row: RowResult) -> None:
        if row.is_invalid():
            self.faults.extend(_faults(record, row.validation_error.error_dict))
        elif row.is_error():
            raise row.errors[0].error  # a fault of ours, not of the file
        elif row.is_new():
            planned.added.append(row.instance)
        elif row.is_skip():
            planned.unchanged += 1
        else:
            planned.changed.append(row.instance)


def _faults(record: Record, errors: dict[str, list[Any]]) -> Iterator[Fault]:
    for column, problems in errors.items():
        value = text_of(record.cells.get(column))[:100]
        message = " ".join(force_str(text) for problem in problems for text in problem.messages)
        yield Fault(record.sheet, record.address(column), COLUMN.say(column), value, message)


def _hide_missing(resource: MenuResource, stored: list[Any]) -> Iterator[Any]:
    """Rows that guests see and that the file does not have, hidden. Option groups have no such state."""
    named = {row.pk for row in resource.written}
    key, hidden = ("is_hidden", True) if "is_hidden" in resource.fields else ("status", SaleStatus.HIDDEN)
    for row in stored if key in resource.fields else ():
        if row.pk not in named and getattr(row, key) != hidden:
            row.was, row.changed = {key: getattr(row, key)}, [key]
            setattr(row, key, hidden)
            yield row


def _change(resource: MenuResource, row: Any) -> Change:
    keys = row.changed or [key for key in resource.fields if key != "code" and not key.startswith("name_")]
    cells = [(COLUMN.say(key), *_before_and_after(resource, row, key)) for key in keys]
    shown = [cell for cell in cells if cell[1] or cell[2]]
    return Change(KIND.say(resource.kind), name_of(row.name) or row.code, row.code, shown)


def _before_and_after(resource: MenuResource, row: Any, key: str) -> tuple[str, str]:
    column = resource.fields[key]
    was = text_of(column.widget.render(row.was[key])) if key in row.was else ""
    return was, text_of(column.export(row))


def _told(resource: MenuResource, row: Any) -> dict[str, list[Any]]:
    changes: dict[str, list[Any]] = {}
    for key in row.changed:
        column = resource.fields[key]
        if column.language:
            texts = changes.setdefault(column.place, [{}, {}])
            texts[0][column.language], texts[1][column.language] = row.was[key], column.get_value(row)
        elif isinstance(column.widget, ReferenceCell):  # keys say nothing to people
            changes[key] = list(_before_and_after(resource, row, key))
        else:
            changes[key] = [row.was[key], column.get_value(row)]
    return changes
