"""The two screens as a guest and a person use them: by what they read on them."""

import re
from contextlib import suppress

from playwright.sync_api import Error, Locator, Page, expect

from tests.server import Server

START = re.compile("화면을 눌러|Touch to order")
TOUCHES = 10


class Tablet:
    """A guest's tablet."""

    def __init__(self, page: Page, *, table: int) -> None:
        self.page = page
        self.table = table

    def sign_in(self) -> None:
        self.page.get_by_label("매장 코드").fill("demo")
        self.page.get_by_label("테이블 번호").fill(str(self.table))
        self.page.get_by_label("PIN").fill("1234")
        self.page.get_by_role("button", name="연결", exact=True).click()
        self.wake()

    def wake(self) -> None:
        """Touch the idle screen away; where guests are seated it goes by itself."""
        start, menu = self.page.get_by_role("button", name=START), self.page.get_by_role("navigation")
        expect(start.or_(menu).first).to_be_visible()
        for _attempt in range(TOUCHES):
            with suppress(Error):
                if start.is_visible():
                    start.click(timeout=2000)
            with suppress(AssertionError):
                return expect(menu).to_be_visible(timeout=2000)
        raise AssertionError("The tablet does not wake up.")

    def wait_for_worker(self) -> None:
        """Until the service worker is in charge: from then on the tablet opens without a connection."""
        self.page.evaluate(
            """async () => {
              while (!navigator.serviceWorker.controller) await new Promise(resolve => setTimeout(resolve, 50));
            }"""
        )

    def card(self, category: str, dish: str) -> Locator:
        """A dish on the menu, with its category brought into sight."""
        self.page.get_by_role("navigation").get_by_role("button", name=re.compile(f"^{category}")).click()
        return self.page.get_by_role("region", name=category).get_by_role("button", name=dish)

    def add(self, category: str, dish: str, *options: str) -> None:
        """Put a dish into the cart, with the named options; for alcohol, as somebody who is of age."""
        card = self.card(category, dish)
        card.click()
        if card.locator(".card__mark--age").count():
            adult = self.page.get_by_role("button", name="네, 19세 이상이에요")
            expect(adult.or_(self.cart.get_by_role("listitem").filter(has_text=dish)).first).to_be_visible()
            if adult.is_visible():
                adult.click()
        if options:
            sheet = self.page.get_by_role("dialog", name=dish)
            for option in options:
                sheet.get_by_label(option, exact=True).check()
            sheet.get_by_role("button", name="담기").click()

    @property
    def cart(self) -> Locator:
        return self.page.get_by_role("region", name="주문서")

    def order(self) -> None:
        self.cart.get_by_role("button", name="주문하기").click()
        self.page.get_by_role("button", name="주문 보내기").click()
        expect(self.page.get_by_text("주문이 접수됐어요")).to_be_visible()


class Board:
    """The staff board."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def sign_in(self, username: str = "staff") -> None:
        self.page.get_by_label("매장 코드").fill("demo")
        self.page.get_by_label("사용자 이름").fill(username)
        self.page.get_by_label("비밀번호").fill(f"{username}1234")
        self.page.get_by_role("button", name="로그인").click()
        expect(self.page.get_by_role("region", name="테이블")).to_be_visible()

    @property
    def new_orders(self) -> Locator:
        return self.page.get_by_role("region", name="새 주문")

    def card(self, table: int) -> Locator:
        return self.page.get_by_role("button", name=f"테이블 {table} ", exact=False).first


def finish(server: Server, table: int) -> None:
    """Leave the table as it was found."""
    token = server.sign_in_staff()["access"]
    board = server.request("GET", "/staff/board", token=token).json()
    found = next(entry for entry in board["tables"] if entry["number"] == table)
    if found["session"]:
        server.request("POST", f"/staff/tables/{found['id']}/close", {"force": True}, token=token)
