"""What every series of the board's pictures works with."""

from typing import Any

from playwright.sync_api import Browser, Page

from tests.pictures.camera import board
from tests.server import Server


class Studio:
    """One language's pictures."""

    def __init__(self, browser: Browser, server: Server, language: str) -> None:
        self.browser = browser
        self.server = server
        self.language = language

    def word(self, korean: str, english: str) -> str:
        return korean if self.language == "ko" else english

    def open(self, **options: Any) -> Any:
        return board(self.browser, self.server, self.language, **options)

    def press(self, page: Page, korean: str, english: str, *, first: bool = False) -> None:
        button = page.get_by_role("button", name=self.word(korean, english), exact=True)
        (button.first if first else button).click()

    def table(self, page: Page, number: int) -> None:
        name = f"{self.word('테이블', 'Table')} {number} "
        page.get_by_role("main").get_by_role("button", name=name).first.click()
