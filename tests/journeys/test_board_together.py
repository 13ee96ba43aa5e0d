"""Two tablets and two boards at once: what one does appears on the other, in its place."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.boards import Counter, expect_live, judge, order
from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Tablet, finish
from tests.server import Server


@pytest.fixture
def counter(server: Server, open_page: OpenPage) -> Iterator[Counter]:
    counter = Counter(open_page("/staff"))
    counter.start()
    yield counter
    for table in (4, 5):
        finish(server, table)


@pytest.fixture
def floor(open_page: OpenPage) -> Counter:
    floor = Counter(open_page("/staff"))
    floor.start("manager")
    return floor


def seated(open_page: OpenPage, table: int) -> Tablet:
    tablet = Tablet(open_page("/"), table=table)
    tablet.sign_in()
    tablet.add("음료·주류", "생막걸리")
    return tablet


def test_both_boards_show_both_tables_orders_and_each_other_s_steps(
    open_page: OpenPage, counter: Counter, floor: Counter
) -> None:
    for tablet in (seated(open_page, 4), seated(open_page, 5)):
        tablet.order()
    for board in (counter, floor):
        expect(board.order(4)).to_be_visible()
        expect(board.order(5)).to_be_visible()
    counter.order(4).get_by_role("button", name="조리 시작").click()
    expect(floor.order(4).get_by_role("button", name="완료")).to_be_visible()

    # Both press at once: one of them does it, and both show it.
    floor.order(4).get_by_role("button", name="완료").click()
    expect(counter.order(4)).to_contain_text("다른 화면에서 처리했어요: 완료")
    expect(floor.order(4).get_by_role("button", name="되돌리기")).to_be_visible()
    expect(counter.order(5).get_by_role("button", name="조리 시작")).to_be_visible()


def test_focus_and_scroll_stay_when_the_other_board_changes_things(
    open_page: OpenPage, counter: Counter, floor: Counter
) -> None:
    for tablet in (seated(open_page, 4), seated(open_page, 5)):
        tablet.order()
    button = counter.order(4).get_by_role("button", name="조리 시작")
    button.focus()
    floor.order(5).get_by_role("button", name="조리 시작").click()
    expect(counter.order(5).get_by_role("button", name="완료")).to_be_visible()
    expect(button).to_be_focused()


def test_a_call_that_one_takes_is_gone_for_the_other_and_comes_back_when_it_was_a_mistake(
    server: Server, counter: Counter, floor: Counter
) -> None:
    token = server.sign_in_table(4)["access"]
    assert server.request("POST", "/service-calls", {"kind": "water"}, token=token).status == 201
    calls = [board.new_orders.get_by_role("listitem").filter(has_text="테이블 4") for board in (counter, floor)]
    take = calls[0].get_by_role("button", name="확인")
    take.focus()
    counter.page.keyboard.press("Enter")
    expect(calls[1]).to_have_count(0)
    undo = calls[0].get_by_role("button", name="되돌리기")
    expect(undo).to_be_focused()
    expect(undo).not_to_have_attribute("aria-disabled", "true")
    judge(counter.page)
    counter.page.keyboard.press("u")
    for call in calls:
        expect(call.get_by_role("button", name="확인")).to_be_visible()
    expect(take).to_be_focused()


def test_a_finished_table_is_clean_for_the_next_guests_on_every_screen(
    open_page: OpenPage, counter: Counter, floor: Counter
) -> None:
    tablet = seated(open_page, 4)
    tablet.order()
    expect(floor.table(4)).to_contain_text("₩7,000")
    counter.open(4).get_by_role("button", name="이용 완료").click()
    counter.page.get_by_role("dialog", name="완료할까요").get_by_role("button", name="그래도 이용 완료").click()
    expect(floor.table(4)).to_contain_text("빈 테이블")
    expect(tablet.page.get_by_text("이용해 주셔서 감사합니다")).to_be_visible()


def test_what_came_in_while_a_board_was_away_is_counted(server: Server, open_page: OpenPage, counter: Counter) -> None:
    expect_live(counter.page)
    # The server restarts, and this board alone cannot reach it for a while.
    counter.page.route("**/api/v1/staff/events", lambda route: route.abort())
    server.kill()
    server.start()
    expect(counter.page.get_by_role("alert")).to_contain_text("연결이 끊겼어요")
    order(server, 4, "생막걸리")
    counter.page.unroute_all()
    expect(counter.page.get_by_text("주문 1건이 새로 들어왔어요")).to_be_visible()
    expect(counter.order(4)).to_be_visible()
