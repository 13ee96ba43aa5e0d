"""Tickets and bills on 80 mm paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.boards import Counter, expect_live, order
from tests.journeys.conftest import OpenPage
from tests.journeys.screens import finish
from tests.server import Server

EIGHTY_MILLIMETRES = pytest.approx(80 / 25.4 * 72, abs=1)  # in the points of a PDF
# Counts how often a sheet is printed, and waits as the browser's dialog does until `__next` is called.
PAPER = """
window.print = () => {
  const paper = document.querySelector(".paper");
  paper.dataset.printed = Number(paper.dataset.printed ?? 0) + 1;
};
window.__next = () => window.dispatchEvent(new Event("afterprint"));
"""


@pytest.fixture
def board(server: Server, open_page: OpenPage) -> Iterator[Counter]:
    order(server, 12, "생막걸리", "공깃밥")
    page = open_page("/staff")
    page.add_init_script(PAPER)
    page.reload()
    board = Counter(page)
    board.start()
    yield board
    finish(server, 12)
    finish(server, 11)


def expect_printed(page: Page, text: str) -> None:
    """One ticket is printed, once, and nothing after it."""
    paper = page.locator(".paper")
    expect(paper).to_have_attribute("data-printed", "1")
    expect(paper).to_contain_text(text)
    page.evaluate("window.__next()")
    expect(paper).to_have_count(0)


def pages_of(page: Page) -> list[float]:
    """The widths of a printout's pages."""
    boxes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", page.pdf(prefer_css_page_size=True))
    return [float(box.split()[2]) for box in boxes]


def test_a_bill_is_one_strip_of_paper_in_korean(board: Counter) -> None:
    board.open(12).get_by_role("button", name="계산서 인쇄").click()
    paper = board.page.locator(".paper")
    expect(paper).to_have_count(1)
    board.page.emulate_media(media="print", color_scheme="dark")
    for text in ("한강식당", "계산서", "테이블 12", "생막걸리", "₩8,000"):
        expect(paper).to_contain_text(text)
    expect(board.page.get_by_role("banner")).to_be_hidden()
    assert paper.evaluate("node => getComputedStyle(node).color") == "rgb(0, 0, 0)"
    assert paper.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert pages_of(board.page) == [EIGHTY_MILLIMETRES]


def test_a_ticket_says_what_to_make(board: Counter) -> None:
    board.open(12).get_by_role("button", name="주문서 인쇄").click()
    expect(board.page.locator(".paper")).to_contain_text("주방 주문서")
    assert pages_of(board.page) == [EIGHTY_MILLIMETRES]
    expect(board.page.locator(".paper")).to_have_count(0)


def test_the_chosen_board_prints_new_orders_once_also_after_a_break(server: Server, board: Counter) -> None:
    page = board.page
    page.get_by_role("button", name="메뉴", exact=True).click()
    page.get_by_role("checkbox", name="새 주문을 이 기기에서 저절로 인쇄").check()
    page.keyboard.press("Escape")
    order(server, 11, "공깃밥")
    expect_printed(page, "공깃밥")
    page.goto("about:blank")
    order(server, 11, "생막걸리")
    page.goto("/staff")
    expect_printed(page, "생막걸리")
    expect_live(page)
    expect(page.locator(".paper")).to_have_count(0)
