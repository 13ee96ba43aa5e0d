"""The staff board for docs/screens: every screen and state, in both languages."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from tests.pictures.board_states import photograph_states
from tests.pictures.camera import COUNTER, LOCALES, SMALL, WALL, answer, board, shoot
from tests.pictures.evening import fill, furnish
from tests.pictures.studio import Studio
from tests.server import Server


def photograph_board(browser: Browser, server: Server) -> None:
    """An empty house, then a busy evening."""
    furnish(server)
    for language in LOCALES:
        with board(browser, server, language) as page:
            shoot(page, f"board-empty-{language}")
    fill(server)
    for language in LOCALES:
        BoardStudio(browser, server, language).photograph()
        photograph_states(browser, server, language)


class BoardStudio(Studio):
    """One language's pictures of every screen."""

    def photograph(self) -> None:
        """Everything."""
        for take in (
            self.sign_in,
            self.boards,
            self.queue,
            self.drawer,
            self.guests,
            self.dialogs,
            self.lost,
            self.kitchen,
            self.history,
            self.paper,
        ):
            take()

    def sign_in(self) -> None:
        context = self.browser.new_context(base_url=self.server.url, viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.goto("/staff")
        if self.language == "en":
            page.get_by_role("button", name="English").click()
        shoot(page, f"board-signin-{self.language}")
        context.close()

    def boards(self) -> None:
        for size, scheme, name in (
            (COUNTER, "light", "board"),
            (COUNTER, "dark", "board-dark"),
            (SMALL, "light", "board-1024"),
        ):
            with self.open(size=size, scheme=scheme) as page:
                if name == "board":
                    shoot(page, f"board-start-shift-{self.language}")
                self.press(page, "소리 없이", "Without sound")
                shoot(page, f"{name}-{self.language}")
                self.press(page, "배치도", "Floor plan")
                shoot(page, f"{name.replace('board', 'board-plan')}-{self.language}")

    def queue(self) -> None:
        with self.open() as page:
            self.press(page, "소리 없이", "Without sound")
            page.get_by_role("button", name=self.word("조리", "Cooking")).first.click()
            shoot(page, f"board-filter-{self.language}")
            self.press(page, "모두 보기", "Show all")
            page.get_by_role("button", name=self.word("조리 시작", "Start preparing")).last.click()
            expect(page.get_by_role("button", name=self.word("되돌리기", "Undo")).first).to_be_visible()
            page.wait_for_timeout(800)
            shoot(page, f"board-undo-{self.language}")
            page.get_by_role("button", name=self.word("되돌리기", "Undo")).first.click()
            page.wait_for_timeout(1200)
            page.get_by_role("searchbox").fill("7")
            shoot(page, f"board-search-{self.language}")

    def drawer(self) -> None:
        with self.open() as page:
            self.press(page, "소리 없이", "Without sound")
            self.table(page, 7)
            shoot(page, f"drawer-{self.language}")
            self.press(page, "주문 추가", "Add order")
            page.get_by_role("dialog").get_by_role("button", name=self.word("김치찌개", "Kimchi stew")).click()
            page.get_by_role("searchbox").last.fill("ㄱㄱㅂ")
            page.get_by_role("dialog").get_by_role("button", name=self.word("공깃밥", "Steamed rice")).click()
            page.get_by_role("searchbox").last.fill("")
            shoot(page, f"drawer-order-{self.language}")
            self.press(page, "지난 이용", "Past sessions")
            shoot(page, f"drawer-history-{self.language}")
            self.press(page, "태블릿", "Tablets")
            self.press(page, "새 연결 코드", "New pairing code")
            shoot(page, f"drawer-tablets-{self.language}")
            page.keyboard.press("Escape")
            self.table(page, 3)
            shoot(page, f"drawer-seat-{self.language}")

    def guests(self) -> None:
        with self.open() as page:
            self.press(page, "소리 없이", "Without sound")
            self.table(page, 7)
            self.press(page, "이동·합석", "Move or merge")
            for number, name in ((3, "move"), (12, "merge")):
                page.get_by_role("dialog").last.get_by_role(
                    "button", name=f"{self.word('테이블', 'Table')} {number} "
                ).click()
                shoot(page, f"drawer-{name}-{self.language}")
            page.keyboard.press("Escape")
            self.press(page, "이용 완료", "Finish table")
            shoot(page, f"drawer-finish-{self.language}")
            page.keyboard.press("Escape")
            page.get_by_role("dialog").get_by_role("button", name=self.word("취소", "Cancel"), exact=True).first.click()
            shoot(page, f"board-cancel-{self.language}")

    def dialogs(self) -> None:
        with self.open() as page:
            self.press(page, "소리 없이", "Without sound")
            page.keyboard.press("m")
            page.get_by_role("dialog").get_by_role("button", name=self.word("재고", "Stock")).nth(1).click()
            shoot(page, f"board-stock-{self.language}")
            page.keyboard.press("Escape")
            page.keyboard.press("?")
            shoot(page, f"board-shortcuts-{self.language}")
            page.keyboard.press("Escape")
            self.press(page, "메뉴", "Menu")
            shoot(page, f"board-menu-{self.language}")
            self.press(page, "다시 받을 때까지", "until resumed")
            expect(page.get_by_role("dialog")).to_have_count(0)
            shoot(page, f"board-paused-{self.language}")
            self.press(page, "주문 다시 받기", "Resume ordering")
            page.wait_for_timeout(500)
            self.press(page, "메뉴", "Menu")
            self.press(page, "20분 동안", "for 20 min")
            expect(page.get_by_role("dialog")).to_have_count(0)
            shoot(page, f"board-paused-until-{self.language}")
            self.press(page, "주문 다시 받기", "Resume ordering")
            page.wait_for_timeout(500)

    def lost(self) -> None:
        with self.open() as page:
            self.press(page, "소리 없이", "Without sound")
            # The device's own network goes, and the stream with it.
            page.route("**/api/v1/**", lambda route: route.abort())
            self.server.kill()
            expect(page.get_by_role("alert")).to_be_visible(timeout=20_000)
            shoot(page, f"board-lost-{self.language}")
            self.server.start()
        context = self.browser.new_context(base_url=self.server.url, viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.goto("/staff")
        page.route("**/api/v1/staff/board", lambda _route: None)
        answer(page)
        shoot(page, f"board-loading-{self.language}")
        context.close()

    def kitchen(self) -> None:
        with self.open(path="/staff/kitchen", size=WALL) as page:
            self.press(page, "소리 없이", "Without sound")
            page.get_by_role("article").nth(1).get_by_role("listitem").first.get_by_role("button").click()
            expect(page.locator("[aria-pressed=true] .ticket__tick").first).to_be_visible()
            cancelled = self.cancel(page)
            shoot(page, f"kitchen-{self.language}")
            page.keyboard.press("u")
            shoot(page, f"kitchen-undo-{self.language}")
            page.get_by_role("dialog").get_by_role("button", name=self.word("되돌리기", "Undo"), exact=True).click()
            expect(page.locator("[aria-pressed=true] .ticket__tick")).to_have_count(0)
            page.keyboard.press("Escape")
            self.press(page, "바", "바")
            shoot(page, f"kitchen-station-{self.language}")
            self.press(page, "전체", "All")
            self.server.kill()
            expect(page.get_by_role("alert")).to_be_visible(timeout=20_000)
            shoot(page, f"kitchen-lost-{self.language}")
            self.server.start()
        cancelled()

    def cancel(self, page: Page) -> Callable[[], str]:
        """Cancel the newest order while the kitchen looks; what is returned takes that back."""
        staff = self.server.sign_in_staff()["access"]
        order = self.server.request("GET", "/staff/orders?status=pending", token=staff).json()["results"][0]
        reason = {"reason": "손님 요청"}
        self.server.request("POST", f"/staff/orders/{order['id']}/cancel", reason, token=staff)
        expect(page.get_by_text("손님 요청")).to_be_visible()
        restored = "status='pending', cancelled_at=None, cancel_reason=''"
        code = f"from orders.models import Order; Order.objects.filter(pk='{order['id']}').update({restored})"
        return lambda: self.server.manage("shell", "-v0", "-c", code)

    def history(self) -> None:
        with self.open(path="/staff/history") as page:
            done = page.get_by_role("row").filter(has_text=self.word("완료", "Completed")).first
            done.get_by_role("button").click()
            expect(page.locator("ul.orders__times")).to_be_visible()
            shoot(page, f"history-{self.language}")
            page.goto("/staff/history?range=custom&from=2020-01-01&to=2020-01-31")
            page.wait_for_timeout(500)
            shoot(page, f"history-empty-{self.language}")

    def paper(self) -> None:
        with self.open() as page:
            self.table(page, 15)
            page.emulate_media(media="print")
            for name, words in (
                ("bill", ("계산서 인쇄", "Print the bill")),
                ("ticket", ("주문서 인쇄", "Print the ticket")),
            ):
                page.emulate_media(media="screen")
                self.press(page, *words, first=True)
                expect(page.locator(".paper")).to_have_count(1)
                page.emulate_media(media="print")
                shoot(page, f"paper-{name}-{self.language}", ".paper")
                page.evaluate("window.dispatchEvent(new Event('afterprint'))")
