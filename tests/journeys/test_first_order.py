"""A guest orders, the staff see it, and the next guest starts clean."""

from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Board, Tablet
from tests.server import Server


def test_an_order_goes_from_the_tablet_to_the_board_and_back(server: Server, open_page: OpenPage) -> None:
    board = Board(open_page("/staff"))
    board.sign_in()
    tablet = Tablet(open_page("/"), table=1)
    tablet.sign_in()

    tablet.add("찌개·탕", "김치찌개", "보통맛", "흰쌀밥")
    tablet.add("음료·주류", "생막걸리")
    expect(tablet.cart).to_contain_text("₩16,000")
    tablet.order()

    ticket = board.new_orders.get_by_role("article").filter(has_text="테이블 1")
    expect(ticket).to_contain_text("김치찌개")
    expect(board.card(1)).to_contain_text("₩16,000")
    tablet.page.get_by_role("button", name="주문 내역 보기").click()
    history = tablet.page.get_by_role("article")
    expect(history.get_by_text("김치찌개")).to_be_visible()

    ticket.get_by_role("button", name="조리 시작").click()
    expect(history.locator("[aria-current]")).to_contain_text("조리 중")
    ticket.get_by_role("button", name="완료").click()
    expect(history.locator("[aria-current]")).to_contain_text("완료")

    board.card(1).click()
    board.page.get_by_role("button", name="이용 완료").click()
    board.page.get_by_role("dialog", name="테이블 1의 이용을 완료할까요?").get_by_role(
        "button", name="이용 완료"
    ).click()
    expect(tablet.page.get_by_text("이용해 주셔서 감사합니다")).to_be_visible()
    tablet.wake()
    tablet.page.get_by_role("button", name="주문 내역").click()
    expect(tablet.page.get_by_text("아직 주문이 없어요")).to_be_visible()
