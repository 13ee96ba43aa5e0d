"""A manager takes the menu out as a file, and brings a file in."""

import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.business_day import utc_now
from accounts.models import AuditEntry, Deed, Role, Store
from accounts.trail import sentence_of
from menu.models import Category, MenuItem, PendingImport
from menu.transfer.pending import KEPT
from tests.admin.conftest import person
from tests.admin.office import Office, fields_of
from tests.admin.rows import Rows

PAGE = "/admin/menu/transfer/"
CSV = "﻿Kind of row,Code,Category,Name in Korean,Price\r\n"


def upload(office: Office, text: str | bytes, *, name: str = "menu.csv", **ticked: str) -> Any:
    """Choose a file and press the button."""
    content = text if isinstance(text, bytes) else (CSV + text).encode()
    return office.client.post(PAGE, {"file": SimpleUploadedFile(name, content)} | ticked)


def checked(office: Office, text: str | bytes, **ticked: str) -> Any:
    """The preview of an upload."""
    sent = upload(office, text, **ticked)
    assert sent.status_code == 302, sent.context["form"].errors
    return office.get(sent.headers["Location"])


def confirm(office: Office, preview: Any, **changes: str) -> Any:
    """Press Import."""
    return office.client.post(preview.request["PATH_INFO"], fields_of(preview) | changes)


def test_a_file_is_shown_before_it_is_imported(manager: Office, store: Store, here: Rows) -> None:
    item: MenuItem = here[MenuItem]
    preview = checked(manager, f"menu item,{item.code},,HERE 김치찌개,9500\r\nmenu item,,HERE 찌개,순두부찌개,8000\r\n")
    page = preview.content.decode()
    assert "<del>9000</del>" in page
    assert "<ins>9500</ins>" in page
    assert "순두부찌개" in page
    assert MenuItem.objects.get(pk=item.pk).price == 9000
    done = confirm(manager, preview)
    assert (done.status_code, done.headers["Location"]) == (302, "/admin/menu/menuitem/")
    assert MenuItem.objects.get(pk=item.pk).price == 9500
    assert MenuItem.objects.get(name__ko="순두부찌개").category == here[Category]
    assert not PendingImport.objects.exists()


def test_an_import_is_in_the_audit_trail_with_each_price_that_it_changed(manager: Office, here: Rows) -> None:
    item: MenuItem = here[MenuItem]
    confirm(manager, checked(manager, f"item,{item.code},,HERE 김치찌개,9500\r\nitem,,HERE 찌개,순두부,8000\r\n"))
    told = AuditEntry.objects.get(deed=Deed.MENU_IMPORTED)
    assert (told.actor_name, told.target_name, told.store_id) == ("manager-here", "menu.csv", item.store_id)
    assert told.changes == {"rows_added": [None, 1], "rows_changed": [None, 1]}
    price = AuditEntry.objects.get(deed=Deed.CHANGED, target_id=item.pk)
    assert price.changes == {"price": [9000, 9500]}
    assert sentence_of(told) == "manager-here imported the menu from menu.csv"


def test_refused_cells_are_named_and_nothing_is_imported(manager: Office, here: Rows) -> None:
    preview = checked(manager, "item,,HERE 찌개,순두부찌개,eight thousand\r\nitem,,Soups,국,-1\r\n")
    page = preview.content.decode()
    for said in ("E2", "Give a whole number from 0 to 1000000000.", "E3", "C3", "There is none of this name"):
        assert said in page
    assert "Import</button>" not in page
    confirm(manager, preview)
    assert not MenuItem.objects.filter(name__ko="순두부찌개").exists()


def test_the_faults_are_in_the_reader_s_language(manager: Office, here: Rows) -> None:
    manager.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "ko"
    manager.client.headers = None  # type: ignore[attr-defined] # the language is the one above
    preview = checked(manager, "메뉴,,HERE 찌개,순두부찌개,팔천원\r\n")
    assert "0부터 1000000000까지의 정수를 적어 주세요." in preview.content.decode()


def test_a_menu_that_changed_meanwhile_is_shown_again(manager: Office, here: Rows) -> None:
    item: MenuItem = here[MenuItem]
    preview = checked(manager, f"item,{item.code},,HERE 김치찌개,9500\r\n")
    MenuItem.objects.filter(pk=item.pk).update(price=9200)
    again = confirm(manager, preview)
    assert "The menu has changed meanwhile" in again.content.decode()
    assert "<del>9200</del>" in again.content.decode()
    assert MenuItem.objects.get(pk=item.pk).price == 9200
    confirm(manager, again)
    assert MenuItem.objects.get(pk=item.pk).price == 9500


