"""What an uploaded file holds, whichever kind of file it is: rows by kind, each with the place where it stands.

An upload is hostile until proven otherwise: its kind follows from its content, and its size, rows and columns are
bounded before they are read (an XLSX file is a zip archive: what it unpacks to is bounded too).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

from menu.transfer.cells import text_of, unguarded
from menu.transfer.words import COLUMN, KIND, plain

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 30_000
LAST_ROW = 1_048_576  # of a spreadsheet: a format down to there leaves that many rows without a word
MOST_COLUMNS = 100
COLUMNS_OF = {
    "category": {"code", "name", "station", "is_hidden", "sort_order"},
    "option_group": {"code", "name", "min_choices", "max_choices"},
    "option": {"code", "option_group", "name", "price", "status", "sort_order"},
    "item": {
        *("code", "category", "name", "description", "price", "status", "remaining", "option_groups", "badges"),
        *("spiciness", "dietary", "allergens", "available_from", "available_until", "sort_order"),
    },
}


@dataclass(frozen=True, slots=True)
class Record:
    """A row of the file. `columns` says in which column of the sheet each cell stands, from 1."""

    kind: str
    sheet: str
    number: int
    cells: dict[str, Any]
    columns: dict[str, int]

    def address(self, column: str) -> str:
        """Where a cell is, as spreadsheets say it; the row where there is no such column."""
        return f"{get_column_letter(self.columns[column])}{self.number}" if column in self.columns else str(self.number)


@dataclass
class Upload:
    """The whole file. `remarks` are about what was not read."""

    records: list[Record] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def of_kind(self, kind: str) -> list[Record]:
        """Its rows of one kind, in their order."""
        return [record for record in self.records if record.kind == kind]


class NotOfAMenuError(ValidationError):
    """Neither the sheet's title nor its headers are a menu's."""


class Sheet:
    """Takes rows one after another: the headers first.

    What kind of rows they are, the sheet's title says, or a column of each row, or the columns that there are.
    """

    def __init__(self, upload: Upload, title: str) -> None:
        self._upload, self._title = upload, title
        self._kind = KIND.understand(plain(title))
        self._columns: dict[str, int] | None = None

    def take(self, rows: Iterable[Sequence[Any]]) -> None:
        """Read the sheet."""
        for number, row in enumerate(islice(rows, LAST_ROW), 1):
            # Counting is quick, where a format alone leaves a million rows.
            if row.count(None) == len(row) or not any(text_of(value).strip() for value in row):
                continue
            if number > MOST_ROWS:
                raise ValidationError(_("The file has more than %(most)d rows.") % {"most": MOST_ROWS})
            self._take(number, row)
        if self._columns is None:
            self._upload.remarks.append(_("“%(sheet)s” is empty.") % {"sheet": self._title})

    def _take(self, number: int, row: Sequence[Any]) -> None:
        if self._columns is None:
            self._columns = self._read_headers(row)
            self._kind = self._kind or self._only_kind_with(self._columns)
            return
        cells = {key: row[place - 1] for key, place in self._columns.items() if place <= len(row)}
        if "kind" in cells:  # our CSV, as it is or saved again by a spreadsheet program
            cells = {key: unguarded(value) for key, value in cells.items()}
        kind = self._kind or self._kind_of(number, cells)
        cells.pop("kind", None)
        self._refuse_strange(kind, number, cells)
        mine = {key: value for key, value in cells.items() if belongs(key, kind)}
        self._upload.records.append(Record(kind, self._title, number, mine, self._columns))
        if len(self._upload.records) > MOST_ROWS:
            raise ValidationError(_("The file has more than %(most)d rows.") % {"most": MOST_ROWS})

    def _read_headers(self, row: Sequence[Any]) -> dict[str, int]:
        columns: dict[str, int] = {}
        remarks: list[str] = []
        for place, value in enumerate(row[:MOST_COLUMNS], 1):
            header = text_of(value).strip()
            key = COLUMN.understand(header) if header else None
            if header and key is None:
                remark = _("The column “%(header)s” is not one of the menu's: it is not read.")
                remarks.append(remark % {"header": header[:60]})
            elif key in columns:
                raise ValidationError(_("The column “%(header)s” is there twice.") % {"header": header})
            elif key:
                columns[key] = place
        if not columns:
            refusal = ValidationError if self._kind else NotOfAMenuError
            raise refusal(_("The first row must hold the names of the columns, as in the template."))
        self._upload.remarks += remarks
        return columns

    def _only_kind_with(self, columns: dict[str, int]) -> str | None:
        """A sheet that was saved by itself has no column for the kind of its rows, but columns of one kind alone."""
        if "kind" in columns:
            return None
        kinds = [kind for kind in COLUMNS_OF if all(belongs(key, kind) for key in columns)]
        if len(kinds) != 1:
            said = {"column": COLUMN.say("kind"), "kinds": ", ".join(map(KIND.say, KIND.meanings))}
            raise NotOfAMenuError(_("The column “%(column)s” is missing. It says of each row: %(kinds)s.") % said)
        return kinds[0]

    def _kind_of(self, number: int, cells: dict[str, Any]) -> str:
        word = text_of(cells.get("kind"))
        kind = KIND.understand(word)
        if kind is None:
            kinds = ", ".join(map(KIND.say, KIND.meanings))
            said = {"row": number, "column": COLUMN.say("kind"), "kinds": kinds}
            raise ValidationError(_("Row %(row)d: “%(column)s” must be one of: %(kinds)s.") % said)
        return kind

    def _refuse_strange(self, kind: str, number: int, cells: dict[str, Any]) -> None:
        for key, value in cells.items():
            if text_of(value).strip() and not belongs(key, kind):
                said = {"row": number, "kind": KIND.say(kind), "column": COLUMN.say(key)}
                raise ValidationError(_("Row %(row)d: “%(column)s” says nothing of this kind (%(kind)s).") % said)


def belongs(key: str, kind: str) -> bool:
    """Whether rows of this kind have the column."""
    ours = COLUMNS_OF[kind]
    return key in ours or key.rpartition("_")[0] in ours & {"name", "description"}
