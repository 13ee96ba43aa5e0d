"""The board while guests cannot order: outside the hours, and during a pause."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.boards import Counter, judge
from tests.journeys.conftest import OpenPage
from tests.pictures.evening import CLOSED, OPEN
from tests.server import Server

BEYOND = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def closed(server: Server) -> Iterator[None]:
    server.manage("shell", "-v0", "-c", CLOSED)
    yield
    server.manage("shell", "-v0", "-c", OPEN)


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize(("width", "height", "language"), [(1280, 800, "ko"), (390, 844, "en")])
def test_staff_are_told_why_and_until_when_and_can_go_on_ordering(
    open_page: OpenPage, server: Server, width: int, height: int, language: str
) -> None:
    board = Counter(open_page("/staff", width=width, height=height))
    board.start("manager")
    page = board.page
    if language == "en":
        page.get_by_role("button", name="English").click()
    closed, paused, resume = {
        "ko": ("지금은 영업 시간이 아니에요", "주문을 받지 않고 있어요", "주문 다시 받기"),
        "en": ("Outside the opening hours", "Ordering is paused", "Resume ordering"),
    }[language]
    expect(page.get_by_text(closed)).to_be_visible()
    token = server.sign_in_staff("manager")["access"]
    pause = {"accepting_orders": False, "resume_after_minutes": 20}
    assert server.request("PATCH", "/staff/store", pause, token=token).status == 200
    expect(page.get_by_text(paused)).to_be_visible()
    judge(page)
    assert page.evaluate(BEYOND) <= 0
    page.get_by_role("button", name=resume).click()
    expect(page.get_by_text(paused)).to_have_count(0)