def test_a_confirmation_that_was_tampered_with_imports_nothing(manager: Office, here: Rows) -> None:
    preview = checked(manager, "item,,HERE 찌개,순두부찌개,8000\r\n")
    key, _colon, rest = fields_of(preview)["seen"].partition(":")
    for forged in ("", rest, f"{here[MenuItem].pk}:{rest}", f"{key}:{'0' * 64}", f"{key}:{rest}x"):
        assert confirm(manager, preview, seen=forged).status_code == 200
    assert not MenuItem.objects.filter(name__ko="순두부찌개").exists()


def test_a_file_is_of_the_person_who_uploaded_it_for_an_hour(
    manager: Office, owner: Office, superuser: Office, here: Rows
) -> None:
    address = checked(manager, "item,,HERE 찌개,순두부찌개,8000\r\n").request["PATH_INFO"]
    for somebody in (owner, superuser):
        assert somebody.get(address).status_code == 404
        assert somebody.client.post(address, {"seen": "x"}).status_code == 404
    PendingImport.objects.update(created_at=utc_now() - KEPT)
    assert manager.get(address).status_code == 404


def test_another_store_s_manager_finds_neither_file_nor_page(manager: Office, here: Rows, other_store: Store) -> None:
    address = checked(manager, "item,,HERE 찌개,순두부찌개,8000\r\n").request["PATH_INFO"]
    outsider = Office(person(Role.MANAGER, other_store))
    assert outsider.get(address).status_code == 404
    assert outsider.client.post(address, {}).status_code == 404
    exported = outsider.get(f"{PAGE}menu.csv").content
    assert b"ELSEWHERE" in exported
    assert b"HERE " not in exported.replace(b"ELSEWHERE", b"")


def test_a_code_of_another_store_names_nothing_here(manager: Office, here: Rows, elsewhere: Rows) -> None:
    strange: MenuItem = elsewhere[MenuItem]
    confirm(manager, checked(manager, f"item,{strange.code},HERE 찌개,새 메뉴,1\r\n"))
    assert MenuItem.objects.get(pk=strange.pk).price == 9000
    assert MenuItem.objects.get(name__ko="새 메뉴").store == here[Store]
    refused = checked(manager, f"item,,{elsewhere[Category].code},또 하나,1\r\n")
    assert "There is none of this name or code." in refused.content.decode()


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}menu.csv", f"{PAGE}sample.xlsx"])
def test_staff_have_no_such_page(store: Store, address: str) -> None:
    assert Office(person(Role.STAFF, store)).get(address).status_code == 302


def test_whoever_manages_several_stores_chooses_one_first(both: Office, here: Rows, elsewhere: Rows) -> None:
    page = both.get(PAGE)
    assert "Which one?" in page.content.decode()
    assert both.get(f"{PAGE}menu.csv").status_code == 404
    assert upload(both, "item,,HERE 찌개,순두부찌개,8000\r\n").status_code == 200
    assert not PendingImport.objects.exists()
    both.client.post("/admin/choose-store/", {"store": str(here[Store].pk), "next": PAGE})
    assert b"HERE" in both.get(f"{PAGE}menu.csv").content
    assert b"ELSEWHERE" not in both.get(f"{PAGE}menu.csv").content


@pytest.mark.parametrize("what", ["template", "sample", "menu"])
def test_what_is_downloaded_can_be_uploaded(manager: Office, here: Rows, what: str) -> None:
    for kind in ("csv", "xlsx"):
        answer = manager.get(f"{PAGE}{what}.{kind}")
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith("attachment")
        sent = upload(manager, answer.content, name=f"{what}.{kind}")
        if what == "template":
            assert "The file has no rows of a menu." in sent.content.decode()
        else:
            assert "Refused" not in [table[0] for table in manager.get(sent.headers["Location"]).context["tables"]]
            assert manager.get(sent.headers["Location"]).context["plan"].faults == []


def test_the_template_has_every_column_and_no_row(manager: Office, here: Rows) -> None:
    book = openpyxl.load_workbook(io.BytesIO(manager.get(f"{PAGE}template.xlsx").content))
    assert book.sheetnames == ["Categories", "Menu items", "Option groups", "Options"]
    assert {sheet.max_row for sheet in book.worksheets} == {1}


@pytest.mark.parametrize("address", ["menu.exe", "all.csv", "../menu.csv"])
def test_there_are_no_other_files(manager: Office, address: str) -> None:
    assert manager.get(f"{PAGE}{address}").status_code == 404
