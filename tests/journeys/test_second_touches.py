"""A sheet comes a paint after the touch, and what it adds is there a paint before it goes: no touch counts twice."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Tablet, finish
from tests.server import Server

TWICE = "async (button) => { button.click(); await null; await null; button.click(); }"


@pytest.fixture
def tablet(server: Server, open_page: OpenPage) -> Iterator[Tablet]:
    tablet = Tablet(open_page("/", touch=True), table=8)
    tablet.sign_in()
    yield tablet
    finish(server, 8)


def test_two_touches_on_a_dish_open_one_sheet_and_two_on_its_button_add_it_once(tablet: Tablet) -> None:
    card = tablet.page.locator(".card", has_text="불고기").first
    card.evaluate(TWICE)
    sheet = tablet.page.get_by_role("dialog")
    expect(sheet).to_have_count(1)
    for group in sheet.get_by_role("group").all():
        if group.get_by_role("radio").count():
            group.get_by_role("radio").first.check()
    sheet.get_by_role("button", name=re.compile("담기")).evaluate(TWICE)
    expect(sheet).to_have_count(0)
    expect(tablet.cart.get_by_role("listitem")).to_have_count(1)
    expect(tablet.cart.get_by_role("listitem").get_by_role("group")).to_contain_text("1")


def test_a_touch_on_the_page_behind_counts_as_soon_as_the_sheet_is_closed(tablet: Tablet) -> None:
    page = tablet.page
    page.get_by_role("button", name="가려 보기").click()
    close = page.get_by_role("dialog").get_by_role("button", name="닫기")
    far = page.get_by_role("navigation").get_by_role("button").last
    box = far.bounding_box()
    assert box
    close.evaluate("(button) => button.click()")
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(far).to_have_attribute("aria-current", "true")


def test_the_keyboard_comes_back_to_where_it_was(tablet: Tablet) -> None:
    page = tablet.page
    for opener in (page.get_by_role("button", name="가려 보기"), page.get_by_role("button", name="직원 호출")):
        opener.focus()
        page.keyboard.press("Enter")
        _expect_focus_in_dialog(page)
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(opener).to_be_focused()


def test_the_button_for_large_type_keeps_the_keyboard(tablet: Tablet) -> None:
    page = tablet.page
    page.get_by_role("button", name="큰 글씨").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="보통 글씨")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="큰 글씨")).to_be_focused()


def _expect_focus_in_dialog(page: Page) -> None:
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator("dialog :focus, dialog:focus")).to_have_count(1)
