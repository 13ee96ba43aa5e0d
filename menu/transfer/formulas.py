"""Formulas in an uploaded XLSX file.

A cell with a formula is read by the value that the spreadsheet program kept beside it. Where none was kept (programs
that make files without calculating keep none) the cell would be read as empty, and where it came to an error as a text
such as #REF!: neither is what its author meant.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

ROW, CELL, FORMULA, VALUE = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("row", "c", "f", "v"))
SUSPECT = re.compile(rb"""<(\w+:)?f[\s/>]|\st=["']e["']""")
LONGEST_SUSPECT = 64  # bytes
PIECE = 1024 * 1024  # bytes
TOLD = 5


def refuse_without_value(sheet: Any) -> None:
    """Raise ValidationError naming the cells of a read-only worksheet whose formula has no value to read."""
    with sheet._get_source() as source:
        if not _has_formulas(source):  # most files have none: they are not parsed twice
            return
    with sheet._get_source() as source:
        cells = list(islice(_without_value(source), TOLD + 1))
    if cells:
        said = {"sheet": sheet.title[:60], "cells": ", ".join([*cells[:TOLD], *("…" for _cell in cells[TOLD:])])}
        what_to_do = _(
            "Sheet “%(sheet)s”: the formula in %(cells)s has no value. Open the file in a spreadsheet program and save"
            " it there, or write the values in place of the formulas."
        )
        raise ValidationError(what_to_do % said)


def _has_formulas(source: Any) -> bool:
    before = b""
    while piece := source.read(PIECE):
        if SUSPECT.search(before + piece):
            return True
        before = piece[-LONGEST_SUSPECT:]
    return False


def _without_value(source: Any) -> Iterator[str]:
    for _event, element in iterparse(source):
        if element.tag == CELL:
            # A formula that came to an empty text says so by its type.
            uncalculated = element.find(FORMULA) is not None and not element.findtext(VALUE)
            if element.get("t") == "e" or (uncalculated and element.get("t") != "str"):
                yield element.get("r", "?")
        elif element.tag == ROW:
            element.clear()
