"""Everybody can use every screen of the board, by day and by night."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.boards import Counter, judge, order
from tests.journeys.conftest import OpenPage
from tests.journeys.screens import finish
from tests.server import Server


@pytest.fixture
def busy(server: Server) -> Iterator[None]:
    order(server, 8, "생막걸리", "공깃밥")
    order(server, 9, "공깃밥")
    yield
    finish(server, 8)
    finish(server, 9)


def english(page: Page) -> None:
    page.get_by_role("button", name="English").click()


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 768), (390, 844)])
def test_the_board_and_its_floor_plan(open_page: OpenPage, width: int, height: int) -> None:
    board = Counter(open_page("/staff", width=width, height=height))
    judge(board.page)
    board.sign_in("manager")
    judge(board.page)
    board.page.get_by_role("button", name="소리 없이").click()
    board.page.get_by_role("button", name="배치도").click()
    judge(board.page)
    board.page.get_by_role("button", name="번호순").click()
    english(board.page)
    judge(board.page, "light")


@pytest.mark.usefixtures("busy")
def test_a_table_s_drawer_and_what_opens_from_it(open_page: OpenPage) -> None:
    board = Counter(open_page("/staff"))
    board.start("manager")
    drawer = board.open(8)
    judge(board.page)
    for tab, sign in (
        ("주문 추가", "고른 메뉴"),
        ("지난 이용", "지난 이용"),
        ("태블릿", "새 연결 코드"),
        ("지금 이용", "합계"),
    ):
        drawer.get_by_role("button", name=tab).click()
        expect(drawer.get_by_text(sign).or_(drawer.get_by_role("region", name=sign)).first).to_be_visible()
        judge(board.page)
    for button, dialog in (("이동·합석", "어디로"), ("이용 완료", "완료할까요"), ("취소", "취소할까요")):
        drawer.get_by_role("button", name=button, exact=True).first.click()
        expect(board.page.get_by_role("dialog", name=dialog)).to_be_visible()
        judge(board.page)
        board.page.keyboard.press("Escape")


@pytest.mark.usefixtures("busy")
def test_stock_shortcuts_and_menu(open_page: OpenPage) -> None:
    board = Counter(open_page("/staff"))
    board.start("manager")
    for key, dialog in (("m", "품절·재고"), ("?", "단축키")):
        board.page.keyboard.press(key)
        expect(board.page.get_by_role("dialog", name=dialog)).to_be_visible()
        judge(board.page)
        board.page.keyboard.press("Escape")
    board.page.get_by_role("button", name="메뉴", exact=True).click()
    judge(board.page)


@pytest.mark.usefixtures("busy")
def test_the_kitchen(open_page: OpenPage) -> None:
    kitchen = Counter(open_page("/staff/kitchen", width=1920, height=1080))
    kitchen.sign_in_to("navigation")
    expect(kitchen.page.get_by_role("article").first).to_be_visible()
    judge(kitchen.page)
    kitchen.page.get_by_role("button", name="되돌리기").click()
    judge(kitchen.page)


@pytest.mark.usefixtures("busy")
def test_the_history(open_page: OpenPage) -> None:
    history = Counter(open_page("/staff/history?range=custom&from=2026-01-01"))
    history.sign_in_to("table")
    history.page.get_by_role("table").get_by_role("button").first.click()
    judge(history.page)
