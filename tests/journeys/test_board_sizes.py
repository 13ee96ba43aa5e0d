"""Twenty-four tables on one screen, and every page of the board on everything from a wall to a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.boards import Counter
from tests.journeys.conftest import OpenPage
from tests.journeys.looks import BOARD_TARGET, hold_targets
from tests.pictures.evening import fill, furnish
from tests.server import Server, running_server

WIDE = [(1920, 1080), (1280, 800), (1024, 768), (800, 1280)]
BEYOND = "document.documentElement.scrollWidth - innerWidth"
OVERFLOW = "[...document.querySelectorAll('.board__tables, .table-card')].map(it => it.scrollHeight - it.clientHeight)"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A house of 24 tables on a busy evening."""
    with running_server(tmp_path_factory.mktemp("house")) as server:
        furnish(server)
        fill(server)
        yield server


def start(page: Page, language: str) -> Counter:
    board = Counter(page)
    board.sign_in()
    if language == "en":
        page.get_by_role("button", name="English").click()
    return board


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("width", "height"), WIDE)
def test_all_tables_are_seen_at_once_also_while_the_shift_is_not_started(
    open_page: OpenPage, width: int, height: int, language: str
) -> None:
    page = start(open_page("/staff", width=width, height=height), language).page
    cards = page.locator(".table-grid .table-card")
    expect(cards).to_have_count(24)
    expect(cards.last).to_be_in_viewport(ratio=1)
    assert max(page.evaluate(OVERFLOW)) <= 0
    assert page.locator(".table-card__line").first.is_visible()
    page.locator(".shift .button").first.click()
    assert max(page.evaluate(OVERFLOW)) <= 0


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("width", "height"), [*WIDE, (390, 844)])
def test_no_page_is_wider_than_its_screen_or_smaller_than_a_finger(
    open_page: OpenPage, width: int, height: int, language: str
) -> None:
    page = start(open_page("/staff", width=width, height=height), language).page
    for path in ("/staff", "/staff/kitchen", "/staff/history"):
        page.goto(path)
        expect(
            page.get_by_role("article").or_(page.get_by_role("table")).or_(page.locator(".table-card")).first
        ).to_be_visible()
        assert page.evaluate(BEYOND) <= 0
        hold_targets(page, BOARD_TARGET)
