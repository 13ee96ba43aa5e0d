"""A manager sets when guests can order; open tablets say so at once, and the server keeps to it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, expect

from tests.hours import business_day
from tests.journeys.conftest import OpenOffice, OpenPage
from tests.journeys.office import Office, answer_to_order
from tests.journeys.screens import Tablet
from tests.server import Server

TABLE = 3
DAY = timedelta(days=1)
CLOSED, PAUSED = "지금은 주문 시간이 아니에요", "지금은 주문을 받지 않아요"
# Of the half of the day in which the test is not run.
MORNING, EVENING = (("05:30", "08:00"), ("09:00", "11:30")), (("13:00", "17:00"), ("18:00", "23:00"))


@pytest.fixture(scope="module")
def server(module_server: Server) -> Server:
    """Whose hours are changed."""
    return module_server


@pytest.fixture
def tablet(open_page: OpenPage) -> Tablet:
    opened = Tablet(open_page("/"), table=TABLE)
    opened.sign_in()
    return opened


@pytest.fixture
def office(open_office: OpenOffice) -> Iterator[Office]:
    """On the store's page; afterwards the store is always open again."""
    opened = open_office("/admin/")
    opened.go("매장")
    yield opened
    opened.go("매장")
    resume = opened.page.get_by_role("button", name="주문 다시 받기")
    if resume.count():
        resume.click()
    take_away(opened.page.locator("[data-hours]"))
    opened.save()


def bar(tablet: Tablet) -> Locator:
    """Under its header, what all its screens must know."""
    return tablet.page.locator(".screens__bars")


def is_morning() -> bool:
    return datetime.now(ZoneInfo("Asia/Seoul")).hour < 12


def add_hours(group: Locator, opens: str, closes: str, last_order: str = "0") -> None:
    group.get_by_role("button", name="시간 추가").click()
    window = group.locator("[data-window]:visible").last
    window.locator("[name$=-opens]").fill(opens)
    window.locator("[name$=-closes]").fill(closes)
    window.locator("[name$=-last_order_minutes]").fill(last_order)


def take_away(hours: Locator) -> None:
    """Every row of hours in there."""
    buttons = hours.locator("[data-remove]:visible")
    while buttons.count():
        buttons.last.click()


def test_hours_of_the_week_close_and_open_the_tablets(server: Server, office: Office, tablet: Tablet) -> None:
    monday = office.page.get_by_role("group", name="월요일", exact=True)
    for opens, closes in EVENING if is_morning() else MORNING:
        add_hours(monday, opens, closes, "30")
    monday.get_by_role("button", name="모든 요일에 복사").click()
    expect(office.page.locator("[data-day] [data-window]:visible")).to_have_count(14)
    office.save()
    expect(bar(tablet).get_by_text(CLOSED)).to_be_visible()
    assert answer_to_order(server, TABLE) == (409, "store_closed")

    take_away(office.page.locator("[data-hours]").first)
    add_hours(monday, "00:00", "00:00")
    monday.get_by_role("button", name="모든 요일에 복사").click()
    office.save()
    expect(bar(tablet).get_by_text(CLOSED)).to_have_count(0)
    assert answer_to_order(server, TABLE) == 201


def test_a_holiday_closes_the_tablets(server: Server, office: Office, tablet: Tablet) -> None:
    holiday = office.page.locator("[data-day='']")
    holiday.get_by_role("button", name="날짜 추가").click()
    row = holiday.locator("[data-window]:visible").last
    # Yesterday too, for an open day takes orders some minutes after its end; and tomorrow: this one may end meanwhile.
    for field, day in (("first_date", business_day() - DAY), ("last_date", business_day() + DAY)):
        row.locator(f"[name$=-{field}]").fill(f"{day:%Y-%m-%d}")
    row.locator("[name$=-name]").fill("설날")
    office.save()
    expect(bar(tablet).get_by_text(CLOSED)).to_be_visible()
    assert answer_to_order(server, TABLE) == (409, "store_closed")


def test_a_pause_has_an_end_and_can_be_ended_before(server: Server, office: Office, tablet: Tablet) -> None:
    office.press("20분")
    office.was_told("주문을 받지 않아요")
    expect(bar(tablet).get_by_text(PAUSED)).to_contain_text("부터 다시 주문할 수 있어요")
    assert answer_to_order(server, TABLE) == (409, "store_paused")
    office.press("주문 다시 받기")
    office.was_told()
    expect(bar(tablet).get_by_text(PAUSED)).to_have_count(0)
    assert answer_to_order(server, TABLE) == 201


def test_the_business_day_begins_when_the_manager_says(office: Office) -> None:
    begins = office.page.locator("[name=business_day_start]")
    begins.fill("06:30")
    office.save("영업일")
    office.go("일 마감 보고서")
    expect(office.page.locator(".day-end header")).to_contain_text("06:30")
    office.go("매장")
    begins.fill("05:00")
    office.save()
