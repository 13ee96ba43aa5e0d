"""A page at 200 % is a page on half the screen: nothing runs out of it sideways, in either language."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import START, Tablet, finish
from tests.server import Server

TABLE = 8
HALF = {"width": 640, "height": 400}

# Whatever can be read or touched and sticks out of the screen, but for what scrolls by itself.
OUTSIDE = """[...document.querySelectorAll('button, a, input, h1, h2, p, strong')]
  .filter(each => each.checkVisibility() && !each.closest('nav, .visually-hidden'))
  .filter(each => { const {left, right, width} = each.getBoundingClientRect();
                    return width > 1 && (left < -1 || right > innerWidth + 1); })
  .map(each => each.outerHTML.slice(0, 160))"""


@pytest.fixture
def table(server: Server) -> Iterator[int]:
    yield TABLE
    finish(server, TABLE)


def fits(page: Page) -> None:
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("language", ["한국어", "English"])
def test_the_tablet_fits(open_page: OpenPage, table: int, language: str) -> None:
    page = open_page("/", **HALF)
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    tablet = Tablet(page, table=table)
    fits(page)
    tablet.sign_in()
    if language == "English":
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("button", name="한국어")).to_be_visible()
    fits(page)
    page.get_by_role("main").get_by_role("listitem").get_by_role("button").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    fits(page)
    page.keyboard.press("Escape")
    assert [url for url in requested if "staff" in url] == []


def test_the_invitation_fits(open_page: OpenPage, table: int) -> None:
    page = open_page("/", **HALF)
    Tablet(page, table=table).sign_in()
    page.reload()
    expect(page.get_by_role("button", name=START)).to_be_visible()
    fits(page)
