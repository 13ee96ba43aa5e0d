"""Guests change places, tables become one, and staff order for those who would rather speak."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.journeys.boards import Counter, order
from tests.journeys.conftest import OpenPage
from tests.journeys.screens import finish
from tests.server import Server


@pytest.fixture
def board(server: Server, open_page: OpenPage) -> Iterator[Counter]:
    order(server, 10, "생막걸리")
    board = Counter(open_page("/staff"))
    board.start()
    yield board
    for table in (10, 11, 12):
        finish(server, table)


def test_guests_move_to_a_free_table_with_their_bill(board: Counter) -> None:
    board.open(10).get_by_role("button", name="이동·합석").click()
    choice = board.page.get_by_role("dialog", name="어디로")
    choice.get_by_role("button", name=re.compile(r"^테이블 12\b")).click()
    expect(choice.get_by_text("10 → 12")).to_be_visible()
    choice.get_by_role("button", name="이동", exact=True).click()
    expect(board.drawer(12)).to_contain_text("합계 ₩7,000")
    board.page.keyboard.press("Escape")
    expect(board.table(10)).to_contain_text("빈 테이블")
    expect(board.order(12)).to_contain_text("생막걸리")


def test_two_tables_become_one_bill_after_both_were_shown(server: Server, board: Counter) -> None:
    order(server, 11, "공깃밥")
    expect(board.table(11)).to_contain_text("₩1,000")
    board.open(10).get_by_role("button", name="이동·합석").click()
    choice = board.page.get_by_role("dialog", name="어디로")
    choice.get_by_role("button", name=re.compile(r"^테이블 11\b")).click()
    expect(choice.get_by_role("status")).to_contain_text("₩7,000 + ₩1,000 = ₩8,000")
    choice.get_by_role("button", name="합석", exact=True).click()
    expect(board.drawer(11)).to_contain_text("합계 ₩8,000")
    expect(board.drawer(11).get_by_role("article")).to_have_count(2)


def test_staff_order_a_dish_with_options_for_a_table(board: Counter) -> None:
    drawer = board.open(10)
    drawer.get_by_role("button", name="주문 추가").click()
    drawer.get_by_role("searchbox").fill("ㄱㅊㅉㄱ")
    drawer.get_by_role("button", name="김치찌개").click()
    drawer.get_by_label("보통맛").check()
    drawer.get_by_label("흰쌀밥").check()
    drawer.get_by_role("button", name="담기").click()
    drawer.get_by_role("button", name="주문 넣기 · ₩9,000").click()
    expect(drawer.get_by_role("article")).to_have_count(2)
    expect(drawer).to_contain_text("합계 ₩16,000")


def test_the_history_finds_a_table_s_orders_by_its_address(open_page: OpenPage, board: Counter) -> None:
    board.page.get_by_role("link", name="기록").click()
    expect(board.page.get_by_role("table")).to_be_visible()
    board.page.get_by_label("테이블", exact=True).fill("10")
    expect(board.page.get_by_role("row", name="생막걸리").first).to_be_visible()
    address = urlsplit(board.page.url)
    assert address.query == "table=10"
    again = Counter(open_page(f"{address.path}?{address.query}"))
    again.sign_in_to("table")
    expect(again.page.get_by_label("테이블", exact=True)).to_have_value("10")
