"""A whole service at the board without a mouse."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.boards import Counter, order
from tests.journeys.conftest import OpenPage
from tests.journeys.screens import finish
from tests.server import Server


@pytest.fixture
def board(server: Server, open_page: OpenPage) -> Iterator[Counter]:
    order(server, 8, "생막걸리")
    board = Counter(open_page("/staff"))
    board.sign_in()
    yield board
    finish(server, 8)


def press(button: Locator) -> None:
    """Go to the button with the Tab key, and press it."""
    expect(button).to_be_visible()
    for _ in range(20):
        if button.evaluate("node => node === document.activeElement"):
            break
        button.page.keyboard.press("Tab")
    expect(button).to_be_focused()
    button.page.keyboard.press("Enter")


def test_an_order_is_prepared_undone_completed_and_the_table_finished_by_keys_alone(board: Counter) -> None:
    keys = board.page.keyboard
    ticket = board.order(8)
    keys.press("o")
    expect(ticket.get_by_role("button", name="조리 시작")).to_be_focused()
    keys.press("Enter")
    expect(ticket.get_by_role("button", name="완료")).to_be_visible()
    keys.press("u")
    expect(ticket.get_by_role("button", name="조리 시작")).to_be_visible()
    for step in ("완료", "되돌리기"):
        keys.press("o")
        keys.press("Enter")
        expect(ticket.get_by_role("button", name=step)).to_be_visible()
        board.page.wait_for_timeout(600)  # as long as a second press counts as a double tap
    keys.type("8")
    keys.press("Enter")
    drawer = board.drawer(8)
    expect(drawer).to_be_visible()
    press(drawer.get_by_role("button", name="이용 완료"))
    press(board.page.get_by_role("dialog", name="완료할까요").get_by_role("button", name="이용 완료"))
    expect(board.table(8)).to_contain_text("빈 테이블")


def test_arrow_keys_go_from_table_to_table_as_they_stand(board: Counter) -> None:
    keys = board.page.keyboard
    keys.press("t")
    expect(board.table(1)).to_be_focused()
    keys.press("ArrowRight")
    expect(board.table(2)).to_be_focused()
    keys.press("ArrowDown")
    below = board.page.evaluate("document.activeElement.getBoundingClientRect().top")
    above = board.page.evaluate("document.querySelector('.table-card').getBoundingClientRect().top")
    assert below > above
    keys.press("Enter")
    expect(board.page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    expect(board.page.get_by_role("dialog")).to_have_count(0)
    expect(board.page.locator(".table-card:focus")).to_have_count(1)


def test_keys_lead_to_the_kitchen_the_history_and_back_in_english_too(board: Counter) -> None:
    board.page.get_by_role("button", name="English").click()
    keys = board.page.keyboard
    keys.press("?")
    expect(board.page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    keys.press("Escape")
    for key, name in (("k", "Kitchen"), ("h", "History"), ("b", "Board")):
        keys.press(key)
        expect(board.page.get_by_role("link", name=name)).to_have_attribute("aria-current", "page")
    expect(board.page.get_by_role("region", name="New orders")).to_contain_text("Fresh makgeolli")
