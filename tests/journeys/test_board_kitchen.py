"""The kitchen ticks, the bar has its own, and a dish sells out from the board."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.boards import Counter, order
from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Tablet, finish
from tests.server import Server


@pytest.fixture
def kitchen(server: Server, open_page: OpenPage) -> Iterator[Counter]:
    order(server, 9, "생막걸리", "공깃밥")
    kitchen = Counter(open_page("/staff/kitchen", width=1920, height=1080))
    kitchen.sign_in_to("navigation")
    yield kitchen
    finish(server, 9)


def test_lines_are_ticked_and_a_number_key_takes_the_ticket_on(kitchen: Counter) -> None:
    ticket = kitchen.page.get_by_role("article").filter(has_text="테이블 9")
    rice = ticket.get_by_role("button", name="공깃밥")
    rice.click()
    expect(rice).to_have_attribute("aria-pressed", "true")
    expect(kitchen.page.get_by_role("region", name="모아 보기")).not_to_contain_text("공깃밥")
    kitchen.page.keyboard.press("1")
    expect(ticket).to_contain_text("조리 중")
    kitchen.page.get_by_role("button", name="되돌리기 2").click()
    done = kitchen.page.get_by_role("dialog", name="방금 한 일")
    done.get_by_role("listitem").filter(has_text="공깃밥").get_by_role("button", name="되돌리기").click()
    expect(done.get_by_role("listitem")).to_have_count(1)
    kitchen.page.keyboard.press("Escape")
    expect(rice).to_have_attribute("aria-pressed", "false")


def test_a_station_finishes_its_part_and_the_last_one_the_order(kitchen: Counter) -> None:
    ticket = kitchen.page.get_by_role("article").filter(has_text="테이블 9")
    kitchen.page.get_by_role("button", name="바", exact=True).click()
    expect(ticket).not_to_contain_text("공깃밥")
    head = ticket.get_by_role("button", name="테이블 9")
    head.click()
    expect(head).to_contain_text("완료")
    kitchen.page.wait_for_timeout(600)  # as long as a second press counts as a double tap
    head.click()
    expect(ticket).to_have_count(0)
    kitchen.page.get_by_role("button", name="주방", exact=True).click()
    expect(ticket).to_contain_text("공깃밥")
    head.click()
    expect(ticket).to_have_count(0)
    kitchen.page.get_by_role("button", name="전체", exact=True).click()
    expect(ticket).to_have_count(0)


def test_sold_out_on_the_board_is_sold_out_on_the_tablet_and_comes_back(open_page: OpenPage) -> None:
    tablet = Tablet(open_page("/"), table=6)
    tablet.sign_in()
    tablet.page.get_by_role("button", name="사이드·안주", exact=True).click()
    card = tablet.page.get_by_role("main").get_by_role("button", name="계란찜")
    expect(card).to_be_enabled()
    board = Counter(open_page("/staff"))
    board.start()
    board.page.keyboard.press("m")
    stock = board.page.get_by_role("dialog", name="품절·재고")
    board.page.keyboard.type("계란찜")
    switch = stock.get_by_role("listitem").get_by_role("button", name="품절")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(card).to_be_disabled()
    switch.click()
    expect(card).to_be_enabled()
