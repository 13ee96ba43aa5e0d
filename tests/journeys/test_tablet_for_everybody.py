"""The guest's screens at every size and in both languages: readable, large enough to touch, nothing cut off."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.looks import SIZES, hold
from tests.journeys.screens import START, Tablet, finish
from tests.server import Server

TABLE = 8
sizes = pytest.mark.parametrize(("width", "height"), SIZES)


@pytest.fixture
def table(server: Server) -> Iterator[int]:
    yield TABLE
    finish(server, TABLE)


def in_english(page: Page) -> None:
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


@sizes
def test_from_the_idle_screen_to_the_sheet(open_page: OpenPage, table: int, width: int, height: int) -> None:
    page = open_page("/", width=width, height=height)
    expect(page.get_by_role("heading", name="코드로 연결")).to_be_visible()
    hold(page)
    page.get_by_label("매장 코드").fill("demo")
    page.get_by_label("테이블 번호").fill(str(table))
    page.get_by_label("PIN").fill("1234")
    page.get_by_role("button", name="연결", exact=True).click()
    expect(page.get_by_role("button", name=START)).to_be_visible()
    hold(page)
    tablet = Tablet(page, table=table)
    tablet.wake()
    hold(page)
    tablet.card("찌개·탕", "김치찌개").click()
    sheet = page.get_by_role("dialog", name="김치찌개")
    sheet.get_by_label("보통맛", exact=True).check()
    hold(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="가려 보기").click()
    page.get_by_role("dialog").get_by_text("밀", exact=True).click()
    hold(page)
    page.keyboard.press("Escape")
    expect(page.get_by_text("밀 들어 있음").first).to_be_visible()
    hold(page)


@sizes
def test_from_the_cart_to_the_bill_in_english(open_page: OpenPage, table: int, width: int, height: int) -> None:
    page = open_page("/", width=width, height=height)
    tablet = Tablet(page, table=table)
    tablet.sign_in()
    in_english(page)
    page.get_by_role("navigation").get_by_role("button", name="Rice").click()
    page.get_by_role("region", name="Rice").get_by_role("button", name="Steamed rice").click()
    if width < 1024:
        page.get_by_role("button", name=re.compile("Your order")).click()
        hold(page)
    page.get_by_role("button", name="Order", exact=True).last.click()
    expect(page.get_by_role("dialog", name="Place this order?")).to_be_visible()
    hold(page)
    page.get_by_role("button", name="Send order").click()
    expect(page.get_by_role("heading", name="We have your order")).to_be_visible()
    hold(page)
    page.get_by_role("button", name="See your orders").click()
    expect(page.get_by_role("article")).to_be_visible()
    hold(page)
    page.get_by_role("button", name="Call staff").click()
    expect(page.get_by_role("dialog", name="Call staff")).to_be_visible()
    hold(page)


@sizes
def test_in_easy_mode(open_page: OpenPage, table: int, width: int, height: int) -> None:
    page = open_page("/", width=width, height=height)
    tablet = Tablet(page, table=table)
    tablet.sign_in()
    before = page.get_by_role("main").get_by_role("heading").first.evaluate("node => getComputedStyle(node).fontSize")
    page.get_by_role("button", name="큰 글씨").click()
    dishes = page.get_by_role("main").get_by_role("listitem")
    expect(dishes).to_have_count(4)
    after = page.get_by_role("main").get_by_role("heading").first.evaluate("node => getComputedStyle(node).fontSize")
    assert float(after[:-2]) >= 1.25 * float(before[:-2])
    hold(page)
    page.get_by_role("button", name="다음").click()
    expect(page.get_by_text("2 / ")).to_be_visible()
    page.get_by_role("navigation").get_by_role("button", name="음료").click()
    dishes.first.get_by_role("button").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    hold(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="보통 글씨").click()
    expect(page.get_by_role("searchbox")).to_be_visible()


def test_the_staff_menu_stands_behind_the_pin(open_page: OpenPage, table: int) -> None:
    tablet = Tablet(open_page("/"), table=table)
    tablet.sign_in()
    for _ in range(5):
        tablet.page.get_by_role("button", name=f"테이블 {table}").click()
    tablet.page.get_by_label("이 테이블의 PIN").fill("1234")
    hold(tablet.page)
    tablet.page.keyboard.press("Enter")
    expect(tablet.page.get_by_role("button", name="이 태블릿의 연결 끊기")).to_be_visible()
    hold(tablet.page)


def test_a_search_by_first_sounds_finds_the_dish(open_page: OpenPage, table: int) -> None:
    tablet = Tablet(open_page("/"), table=table)
    tablet.sign_in()
    search = tablet.page.get_by_role("searchbox", name="메뉴 찾기")
    search.fill("ㄱㅊㅉㄱ")
    found = tablet.page.get_by_role("main").get_by_role("listitem")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("김치찌개")
    search.fill("피자")
    expect(tablet.page.get_by_role("status").filter(has_text="‘피자’ 메뉴가 없어요")).to_be_visible()
    hold(tablet.page)
    tablet.page.get_by_role("button", name="찾기 지우기").click()
    expect(tablet.page.get_by_role("region", name="구이·볶음")).to_be_visible()


def test_the_rail_follows_the_scroll(open_page: OpenPage, table: int) -> None:
    tablet = Tablet(open_page("/"), table=table)
    tablet.sign_in()
    tablet.page.get_by_role("region", name="후식").scroll_into_view_if_needed()
    tablet.page.locator(".menu__list").hover()
    tablet.page.mouse.wheel(0, 20_000)
    expect(tablet.page.get_by_role("navigation").locator("[aria-current]")).to_have_text("후식")
