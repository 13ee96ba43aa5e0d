"""Whatever breaks at any step of ordering: one order, a cart kept until that is known, no button dead for no reason."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Tablet
from tests.server import Server

TABLE = 6
RICE = 1_000
PLACED = "주문이 접수됐어요"
LOST = "인터넷 연결이 끊겼어요"
ORDERS = "**/api/v1/orders"
SOON = 20_000  # milliseconds: a server starts, a tablet finds it again

# Main buttons that do nothing and do not say why; one that is sending says so itself.
DEAD = """[...document.querySelectorAll('.button--primary[aria-disabled=true]')]
  .filter(button => button.checkVisibility() && !button.textContent.includes('보내는 중'))
  .filter(button => !document.getElementById(button.getAttribute('aria-describedby'))?.textContent)
  .map(button => button.outerHTML)"""


@dataclass
class Course:
    """One guest's way to one order, with the same break at every step of it."""

    server: Server
    tablet: Tablet
    breaking: "Break"

    @property
    def page(self) -> Page:
        return self.tablet.page

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog", name="주문할까요?")

    @property
    def is_new_page(self) -> bool:
        return self.breaking in (reload, crash)

    def strike(self, expected: Callable[[], None]) -> None:
        """Break what is on the screen now, and find what the guest must find again."""
        self.breaking(self, expected)
        expected()
        assert self.page.evaluate(DEAD) == []

    def orders(self) -> int:
        token = self.server.sign_in_table(TABLE)["access"]
        return len(self.server.request("GET", "/orders", token=token).json()["orders"])


Break = Callable[[Course, Callable[[], None]], None]


def reload(course: Course, _expected: Callable[[], None]) -> None:
    course.page.reload()


def crash(course: Course, _expected: Callable[[], None]) -> None:
    """The page is killed, and the tablet opened again on what it stored."""
    context = course.page.context
    course.page.close()
    course.tablet.page = context.new_page()
    course.page.goto("/")


def cut(course: Course, expected: Callable[[], None]) -> None:
    """The tablet loses its Wi-Fi, and has it again."""
    course.page.context.set_offline(True)
    expected()
    assert course.page.evaluate(DEAD) == []
    course.page.context.set_offline(False)


def stop(course: Course, expected: Callable[[], None]) -> None:
    """The server goes away, and comes back."""
    course.server.stop()
    try:
        # The order's number stands alone on its screen.
        noticed = course.page.get_by_text(LOST).or_(course.page.get_by_text(PLACED))
        expect(noticed.first).to_be_visible(timeout=SOON)
        expected()
        assert course.page.evaluate(DEAD) == []
    finally:
        course.server.start()
    expect(course.page.get_by_text(LOST)).to_have_count(0, timeout=SOON)


@pytest.fixture
def course(module_server: Server, open_page: OpenPage, request: pytest.FixtureRequest) -> Iterator[Course]:
    tablet = Tablet(open_page("/"), table=TABLE)
    tablet.sign_in()
    tablet.wait_for_worker()
    yield Course(module_server, tablet, request.param)
    staff = module_server.sign_in_staff()["access"]
    for table in module_server.request("GET", "/staff/board", token=staff).json()["tables"]:
        if table["session"]:
            module_server.request("POST", f"/staff/tables/{table['id']}/close", {"force": True}, token=staff)


@pytest.fixture
def server(module_server: Server) -> Server:
    """One for this file, to stop and start."""
    return module_server


@pytest.mark.timeout(400)
@pytest.mark.parametrize("course", [reload, crash, cut, stop], indirect=True, ids=lambda each: each.__name__)
def test_one_order_whatever_breaks_at_every_step(course: Course) -> None:
    for step in (look, choose, fill, ask, be_refused, lose_the_answer, see_the_number, read_the_history):
        step(course)
    assert course.orders() == 1


def look(course: Course) -> None:
    course.strike(lambda: course.tablet.wake() if course.is_new_page else menu(course))


def menu(course: Course) -> None:
    expect(course.page.get_by_role("main").get_by_role("listitem").first).to_be_visible()


def choose(course: Course) -> None:
    """The sheet is open: a break keeps it, a new page is back on the menu."""
    course.tablet.card("찌개·탕", "김치찌개").click()
    sheet = course.page.get_by_role("dialog", name="김치찌개")
    sheet.get_by_label("보통맛", exact=True).check()
    if course.is_new_page:
        course.strike(course.tablet.wake)
        expect(course.page.get_by_role("dialog")).to_have_count(0)
    else:
        course.strike(lambda: expect(sheet.get_by_label("보통맛", exact=True)).to_be_checked())
        course.page.keyboard.press("Escape")


