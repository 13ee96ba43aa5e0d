"""Rows as CSV and XLSX, piece by piece: nothing of the file is kept.

XLSX by hand and not by openpyxl, which gives nothing out before it has written everything to disk: a download would
show no byte for minutes and hold one of the server's few threads all that time. The format is a zip archive of a few
small XML files and one for each sheet; `zipfile` writes it as a stream.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from menu.transfer.cells import NOT_SHOWN
from menu.transfer.writing import BOM, CALCULATED, guarded

Row = list[Any]
CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PIECE = 64 * 1024  # bytes
MOST_ROWS = 1_048_576  # Excel's, of a sheet, the headers' included
# A zip entry of 2 GiB and more is written in another way, which not every program reads.
MOST_SHEET = 1_500 * 1024 * 1024
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 # a spreadsheet's clock has no zone
DAY = timedelta(days=1)
BOLD, DATE, MOMENT, QUOTED = 1, 2, 3, 4  # places in STYLES
WIDTHS = {0: 13, 2: 20, 5: 26, 6: 30}

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
STYLES = (
    f'{XML}<styleSheet xmlns="{NAMESPACE}">'
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
LINE_ENDS = re.compile(r"\r\n?")


def csv_pieces(headers: list[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """A CSV file that Excel opens as UTF-8."""
    file = io.StringIO(newline="")
    file.write(BOM)
    writer = csv.writer(file)
    for row in chain([headers], rows):
        writer.writerow([guarded(value) if isinstance(value, str) else value for value in row])
        if file.tell() >= PIECE:
            yield _take(file)
    yield _take(file)


def xlsx_pieces(headers: list[str], rows: Iterable[Row], *, title: str) -> Iterator[bytes]:
    """An XLSX file; what does not fit on one sheet goes on on the next."""
    sink = _Sink()
    archive = zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=3)  # type: ignore[call-overload] # it only writes
    remaining, sheets = iter(rows), 0
    following = next(remaining, None)
    while following is not None or sheets == 0:
        sheets += 1
        with archive.open(f"xl/worksheets/sheet{sheets}.xml", "w") as sheet:
            sheet.write(_sheet_begins(headers))
            count, size = 1, 0
            while following is not None and count < MOST_ROWS and size < MOST_SHEET:
                size += sheet.write(_row(following))
                count += 1
                following = next(remaining, None)
                if sink.size >= PIECE:
                    yield sink.take()
            sheet.write(b"</sheetData></worksheet>")
    for name, content in _other_parts(sheets, title):
        archive.writestr(name, content)
    archive.close()
    yield sink.take()


class _Sink:
    """A file that is written and taken away; it cannot be sought in."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.size = 0

    def write(self, data: bytes) -> int:
        self._parts.append(bytes(data))
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        """What was written since."""
        taken, self._parts, self.size = b"".join(self._parts), [], 0
        return taken


def _take(file: io.StringIO) -> bytes:
    taken = file.getvalue().encode()
    file.seek(0)
    file.truncate()
    return taken


def _sheet_begins(headers: list[str]) -> bytes:
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    widths = "".join(
        f'<col min="{place}" max="{place}" width="{WIDTHS.get(place - 1, 12)}" customWidth="1"/>'
        for place in range(1, len(headers) + 1)
    )
    names = "".join(_text(header, BOLD) for header in headers)
    return (
        f'{XML}<worksheet xmlns="{NAMESPACE}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
        f"<cols>{widths}</cols><sheetData><row>{names}</row>"
    ).encode()


def _row(values: Row) -> bytes:
    return f"<row>{''.join(map(_cell, values))}</row>".encode()


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return _text(value, QUOTED if CALCULATED.match(value) else 0) if value else "<c/>"
    if isinstance(value, int | Decimal):
        return f"<c><v>{value}</v></c>"
    if isinstance(value, datetime):
        # Never a hair before its second: LibreOffice would show the second before.
        return f'<c s="{MOMENT}"><v>{(value - EPOCH) / DAY + 1e-9:.9f}</v></c>'
    if isinstance(value, date):
        return f'<c s="{DATE}"><v>{value.toordinal() - EPOCH.toordinal()}</v></c>'
    return "<c/>"


def _text(text: str, style: int) -> str:
    shown = escape(NOT_SHOWN.sub("", LINE_ENDS.sub("\n", text)))
    return f'<c t="inlineStr" s="{style}"><is><t xml:space="preserve">{shown}</t></is></c>'


def _other_parts(sheets: int, title: str) -> Iterator[tuple[str, str]]:
    numbers = range(1, sheets + 1)
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPES}.worksheet+xml"/>' for n in numbers
    )
    yield (
        "[Content_Types].xml",
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPES}.styles+xml"/>{kinds}</Types>',
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    listed = "".join(f'<sheet name={quoteattr(_title(title, n))} sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    yield (
        "xl/workbook.xml",
        f'{XML}<workbook xmlns="{NAMESPACE}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
    )
    parts = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*parts, ("styles", "styles.xml")])
    yield "xl/styles.xml", STYLES


def _title(title: str, number: int) -> str:
    return title[:25] if number == 1 else f"{title[:25]} {number}"


def _relations(targets: list[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'
