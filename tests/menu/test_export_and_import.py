"""A menu goes into a file, from the file into an empty store, and from there into the same file again."""

import io
from typing import Any

import openpyxl
import pytest
from django.utils.translation import override

from accounts.models import Store
from menu.models import MenuItem, MenuVersion
from menu.transfer.applying import import_menu, plan_import
from menu.transfer.resources import Options
from menu.transfer.stored import stored_menu
from menu.transfer.writing import menu_as_csv, menu_as_xlsx
from tableorder.demo.loading import load_demo
from tests.factories import StoreFactory
from tests.menu.random_menus import random_menu

pytestmark = pytest.mark.django_db
SEEDS = range(12)


def exported(store: Store, kind: str) -> bytes:
    return {"csv": menu_as_csv, "xlsx": menu_as_xlsx}[kind](stored_menu(store))


def imported(store: Store, content: bytes, **options: bool) -> None:
    """Import without looking at the preview."""
    plan = plan_import(store=store, content=content, options=Options(**options))
    assert plan.faults == []
    assert import_menu(store=store, content=content, options=Options(**options), digest=plan.digest, actor=None)[1]


def cells_of(content: bytes) -> Any:
    """Every cell: its sheet, place, value, kind and format."""
    if not content.startswith(b"PK"):
        return content
    return [
        (sheet.title, cell.coordinate, cell.value, cell.data_type, cell.quotePrefix)
        for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_demo_menu_comes_back_the_same(kind: str, language: str) -> None:
    load_demo()
    elsewhere = StoreFactory(default_language="en", currency="USD")
    with override(language):
        first = exported(Store.objects.get(code="demo"), kind)
        imported(elsewhere, first)
        assert cells_of(exported(elsewhere, kind)) == cells_of(first)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_menu_of_chance_comes_back_the_same(kind: str, seed: int) -> None:
    here, elsewhere = StoreFactory(), StoreFactory(default_language="zh")
    random_menu(here, seed)
    with override("ko"):
        first = exported(here, kind)
        imported(elsewhere, first)
        assert cells_of(exported(elsewhere, kind)) == cells_of(first)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_file_says_nothing_new_to_the_store_that_it_comes_from(kind: str, seed: int) -> None:
    store = StoreFactory()
    random_menu(store, seed)
    with override("en"):
        content = exported(store, kind)
    with override("ko"):  # read by somebody else
        plan = plan_import(store=store, content=content, options=Options(hide_missing=True))
    assert (plan.faults, plan.remarks, plan.does_something) == ([], [], False)


def test_what_spreadsheets_would_calculate_is_text_in_both_files() -> None:
    store = StoreFactory()
    random_menu(store, 3)
    MenuItem.objects.update(name={"ko": "=1+1"}, description={"ko": "@x"})
    csv = exported(store, "csv").decode()
    assert ",'=1+1," in csv
    assert ",=1+1" not in csv
    cells = cells_of(exported(store, "xlsx"))
    guarded = [cell for cell in cells if cell[2] == "=1+1"]
    assert guarded
    assert {(kind, prefixed) for *_rest, kind, prefixed in guarded} == {("s", True)}
    assert "f" not in {cell[3] for cell in cells}


def test_the_csv_opens_in_excel_as_korean() -> None:
    load_demo()
    assert exported(Store.objects.get(code="demo"), "csv").startswith("﻿".encode())


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_the_menu_s_version_rises_once() -> None:
    load_demo()
    elsewhere = StoreFactory()
    before = MenuVersion.objects.get(store=elsewhere).version
    imported(elsewhere, exported(Store.objects.get(code="demo"), "xlsx"))
    assert MenuVersion.objects.get(store=elsewhere).version == before + 1
