"""A tablet that stands on its table all day does not grow."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import START, Tablet, finish
from tests.server import Server

TABLE = 10
SESSIONS = 200
FIRST_ONES = 20  # until all that is kept once is there
ORDER_EVERY = 10
THANKS = 6_000  # milliseconds after which the idle screen is back


@pytest.fixture
def tablet(server: Server, open_page: OpenPage) -> Iterator[Tablet]:
    tablet = Tablet(open_page("about:blank"), table=TABLE)
    tablet.page.clock.install()
    tablet.page.goto("/")
    tablet.sign_in()
    yield tablet
    finish(server, TABLE)


def measured(devtools: CDPSession) -> dict[str, float]:
    """What is left after the browser has thrown away all that it can."""
    for _ in range(3):
        devtools.send("HeapProfiler.collectGarbage")
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return {metric["name"]: metric["value"] for metric in metrics}


def visit(server: Server, staff: str, table: str, tablet: Tablet, *, orders: bool) -> None:
    """Guests are seated, fill a cart, now and then change what can be changed and order, and leave."""
    page = tablet.page
    server.request("POST", f"/staff/tables/{table}/open", {"guests": 2}, token=staff)
    expect(page.get_by_role("navigation")).to_be_visible()
    if orders:
        page.get_by_role("button", name="English").click()
        page.get_by_role("button", name="Large type").click()
        page.get_by_role("button", name="Usual type").click()
        page.get_by_role("button", name="한국어").click()
    tablet.add("밥", "공깃밥")
    if orders:
        tablet.order()
    server.request("POST", f"/staff/tables/{table}/close", {"force": True}, token=staff)
    expect(page.get_by_text("이용해 주셔서 감사합니다")).to_be_visible()
    page.clock.fast_forward(THANKS)
    expect(page.get_by_role("button", name=START)).to_be_visible()


@pytest.mark.timeout(600)
def test_two_hundred_sessions_leave_nothing_behind(server: Server, tablet: Tablet) -> None:
    staff = server.sign_in_staff()["access"]
    tables = server.request("GET", "/staff/board", token=staff).json()["tables"]
    table = next(entry["id"] for entry in tables if entry["number"] == TABLE)
    devtools = devtools_of(tablet.page)
    before: dict[str, float] = {}
    for number in range(SESSIONS):
        if number == FIRST_ONES:
            before = measured(devtools)
        visit(server, staff, table, tablet, orders=number % ORDER_EVERY == 0)
    after = measured(devtools)
    # A slide of the idle screen more or less, and nothing that adds up: 180 leaks of anything would show.
    assert after["JSEventListeners"] <= before["JSEventListeners"] + 20, (before, after)
    assert after["Nodes"] <= before["Nodes"] + 150, (before, after)
    assert after["JSHeapUsedSize"] <= before["JSHeapUsedSize"] + 1_000_000, (before, after)


def devtools_of(page: Page) -> CDPSession:
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")
    return devtools
