"""Files that are not what they say, or more than they say."""

import io
import zipfile

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from menu.transfer import reading, sheets
from menu.transfer.reading import read_file

NEITHER = "This is neither a CSV nor an XLSX file."
HEADER = "kind,code,price\r\n"


def refusal(content: bytes) -> str:
    """What is said of the file."""
    with override("en"), pytest.raises(ValidationError) as refused:
        read_file(content)
    return " ".join(refused.value.messages)


def xlsx(**parts: bytes) -> bytes:
    """A small workbook with some parts put in its archive's place."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Menu items"
    book.active.append(["code", "price"])
    book.active.append(["i-1", 9000])
    book.save(file)
    out = io.BytesIO()
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in archive.namelist():
            target.writestr(name, parts.get(name.replace("/", "_").replace(".", "_"), archive.read(name)))
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"PK\x03\x04 not really",
        b'kind,code\r\nitem,"never closed',
        b"\xff\xfe\x00",
        b"%PDF-1.7\x00\x81\xfe",
    ],
)
def test_what_is_no_table_is_refused(content: bytes) -> None:
    assert refusal(content) == NEITHER


def test_an_old_or_protected_excel_file_is_told_so() -> None:
    assert refusal(reading.OLD_EXCEL + b"...") == (
        "This Excel file is old or has a password. Save it as XLSX without one."
    )


def test_a_zip_of_something_else_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("menu.csv", HEADER)
    assert refusal(file.getvalue()) == NEITHER


def test_an_archive_that_unpacks_to_more_than_a_menu_is_not_unpacked() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (reading.MOST_UNPACKED + 1))
    assert len(bomb.getvalue()) < sheets.MOST_BYTES
    assert refusal(bomb.getvalue()) == "The file is too large."
    parts = io.BytesIO()
    with zipfile.ZipFile(parts, "w") as archive:
        for number in range(reading.MOST_PARTS + 1):
            archive.writestr(f"{number}", b"")
    assert refusal(parts.getvalue()) == "The file is too large."


def test_entities_that_multiply_are_refused() -> None:
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    sheet = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{laughs}]><worksheet>&e11;</worksheet>'
    assert refusal(xlsx(xl_worksheets_sheet1_xml=sheet.encode())) == NEITHER


def test_rows_are_counted_before_they_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    assert refusal((HEADER + "item,i-1,1\r\n" * 3).encode()) == "The file has more than 3 rows."
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    row = b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    far = b"<worksheet " + space + b"><sheetData>" + row + b"</sheetData></worksheet>"
    assert refusal(xlsx(xl_worksheets_sheet1_xml=far)) == "The file has more than 3 rows."


def test_a_file_is_not_larger_than_it_may_be() -> None:
    assert refusal(b"x" * (sheets.MOST_BYTES + 1)) == "The file is larger than 10 MB."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The file has no rows of a menu."),
        ("name,colour\r\na,b\r\n", "The first row must hold the names of the columns, as in the template."),
        ("kind,price,price\r\n", "The column “price” is there twice."),
        ("kind,price\r\nbeverage,1\r\n", "Row 2: “Kind of row” must be one of: Category, Menu item"),
        ("kind,name_ko,price\r\ncategory,a,1\r\n", "Row 2: “Price” says nothing of this kind (Category)."),
    ],
)
def test_a_table_that_is_no_menu_is_told_what_would_be(text: str, said: str) -> None:
    assert said in refusal(text.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_as_any_spreadsheet_writes_it(encoding: str, separator: str) -> None:
    text = "구분,코드,이름(한국어)\r\n메뉴,i-1,김치찌개\r\n".replace(",", separator)
    upload = read_file(text.encode(encoding))
    assert [(record.kind, record.cells) for record in upload.records] == [
        ("item", {"code": "i-1", "name_ko": "김치찌개"})
    ]
    assert bool(upload.remarks) is (encoding == "cp949")


def test_columns_and_sheets_that_are_none_of_ours_are_left_out_and_said() -> None:
    with override("en"):
        upload = read_file(b"kind,code,price,my notes\r\nitem,i-1,1,call the farm\r\n")
    assert upload.records[0].cells == {"code": "i-1", "price": "1"}
    assert upload.remarks == ["The column “my notes” is not one of the menu's: it is not read."]


def calculated(tmp: bytes, **cells: str) -> bytes:
    """The workbook of `xlsx` with raw cells in the place of its second row's."""
    with zipfile.ZipFile(io.BytesIO(tmp)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    row = "".join(content.replace("<c", f'<c r="{place}"', 1) for place, content in cells.items())
    begin, end = sheet.index('<row r="2"'), sheet.rindex("</row>")
    return xlsx(xl_worksheets_sheet1_xml=f'{sheet[:begin]}<row r="2">{row}{sheet[end:]}'.encode())


CODE = '<c t="inlineStr"><is><t>i-1</t></is></c>'


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("<c><f>4500*2</f><v>9000</v></c>", 9000),
        ('<c t="str"><f>IF(A2="","",A2)</f><v></v></c>', None),
        ("<c><v>9000</v></c>", 9000),
    ],
)
def test_a_formula_is_read_by_its_value(cell: str, read: int | None) -> None:
    upload = read_file(calculated(xlsx(), A2=CODE, B2=cell))
    assert upload.records[0].cells == {"code": "i-1", "price": read}


@pytest.mark.parametrize(
    "cell", ["<c><f>4500*2</f></c>", "<c><f>4500*2</f><v></v></c>", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>']
)
def test_a_formula_without_a_value_is_told_by_its_cell(cell: str) -> None:
    said = refusal(calculated(xlsx(), A2=CODE, B2=cell))
    assert said.startswith("Sheet “Menu items”: the formula in B2 has no value.")


def test_the_first_of_many_such_formulas_are_told() -> None:
    cells = {f"{letter}2": "<c><f>1+1</f></c>" for letter in "ABCDEFG"}
    assert "in A2, B2, C2, D2, E2, … has" in refusal(calculated(xlsx(), **cells))


def test_a_workbook_that_no_spreadsheet_has_calculated_is_one_of_them() -> None:
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.active.title = "Menu items"
    book.active.append(["code", "price"])
    book.active.append(["i-1", "=4500*2"])
    book.save(file)
    assert "in B2 has" in refusal(file.getvalue())
