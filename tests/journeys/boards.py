"""The board as its staff use it: drawer, kitchen, and what every one of its screens is held against."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.looks import BOARD_TARGET, hold_accessible, hold_targets
from tests.journeys.screens import Board
from tests.server import Server

STILL = """async () => {
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  const ending = document.getAnimations().filter(one => Number.isFinite(one.effect.getComputedTiming().endTime));
  await Promise.allSettled(ending.map(one => one.finished));
}"""


class Counter(Board):
    """A board with its sound question answered."""

    def sign_in_to(self, role: str, username: str = "staff") -> None:
        """Sign in at a page that is not the board itself."""
        for label, text in (("매장 코드", "demo"), ("사용자 이름", username), ("비밀번호", f"{username}1234")):
            self.page.get_by_label(label).fill(text)
        self.page.get_by_role("button", name="로그인").click()
        expect(self.page.get_by_role(role)).to_be_visible()  # type: ignore[arg-type] # an ARIA role

    def start(self, username: str = "staff") -> None:
        self.sign_in(username)
        self.page.get_by_role("button", name="소리 없이").click()

    def table(self, number: int) -> Locator:
        name = re.compile(rf"^테이블 {number}\b")
        return self.page.get_by_role("region", name="테이블").get_by_role("button", name=name)

    def open(self, number: int) -> Locator:
        """The table's drawer."""
        self.table(number).click()
        return self.drawer(number)

    def drawer(self, number: int) -> Locator:
        return self.page.get_by_role("dialog", name=re.compile(rf"^테이블 {number}\b"))

    def order(self, table: int) -> Locator:
        return self.new_orders.get_by_role("article").filter(has=self.page.get_by_text(f"테이블 {table}", exact=True))


def judge(page: Page, *schemes: str) -> None:
    """Hold what is on the screen now against WCAG, by day and by night, and the smallest touch target."""
    for scheme in schemes or ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # light or dark
        page.evaluate(STILL)  # colours change over some frames
        hold_accessible(page, scheme)
    page.emulate_media(color_scheme="light")
    hold_targets(page, BOARD_TARGET)


def order(server: Server, table: int, *dishes: str) -> None:
    """Staff order dishes without options for a table, as another board would."""
    token = server.sign_in_staff("manager")["access"]
    menu = server.request("GET", "/staff/menu", token=token).json()
    items = [item for category in menu["categories"] for item in category["items"]]
    chosen = [next(item for item in items if item["name"]["ko"] == dish) for dish in dishes]
    lines = [{"menu_item": item["id"], "quantity": 1, "options": []} for item in chosen]
    board = server.request("GET", "/staff/board", token=token).json()
    found = next(entry for entry in board["tables"] if entry["number"] == table)
    body = {"table": found["id"], "items": lines}
    key = f"{table} {board['last_event_id']}"
    answer = server.request("POST", "/staff/orders", body, token=token, Idempotency_Key=key)
    assert answer.status == 201, answer.body


def expect_live(page: Page) -> None:
    expect(page.locator(".connection--live")).to_be_visible()
