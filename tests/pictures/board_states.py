"""The board while guests cannot order, before the first shift, and on other screens than the counter's."""

from playwright.sync_api import Browser, expect

from tests.pictures.camera import PHONE, WALL, shoot
from tests.pictures.evening import CLOSED, OPEN
from tests.pictures.studio import Studio
from tests.server import Server

MUST_CHOOSE = "from accounts.models import User; User.objects.filter(username='staff').update(must_change_password=%s)"


def photograph_states(browser: Browser, server: Server, language: str) -> None:
    """In one language."""
    studio = StatesStudio(browser, server, language)
    for take in (studio.closed, studio.first_password, studio.devices):
        take()


class StatesStudio(Studio):
    """One language's pictures."""

    def closed(self) -> None:
        self.server.manage("shell", "-v0", "-c", CLOSED)
        with self.open() as page:
            self.press(page, "소리 없이", "Without sound")
            shoot(page, f"board-closed-{self.language}")
        self.server.manage("shell", "-v0", "-c", OPEN)

    def first_password(self) -> None:
        self.server.manage("shell", "-v0", "-c", MUST_CHOOSE % True)
        context = self.browser.new_context(base_url=self.server.url, viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.goto("/staff")
        if self.language == "en":
            page.get_by_role("button", name="English").click()
        for number, text in enumerate(("demo", "staff", "staff1234")):
            page.get_by_role("textbox").nth(number).fill(text)
        page.keyboard.press("Enter")
        expect(page.get_by_role("textbox")).to_have_count(2)
        shoot(page, f"board-first-password-{self.language}")
        context.close()
        self.server.manage("shell", "-v0", "-c", MUST_CHOOSE % False)

    def devices(self) -> None:
        """A tablet that stands, a wall, a phone."""
        for name, size in (("800x1280", (800, 1280)), ("1920", WALL), ("390x844", PHONE)):
            with self.open(size=size) as page:
                self.press(page, "소리 없이", "Without sound")
                shoot(page, f"board-{name}-{self.language}")
        with self.open(path="/staff/history", size=PHONE) as page:
            shoot(page, f"history-390x844-{self.language}")
        with self.open(path="/staff/kitchen", size=PHONE) as page:
            self.press(page, "소리 없이", "Without sound")
            shoot(page, f"kitchen-390x844-{self.language}")
