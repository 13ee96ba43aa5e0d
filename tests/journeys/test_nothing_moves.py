"""Nothing moves under a guest's finger while a sheet comes and goes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Tablet, finish
from tests.server import Server

SCREENS = {"landscape": (1280, 800), "upright": (800, 1280), "phone": (390, 844)}
# Chromium counts what moves, apart from the half second after a touch: whoever presses by script, sees all of it.
WATCH = """() => {
  window.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      window.moved.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 120))]);
    }
  }).observe({ type: "layout-shift" });
}"""
TWO_PAINTS = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
NOTHING = 0.001  # of the screen: a badge's words that change their size


@pytest.fixture(params=SCREENS)
def page(server: Server, open_page: OpenPage, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = SCREENS[request.param]
    tablet = Tablet(open_page("/", width=width, height=height), table=7)
    tablet.sign_in()
    tablet.page.set_default_timeout(8000)
    yield tablet.page
    finish(server, 7)


def test_no_sheet_moves_what_is_behind_it(page: Page) -> None:
    page.evaluate(WATCH)
    close = page.get_by_role("dialog").get_by_role("button", name="닫기")
    openers = (
        _button(page, "가려 보기"),
        _button(page, "직원 호출"),
        page.get_by_role("main").get_by_role("listitem").first.get_by_role("button"),
    )
    for opener in openers:
        _change(page, opener, close)
        _change(page, close, opener)
        expect(page.get_by_role("dialog")).to_have_count(0)


def _button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def _change(page: Page, press: Locator, shown: Locator) -> None:
    press.evaluate("(button) => button.click()")
    expect(shown).to_be_visible()
    page.evaluate(TWO_PAINTS)
    assert [entry for entry in page.evaluate("window.moved.splice(0)") if entry[0] > NOTHING] == []