def fill(course: Course) -> None:
    course.tablet.add("밥", "공깃밥")
    course.strike(lambda: in_cart(course))


def in_cart(course: Course) -> None:
    expect(course.tablet.cart).to_contain_text("공깃밥")
    expect(course.tablet.cart).to_contain_text(f"₩{RICE:,}")
    expect(order_button(course)).to_have_attribute("aria-disabled", "false", timeout=SOON)


def order_button(course: Course) -> Locator:
    return course.tablet.cart.get_by_role("button", name="주문하기")


def ask(course: Course) -> None:
    """The question: a new page has closed it, and sent nothing."""
    order_button(course).click()
    if course.is_new_page:
        course.strike(lambda: in_cart(course))
        expect(course.dialog).to_have_count(0)
    else:
        send = course.dialog.get_by_role("button", name="주문 보내기")
        course.strike(lambda: expect(send).to_have_attribute("aria-disabled", "false"))
        course.dialog.get_by_role("button", name="취소").click()
    assert course.orders() == 0


def be_refused(course: Course) -> None:
    """The server says no: the reason stays until it is read, the cart longer."""
    course.page.route(ORDERS, refuse)
    order_button(course).click()
    course.dialog.get_by_role("button", name="주문 보내기").click()
    said = course.page.get_by_role("alert").filter(has_text="공깃밥")
    expect(said).to_contain_text("품절", timeout=SOON)
    if course.is_new_page:
        course.strike(lambda: in_cart(course))
    else:
        course.strike(lambda: expect(said).to_be_visible())
        course.page.get_by_role("button", name="주문서로").click()
        in_cart(course)
    course.page.unroute_all()
    assert course.orders() == 0


def refuse(route: Route) -> None:
    """As the server does when somebody else took the last portion in the same moment."""
    if route.request.method != "POST":
        route.continue_()
        return
    fault = {"code": "menu_item_sold_out", "detail": "공깃밥은 품절이에요.", "attr": "items.0.menu_item"}
    route.fulfill(status=422, json={"type": "client_error", "errors": [fault]})


def lose_the_answer(course: Course) -> None:
    """The server stored it, and nobody hears so: it is sent again by a person, the same to the letter."""
    course.page.route(ORDERS, store_silently)
    order_button(course).click()
    course.dialog.get_by_role("button", name="주문 보내기").click()
    can_be_sent_again(course)
    course.page.unroute_all()
    course.strike(lambda: can_be_sent_again(course))
    expect(course.dialog).to_contain_text("두 번 주문되지 않아요")
    expect(course.dialog).to_contain_text("공깃밥")
    again(course).click()
    expect(course.page.get_by_text(PLACED)).to_be_visible(timeout=SOON)


def again(course: Course) -> Locator:
    return course.dialog.get_by_role("button", name="다시 보내기")


def can_be_sent_again(course: Course) -> None:
    expect(again(course)).to_have_attribute("aria-disabled", "false", timeout=SOON)


def store_silently(route: Route) -> None:
    if route.request.method == "POST":
        route.fetch()
        route.abort()
    else:
        route.continue_()


def see_the_number(course: Course) -> None:
    """The number is on the screen; on a new page the bill has it."""
    course.page.get_by_role("button", name="계속 보기").click()
    placed = course.page.get_by_text(PLACED)
    course.strike(lambda: bill(course) if course.is_new_page else expect(placed).to_be_visible())
    if not course.is_new_page:
        course.page.get_by_role("button", name="메뉴로").click()
    expect(course.tablet.cart).to_contain_text("담은 메뉴가 없어요")


def bill(course: Course) -> None:
    name = re.compile(rf"주문 내역.*₩{RICE:,}")
    expect(course.page.get_by_role("button", name=name)).to_be_visible(timeout=SOON)


def read_the_history(course: Course) -> None:
    course.page.get_by_role("button", name="주문 내역").click()
    history = course.page.get_by_role("article").filter(has_text="공깃밥")
    expect(history).to_have_count(1)
    course.strike(lambda: bill(course) if course.is_new_page else expect(history).to_have_count(1))
