"""Files that a manager opened in a spreadsheet program, changed and saved there.

Those in `spreadsheets/` were written by LibreOffice 7.4: `awkward*` are `awkward_menu` exported and saved again (the
CSV as XLSX too), the others were typed into it, `typed-items.csv` is one sheet of `typed.xlsx` saved as CSV.
"""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from accounts.models import Store
from menu.models import Category, MenuItem
from menu.transfer.applying import import_menu, plan_import
from menu.transfer.planning import Plan
from menu.transfer.reading import read_file
from menu.transfer.resources import Options
from menu.transfer.stored import stored_menu
from menu.transfer.writing import menu_as_csv
from tests.factories import StoreFactory
from tests.menu.random_menus import AWKWARD

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parent / "spreadsheets"
CONVERTED = "The spreadsheet made a date, a time or a number of this text. Format the cell as text and write it again."
PRICE = "Give a whole number from 0 to 1000000000."
# What programs make numbers, dates or truths of.
LOSES_ITS_FORM = ("1/2", "2026-01-02", "50%", "1,000", "0.50", "1E+05", "false", "'007", "11:30", "12")


def content(name: str) -> bytes:
    return (FILES / name).read_bytes()


def planned(store: Store, name: str, **options: bool) -> Plan:
    with override("en"):
        return plan_import(store=store, content=content(name), options=Options(**options))


def imported(store: Store, name: str) -> None:
    plan = planned(store, name)
    assert plan.faults == []
    assert import_menu(store=store, content=content(name), options=Options(), digest=plan.digest, actor=None)[1]


def awkward_menu(store: Store) -> None:
    """A category and a dish of each text that a spreadsheet could stumble over."""
    for number, text in enumerate((*AWKWARD, *LOSES_ITS_FORM)):
        category = Category.objects.create(
            store=store, code=f"c-{number}", name={"ko": text}, station=text[:20], sort_order=number
        )
        MenuItem.objects.create(
            store=store, category=category, code=f"i-{number}", name={"ko": text, "en": text}, price=number
        )


@pytest.mark.parametrize("name", ["awkward.xlsx", "awkward.csv", "awkward-from-csv.xlsx"])
def test_a_menu_that_was_only_opened_and_saved_says_nothing_new(name: str) -> None:
    store, elsewhere = StoreFactory(), StoreFactory()
    awkward_menu(store)
    plan = planned(store, name, hide_missing=True)
    assert [change.cells for change in plan.changes("changed")] == []
    assert (plan.faults, plan.remarks, plan.does_something) == ([], [], False)
    imported(elsewhere, name)
    assert menu_as_csv(stored_menu(elsewhere)) == menu_as_csv(stored_menu(store))


def test_what_somebody_types_is_read_as_it_is_shown() -> None:
    """Formulas by their values, hours as times, TRUE, a code left empty, a format down to the last row."""
    store = StoreFactory()
    imported(store, "typed.xlsx")
    assert list(Category.objects.filter(store=store).values_list("name__ko", "station", "is_hidden", "sort_order")) == [
        ("점심", "주방", False, 0),
        ("술", "바", True, 1),
        ("디저트", "", False, 2),
    ]
    items = MenuItem.objects.filter(store=store).order_by("category__sort_order")
    assert [(item.name, item.price, item.remaining, item.spiciness) for item in items] == [
        ({"ko": "김치찌개", "en": "Kimchi stew"}, 9000, None, 2),
        ({"ko": "소주", "en": "007"}, 4500, 7, 0),
        ({"ko": "2024", "en": "Ice cream"}, 5000, None, 0),
    ]
    hours = [f"{item.available_from:%H:%M}-{item.available_until:%H:%M}" for item in items]
    assert hours == ["11:00-15:30", "17:00-02:00", "11:00-21:30"]
    assert [option.price for option in items[0].option_groups.get().options.order_by("sort_order")] == [0, 4500]


def test_what_is_no_sheet_of_a_menu_is_said() -> None:
    said = "The sheet “메모” is not read: The first row must hold the names of the columns, as in the template."
    assert planned(StoreFactory(), "typed.xlsx").remarks == [said]


def test_what_the_program_made_something_else_of_is_refused_by_its_cell() -> None:
    faults = planned(StoreFactory(), "converted.xlsx").faults
    assert {(fault.address, fault.value, fault.message) for fault in faults} == {
        ("C2", "2026-01-02 00:00:00", CONVERTED),  # 1/2
        ("E2", "0.5", PRICE),  # 50%
        ("H2", "", "Give both hours or neither."),
        ("B3", "", "This must be given."),  # merged with the cell above
        ("E3", "만 원", PRICE),
        ("G3", "0.458333333333333", "Give a time such as 11:30."),  # 11:00 without its format
        ("H3", "2026-11-23 00:00:00", "Give both hours or neither."),
        ("C4", "0.5", CONVERTED),  # 50%
        ("D4", "True", CONVERTED),
        ("E4", "8000.5", PRICE),
        ("F4", "2026-01-02 00:00:00", "Give a whole number from 0 to 3."),
        ("C5", "11:30:00", CONVERTED),
        ("D5", "0.5", CONVERTED),
        ("E5", "-1", PRICE),
        ("F5", "9", "Give a whole number from 0 to 3."),
    }


def test_a_formula_that_came_to_an_error_is_refused_by_its_cell() -> None:
    with pytest.raises(ValidationError) as refused:
        planned(StoreFactory(), "formula-error.xlsx")
    assert "Sheet “메뉴”: the formula in E3 has no value." in refused.value.messages[0]


def test_one_sheet_saved_as_csv_is_known_by_its_columns() -> None:
    store = StoreFactory()
    imported(store, "typed.xlsx")
    plan = planned(store, "typed-items.csv")
    assert plan.faults == []
    assert (plan.unchanged, plan.does_something) == (3, False)


def test_columns_that_several_kinds_have_need_one_that_says_which() -> None:
    with override("en"), pytest.raises(ValidationError) as refused:
        read_file(b"code,name_ko\r\ni-1,a\r\n")
    said = "The column “Kind of row” is missing. It says of each row: Category, Menu item, Option group, Option."
    assert refused.value.messages == [said]


def test_an_open_document_is_told_what_to_save_it_as() -> None:
    with override("en"), pytest.raises(ValidationError) as refused:
        read_file(content("typed.ods"))
    assert refused.value.messages == ["This is an OpenDocument file. Save it as XLSX or CSV."]
