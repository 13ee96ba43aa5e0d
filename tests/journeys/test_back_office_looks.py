"""Every page of the back office, on a laptop and on a phone, in both languages: for everybody, and nothing cut off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.looks import hold_to_wcag
from tests.journeys.office import OFF_THE_SIDE, SCREENS, sign_in


def pages_of(page: Page) -> Iterator[str]:
    """Whatever the navigation leads to; of each list also its first row, and the form for a new one."""
    for address in page.locator("#office-nav a").evaluate_all("links => links.map(link => link.pathname)"):
        yield address
        page.goto(address)
        first = page.locator("#result_list tbody th a").first
        new = page.locator(".object-tools a.addlink").first
        further = [link.get_attribute("href") for link in (first, new) if link.count()]
        yield from (href for href in further if href)


@pytest.mark.parametrize(("width", "height"), SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("language", ["ko-KR", "en-US"])
def test_every_page_is_for_everybody(open_page: OpenPage, language: str, width: int, height: int) -> None:
    office = open_page("/admin/login/?next=/admin/password_change/", language=language, width=width, height=height)
    hold_to_wcag(office, "sign-in")
    sign_in(office)
    walked = list(pages_of(office))
    assert len(walked) > 20
    for address in walked:
        office.goto(address)
        hold_to_wcag(office, address)
        assert office.evaluate(OFF_THE_SIDE) <= 0, address


def test_the_navigation_of_a_phone_opens_and_closes(open_page: OpenPage) -> None:
    office = open_page("/admin/login/?next=/admin/menu/menuitem/", width=390, height=844)
    sign_in(office)
    navigation = office.locator("#office-nav")
    expect(navigation).to_be_hidden()
    button = office.locator(".frame__menu")
    button.click()
    expect(navigation).to_be_visible()
    office.keyboard.press("Escape")
    expect(navigation).to_be_hidden()
    expect(button).to_be_focused()
