"""Screens that everybody can use: no finding of axe, nothing too small to touch, both languages."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.looks import BOARD_TARGET, hold
from tests.journeys.screens import Board, Tablet, finish
from tests.server import Server


@pytest.fixture
def table(server: Server) -> Iterator[int]:
    yield 3
    finish(server, 3)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_tablet(open_page: OpenPage, table: int, width: int, height: int) -> None:
    tablet = Tablet(open_page("/", width=width, height=height), table=table)
    expect(tablet.page.get_by_role("heading", level=1)).to_be_visible()
    hold(tablet.page)
    tablet.sign_in()
    hold(tablet.page)
    tablet.page.get_by_role("button", name="찌개·탕", exact=True).click()
    tablet.page.get_by_role("main").get_by_role("button", name="김치찌개").click()
    expect(tablet.page.get_by_role("dialog", name="김치찌개")).to_be_visible()
    hold(tablet.page)


def test_the_tablet_while_ordering(open_page: OpenPage, table: int) -> None:
    tablet = Tablet(open_page("/"), table=table)
    tablet.sign_in()
    tablet.add("음료·주류", "생막걸리")
    hold(tablet.page)
    tablet.order()
    hold(tablet.page)
    tablet.page.get_by_role("button", name="주문 내역 보기").click()
    expect(tablet.page.get_by_role("article")).to_be_visible()
    hold(tablet.page)
    tablet.page.get_by_role("button", name="직원 호출").click()
    expect(tablet.page.get_by_role("dialog")).to_be_visible()
    hold(tablet.page)


def test_the_board(open_page: OpenPage, table: int) -> None:
    board = Board(open_page("/staff"))
    expect(board.page.get_by_role("heading", level=1)).to_be_visible()
    hold(board.page, BOARD_TARGET)
    board.sign_in("manager")
    tablet = Tablet(open_page("/"), table=table)
    tablet.sign_in()
    tablet.add("음료·주류", "생막걸리")
    tablet.order()
    expect(board.new_orders.get_by_role("article")).to_be_visible()
    hold(board.page, BOARD_TARGET)
    board.card(table).click()
    expect(board.page.get_by_role("dialog")).to_be_visible()
    hold(board.page, BOARD_TARGET)


def test_one_touch_changes_the_language(open_page: OpenPage, table: int) -> None:
    tablet = Tablet(open_page("/"), table=table)
    tablet.sign_in()
    tablet.page.get_by_role("button", name="English").click()
    expect(tablet.page.get_by_role("button", name="Call staff")).to_be_visible()
    expect(tablet.page.locator("html")).to_have_attribute("lang", "en")
    expect(tablet.page.get_by_role("main")).to_contain_text("₩17,000")
    hold(tablet.page)
