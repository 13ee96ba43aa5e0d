"""A manager looks at what was ordered and sold, cancels, prints, takes it out as files, and finds who did what."""

import csv
import io

import openpyxl
import pytest
from playwright.sync_api import Download, expect

from tests.journeys.boards import order
from tests.journeys.conftest import OpenOffice, OpenPage
from tests.journeys.looks import hold_to_wcag
from tests.journeys.office import Office, downloaded
from tests.journeys.screens import Board
from tests.server import Server


@pytest.fixture(scope="module")
def server(module_server: Server) -> Server:
    """Whose orders these tests count."""
    return module_server


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def newest_order(office: Office, dish: str) -> None:
    """Its page."""
    office.go("주문")
    office.row(dish).first.get_by_role("link").first.click()


def test_an_order_is_cancelled_with_its_reason(server: Server, open_office: OpenOffice, open_page: OpenPage) -> None:
    office = open_office("/admin/")
    table = 2 if office.is_phone else 1
    order(server, table, "생막걸리", "공깃밥")
    board = Board(open_page("/staff"))
    board.sign_in()
    ticket = board.new_orders.get_by_role("article").filter(has_text=f"테이블 {table}")
    expect(ticket).to_be_visible()

    newest_order(office, "생막걸리")
    expect(office.page.locator("#content")).to_contain_text(f"테이블 {table}")
    hold_to_wcag(office.page, "order")
    office.press("주문 취소")
    hold_to_wcag(office.page, "reasons")
    office.press("주문 취소")
    expect(office.page.locator(".errorlist")).to_be_visible()
    office.page.get_by_label("잘못 주문").check()
    office.press("주문 취소")
    office.was_told("취소")
    expect(office.page.locator("#content")).to_contain_text("잘못 주문")
    expect(ticket).to_contain_text("잘못 주문")

    office.page.get_by_role("link", name="이용 내역과 계산서").click()
    office.fits()
    expect(office.page.locator("tr.struck")).to_have_count(1)

    office.go("변경 기록")
    office.page.locator("#searchbar").fill("manager")
    office.page.locator("#searchbar").press("Enter")
    expect(office.row("잘못 주문").first).to_contain_text("취소")
    office.fits()


def test_ticket_and_bill_print_again(server: Server, open_office: OpenOffice) -> None:
    office = open_office("/admin/")
    order(server, 4 if office.is_phone else 3, "생막걸리")
    newest_order(office, "생막걸리")
    for way_in, words in (("주방 주문서", "생막걸리"), ("이용 내역과 계산서", ""), ("계산서 인쇄", "합계")):
        office.press(way_in)
        if not words:
            continue
        expect(office.page.locator(".paper")).to_contain_text(words)
        hold_to_wcag(office.page, way_in)
        office.fits()
        office.page.locator(".paper-tools a").click()


def test_the_day_s_figures_are_on_the_page_in_files_and_on_paper(server: Server, open_office: OpenOffice) -> None:
    office = open_office("/admin/")
    order(server, 6 if office.is_phone else 5, "생막걸리")
    office.go("매출")
    office.page.get_by_role("link", name="오늘", exact=True).last.click()
    total = office.page.locator(".tile--first .tile__value").inner_text()
    assert total != "₩0"
    hold_to_wcag(office.page, "sales")
    office.fits()
    file = rows_of(downloaded(office.page, office.page.locator("a.sales__file[href*='items.csv']")))
    assert any("생막걸리" in cell for row in file for cell in row)

    office.press("일 마감 보고서")
    expect(office.page.locator(".day-end__sum")).to_contain_text(total)
    office.press("80mm 용지로")
    expect(office.page.locator(".day-end--roll .day-end__sum")).to_contain_text(total)
    hold_to_wcag(office.page, "day-end report")
    office.fits()


def test_orders_are_found_and_come_as_a_file(server: Server, open_office: OpenOffice) -> None:
    office = open_office("/admin/")
    table = 8 if office.is_phone else 7
    order(server, table, "생막걸리")
    office.go("주문")
    office.page.get_by_role("link", name="오늘", exact=True).last.click()
    office.page.get_by_label("테이블", exact=True).select_option(label=f"테이블 {table}")
    office.press("보기")
    expect(office.page.locator("#result_list tbody tr")).to_have_count(1)
    office.go("주문 내보내기")
    office.page.locator("[name=kind]").select_option("xlsx")
    with office.page.expect_download() as coming:
        office.press("내려받기")
    assert "생막걸리" in words_of(coming.value)


def words_of(download: Download) -> set[str]:
    book = openpyxl.load_workbook(io.BytesIO(download.path().read_bytes()), read_only=True)
    return {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
