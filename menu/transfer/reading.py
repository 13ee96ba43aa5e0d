"""Reading an uploaded CSV or XLSX file."""

import csv
import io
import zipfile
from typing import Any

import openpyxl
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from menu.transfer.formulas import refuse_without_value
from menu.transfer.sheets import MOST_BYTES, MOST_COLUMNS, NotOfAMenuError, Sheet, Upload

# Unpacked: what ten thousand items with every text as long as it may be come to, and some.
MOST_UNPACKED = 80 * 1024 * 1024
MOST_PARTS = 200
MOST_SHEETS = 20
OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"  # where its archive begins
OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_file(content: bytes) -> Upload:
    """The file's rows; raise ValidationError where it cannot be read as a menu at all."""
    if len(content) > MOST_BYTES:
        raise ValidationError(_("The file is larger than %(most)d MB.") % {"most": MOST_BYTES // 1024 // 1024})
    if content.startswith(OLD_EXCEL):
        raise ValidationError(_("This Excel file is old or has a password. Save it as XLSX without one."))
    if OPEN_DOCUMENT in content[:100]:
        raise ValidationError(_("This is an OpenDocument file. Save it as XLSX or CSV."))
    upload = Upload()
    (_read_xlsx if content.startswith(b"PK") else _read_csv)(content, upload)
    if not upload.records:
        raise ValidationError([*upload.remarks, _("The file has no rows of a menu.")])
    return upload


def _read_csv(content: bytes, upload: Upload) -> None:
    text = _decoded(content, upload)
    separator = max(",;\t", key=text.partition("\n")[0].count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        Sheet(upload, "CSV").take(rows)
    except csv.Error as problem:
        raise ValidationError(_("This is neither a CSV nor an XLSX file.")) from problem


def _decoded(content: bytes, upload: Upload) -> str:
    """As Google Sheets and Excel write it, Korean Excel's plain "CSV" too, which knows no Japanese or Chinese."""
    for encoding in ("utf-16", "utf-8-sig", "cp949"):
        if encoding == "utf-16" and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
            continue
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        if encoding == "cp949":
            remark = _("The file is not in UTF-8, so it may have lost letters. In Excel, save it as “CSV UTF-8”.")
            upload.remarks.append(remark)
        return text
    raise ValidationError(_("This is neither a CSV nor an XLSX file."))


def _read_xlsx(content: bytes, upload: Upload) -> None:
    unreadable = ValidationError(_("This is neither a CSV nor an XLSX file."))
    try:
        _refuse_bombs(content)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets[:MOST_SHEETS]:
            _read_sheet(sheet, upload)
    except ValidationError:
        raise
    except Exception as problem:  # a broken file makes openpyxl raise whatever it stumbles over
        raise unreadable from problem


def _read_sheet(sheet: Any, upload: Upload) -> None:
    sheet.reset_dimensions()  # what the file says of its own size is not believed
    rows = Sheet(upload, sheet.title)
    try:
        rows.take(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True))
    except NotOfAMenuError as problem:
        remark = _("The sheet “%(sheet)s” is not read: %(problem)s")
        upload.remarks.append(remark % {"sheet": sheet.title[:60], "problem": problem.message})
        return
    refuse_without_value(sheet)


def _refuse_bombs(content: bytes) -> None:
    """Refuse an archive that unpacks to more than a menu can be. Nothing is unpacked beyond what it declares."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise ValidationError(_("The file is too large."))
