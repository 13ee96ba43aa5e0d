"""The kinds of rows as import-export's resources: their columns, how a row of a file finds its row in the store, and
what it may hold.

Its admin pages are not used: they show changes with inline styles, which our policy forbids, know nothing of stores,
and handle one model at a time, while a menu is four that name each other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from import_export.fields import Field
from import_export.instance_loaders import BaseInstanceLoader
from import_export.resources import Resource
from import_export.widgets import Widget

from accounts.models import MENU_LANGUAGES
from menu.transfer.cells import ReferenceCell, TextCell, text_of
from menu.transfer.references import ORDER, SEVERAL
from menu.transfer.stored import StoredMenu
from menu.transfer.words import plain
from menu.translations import Text, pick

NEEDED = _("This must be given.")
LIVE = ("status", "remaining")  # what service itself changes during the day


@dataclass(frozen=True)
class Options:
    """What the person ticked."""

    hide_missing: bool = False
    keep_live: bool = False  # stock and status of rows that are there stay as they are


class Column(Field):  # type: ignore[misc] # import-export ships no types
    """A column of the file, kept in `place` of the row: an attribute, or a language of a text ("name.ko")."""

    def __init__(self, key: str, widget: Widget, *, place: str = "", saves_null_values: bool = True) -> None:
        super().__init__(attribute=key, column_name=key, widget=widget, saves_null_values=saves_null_values)
        self.place, _dot, self.language = (place or key).partition(".")

    def get_value(self, instance: Model) -> Any:
        """What the row holds now."""
        value = getattr(instance, self.place)
        return value.get(self.language, "") if self.language else value

    def save(self, instance: Model, row: dict[str, Any], is_m2m: bool = False, **kwargs: Any) -> None:
        """Take over what the file says, unless it says what is there: that then stays to the letter."""
        cell, now = row[self.column_name], self.get_value(instance)
        if not isinstance(self.widget, ReferenceCell) and text_of(cell) == text_of(self.widget.render(now)):
            return
        value = self.clean(row, **kwargs)
        if self.language:
            texts = {**getattr(instance, self.place), self.language: value}
            value = {language: text for language, text in texts.items() if text}
        if value is not None or self.saves_null_values:
            setattr(instance, self.place, value)


class MenuResource(Resource):  # type: ignore[misc] # import-export ships no types
    """Rows of one kind. Only ever run dry: `import_data` then writes nothing, and `applying.py` writes."""

    class Meta:
        use_bulk = True
        instance_loader_class = BaseInstanceLoader  # asked for nothing: `get_instance` knows the rows
        skip_diff = True
        store_instance = True
        batch_size = 10**9
        using_db = "default"

    kind: str
    model: type[Any]
    parent = ""  # the column of the row that this one belongs to
    code_is_of_parent = False

    def __init__(self, menu: StoredMenu, columns: Sequence[Column], options: Options) -> None:
        super().__init__()
        self.menu, self.options = menu, options
        self.fields = {"code": Column("code", TextCell(40)), **{column.column_name: column for column in columns}}
        self.written: list[Any] = []  # every row of the file, refused ones too
        self._keys: set[Any] = set()
        stored = menu.rows.get(self.kind, ())
        self._by_code = {(self._scope(self._parent_of(row)), row.code): row for row in stored}
        self._by_name: dict[Any, list[Any]] = {}
        self._last: dict[Any, int] = {}
        for row in stored:
            parent = self._parent_of(row)
            self._by_name.setdefault((parent, self._usual_name(row.name)), []).append(row)
            self._last[parent] = max(self._last.get(parent, -1), getattr(row, "sort_order", 0))

    def get_import_fields(self) -> list[Column]:
        """In the order of the columns."""
        return list(self.fields.values())

    def get_instance(self, instance_loader: Any, row: dict[str, Any]) -> Any:
        """The store's row with this code; without a code the one of this name."""
        parent, code = self._parent_in(row), text_of(row.get("code")).strip()
        key = (self._scope(parent), code) if code else (parent, self._usual_name(_name_in(row)), "name")
        found = [self._by_code[key]] if key in self._by_code else [] if code else self._by_name.get(key[:2], [])
        if len(found) > 1:
            raise ValidationError({"code": SEVERAL})
        # Two rows of the file may name one of the store's, one by its code and one by its name.
        keys = {key, *(row.pk for row in found)}
        if self._keys & keys:
            raise ValidationError({"code": _("This row is in the file twice: give one of them a code of its own.")})
        self._keys |= keys
        return found[0] if found else None

    def init_instance(self, row: dict[str, Any] | None = None) -> Any:
        """A new row of the store."""
        return self.model(store=self.menu.store)

    def after_init_instance(self, instance: Any, new: bool, row: dict[str, Any], **kwargs: Any) -> None:
        """Remember how it was; what is new and says no place or code comes last and keeps the code it was made with."""
        self.written.append(instance)
        row["code"] = text_of(row.get("code")).strip() or instance.code
        if new:
            parent = self._parent_in(row)
            instance.was, instance.option_groups_in_order = {}, []
            instance.sort_order = self._last[parent] = self._last.get(parent, -1) + 1
            return
        instance.was = {key: column.get_value(instance) for key, column in self.fields.items()}
        if self.options.keep_live:
            for key in LIVE:
                row.pop(key, None)

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        """Whether the file says nothing new."""
        instance.changed = [key for key, was in instance.was.items() if was != self.fields[key].get_value(instance)]
        return bool(instance.was) and not instance.changed and not import_validation_errors

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """The model's own checks of each column that the file changes, and the rules between columns in words.

        Not `full_clean`: it would ask the database about each constraint of each row, six times ten thousand.
        """
        faults = dict(import_validation_errors or {})
        for key, message in self.broken_rules(instance).items():
            faults.setdefault(key, ValidationError(message))
        changed = {self.fields[key].place for key in instance.changed}
        kept = {column.place for column in self.fields.values()} - changed if instance.was else set()
        unread = {self.fields[key].place for key in faults} | kept | {"store", "image", "category", "group"}
        try:
            instance.clean_fields(exclude=unread)
        except ValidationError as problem:
            faults |= {self._column_of(place): errors for place, errors in problem.error_dict.items()}
        if faults:
            raise ValidationError(faults)

    def broken_rules(self, instance: Any) -> dict[str, Any]:
        """What must hold between columns and does not: messages by column."""
        lacks = self.parent and self._parent_of(instance) is None
        return {self.parent: NEEDED} if lacks else {}

    def _parent_in(self, row: dict[str, Any]) -> Any:
        try:
            return self.fields[self.parent].clean(row) if self.parent in row else None
        except ValueError:
            return None  # said where the cell is read

    def _parent_of(self, row: Any) -> Any:
        return self.fields[self.parent].get_value(row) if self.parent else None

    def _scope(self, parent: Any) -> Any:
        return parent if self.code_is_of_parent else None

    def _usual_name(self, name: Text) -> str:
        return plain(pick(name, self.menu.store.default_language, *ORDER))

    def _column_of(self, place: str) -> str:
        ours = [key for key, column in self.fields.items() if column.place == place]
        usual = f"{place}_{self.menu.store.default_language}"
        return usual if usual in ours else next(iter(ours), "code")


def _name_in(row: dict[str, Any]) -> Text:
    return {code: text_of(row.get(f"name_{code}")) for code in MENU_LANGUAGES}
