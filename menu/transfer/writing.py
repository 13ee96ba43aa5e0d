"""Writing a menu as CSV or XLSX. What a file says depends on the rows alone, not on the store or the day."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from menu.transfer.cells import CALCULATED_START, CONVERTED_TEXT, text_of
from menu.transfer.kinds import RESOURCES, resource_of
from menu.transfer.resources import MenuResource, Options
from menu.transfer.sheets import belongs
from menu.transfer.stored import StoredMenu
from menu.transfer.words import COLUMN, KIND, SHEET, STATUS, YES_NO

# Such a cell begins with an apostrophe. One more, where a text begins with apostrophes itself, so that taking one away
# gives the text again.
CALCULATED = re.compile(f"'*{CALCULATED_START}")
CONVERTED = re.compile(f"'*{CONVERTED_TEXT}", re.IGNORECASE | re.ASCII)
BOM = "﻿"  # without it Excel takes Korean for something else
WIDE = {"name": 24, "description": 40, "option_groups": 28, "allergens": 24, "category": 16, "option_group": 18}
NUMBERS = {"price", "remaining", "min_choices", "max_choices", "spiciness", "sort_order"}
READ_AS_CONVERTED = {*NUMBERS, "available_from", "available_until"}  # in every spelling
ORDER = ("category", "item", "option_group", "option")

Row = list[Any]


def menu_as_csv(menu: StoredMenu) -> bytes:
    """One table of all: each category with its items, each option group with its options."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([COLUMN.say(key) for key in COLUMN.meanings])
    for kind, cells in _in_reading_order(menu):
        row = {"kind": KIND.say(kind)} | cells
        writer.writerow([_kept(key, row.get(key)) for key in COLUMN.meanings])
    return (BOM + file.getvalue()).encode()


def _kept(key: str, value: Any) -> str:
    text = text_of(value)
    return f"'{text}" if key not in READ_AS_CONVERTED and CONVERTED.match(text) else guarded(text)


def guarded(text: str) -> str:
    """The cell as spreadsheets show it and do not calculate it."""
    return f"'{text}" if CALCULATED.match(text) else text


def menu_as_xlsx(menu: StoredMenu) -> bytes:
    """A sheet for each kind."""
    book = Workbook(write_only=True)
    rows = list(_in_reading_order(menu))
    for kind in ORDER:
        keys = [key for key in COLUMN.meanings if belongs(key, kind)]
        sheet: Any = book.create_sheet(SHEET.say(kind))
        _lay_out(sheet, keys)
        sheet.append([_header(sheet, COLUMN.say(key)) for key in keys])
        for of_kind, cells in rows:
            if of_kind == kind:
                sheet.append([_cell(sheet, key, cells[key]) for key in keys])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cells(resource: MenuResource, row: Any) -> dict[str, Any]:
    return {key: column.export(row) for key, column in resource.fields.items()}


def _in_reading_order(menu: StoredMenu) -> Iterator[tuple[str, dict[str, Any]]]:
    references = menu.references()
    resources = {kind.kind: resource_of(kind, menu, references, Options()) for kind in RESOURCES}
    for outer, inner, place in (("category", "item", "category_id"), ("option_group", "option", "group_id")):
        belonging: dict[Any, list[Any]] = {}
        for row in menu.rows.get(inner, ()):
            belonging.setdefault(getattr(row, place), []).append(row)
        for row in menu.rows.get(outer, ()):
            yield outer, _cells(resources[outer], row)
            for of_row in belonging.get(row.pk, ()):
                yield inner, _cells(resources[inner], of_row)


def _cell(sheet: Any, key: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"  # openpyxl takes "=…" for a formula
    cell.number_format = _format_of(key)
    if CALCULATED.match(value):
        cell.quotePrefix = True  # the spreadsheet's own apostrophe: it stays a text when somebody edits it
    return cell


def _format_of(key: str) -> str:
    return "General" if key in NUMBERS else "@"


def _header(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor="FFE8EDF3")
    cell.alignment = Alignment(vertical="center")
    return cell


def _lay_out(sheet: Any, keys: list[str]) -> None:
    """Headers that stay in sight, columns as wide as what they hold, and words to choose where there are few.

    Cells of words are of the text format, so that what somebody writes there stays as it was written.
    """
    sheet.freeze_panes = "B2"
    for place, key in enumerate(keys, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].number_format = _format_of(key)
        sheet.column_dimensions[letter].width = WIDE.get(key) or WIDE.get(key.rpartition("_")[0]) or 14
        words = {"status": STATUS, "is_hidden": YES_NO}.get(key)
        if words:
            choice = ",".join(map(words.say, words.meanings))
            rule = DataValidation(type="list", formula1=f'"{choice}"', allow_blank=True)
            rule.add(f"{letter}2:{letter}10001")
            sheet.data_validations.append(rule)
