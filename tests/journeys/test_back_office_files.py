"""A manager takes the menu and the orders out as files, mends the menu's in a spreadsheet, and brings it back."""

import csv
import io

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.looks import hold_to_wcag
from tests.journeys.office import OFF_THE_SIDE, SCREENS, downloaded, sign_in, upload
from tests.journeys.screens import Tablet


def office_at(open_page: OpenPage, address: str, **options: object) -> Page:
    """A manager's browser, signed in, at this page."""
    page = open_page(f"/admin/login/?next={address}", **options)
    sign_in(page)
    return page


def test_a_price_mended_in_a_spreadsheet_is_on_the_tablet(open_page: OpenPage) -> None:
    tablet = Tablet(open_page("/"), table=9)
    tablet.sign_in()
    card = tablet.card("후식", "호떡")
    office = office_at(open_page, "/admin/menu/menuitem/")
    office.get_by_role("link", name="가져오기·내보내기").last.click()
    book = openpyxl.load_workbook(io.BytesIO(downloaded(office, "XLSX 내려받기")))
    sheet = book["메뉴"]
    headers = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[headers.index("코드")].value == "hotteok")
    price = row[headers.index("가격")]
    was, price.value = price.value, price.value + 700
    for value in (price.value, was):
        price.value = value
        file = io.BytesIO()
        book.save(file)
        upload(office, "menu.xlsx", file.getvalue())
        expect(office.get_by_text("호떡").first).to_be_visible()
        office.get_by_role("button", name="가져오기", exact=True).click()
        expect(office.locator(".messagelist")).to_contain_text("변경 1행")
        expect(card).to_contain_text(f"{value:,}")
        office.goto("/admin/menu/transfer/")


@pytest.mark.parametrize(("width", "height"), SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("language", ["ko-KR", "en-US"])
def test_the_preview_is_for_everybody(open_page: OpenPage, language: str, width: int, height: int) -> None:
    files = {
        "refused.csv": "구분,코드,가격,메모\r\n메뉴,hotteok,삼천원,x\r\n메뉴,,,\r\n",
        "fine.csv": "구분,코드,분류,이름(한국어),이름(영어),가격\r\n메뉴,hotteok,후식,씨앗호떡,Seed hotteok,4000\r\n"
        "메뉴,,후식,아주 긴 이름의 새 메뉴입니다 정말로 깁니다,A new dish with a name that goes on and on,9000\r\n",
    }
    office = office_at(open_page, "/admin/menu/transfer/", language=language, width=width, height=height)
    for name, text in files.items():
        office.goto("/admin/menu/transfer/")
        office.locator("input[type=file]").set_input_files(
            {"name": name, "mimeType": "text/csv", "buffer": text.encode("utf-8-sig")}
        )
        office.locator("#transfer_form [type=submit]").click()
        office.locator("#import_form").wait_for()
        hold_to_wcag(office, name)
        assert office.evaluate(OFF_THE_SIDE) <= 0


def test_orders_come_as_a_file_of_the_days_that_were_chosen(open_page: OpenPage) -> None:
    tablet = Tablet(open_page("/"), table=10)
    tablet.sign_in()
    office = office_at(open_page, "/admin/orders/export/")
    office.locator("[name=kind]").select_option("csv")
    rows = list(csv.reader(io.StringIO(downloaded(office, "내려받기").decode("utf-8-sig"))))
    assert rows[0][:3] == ["영업일", "주문번호", "주문 시각"]
