"""A manager arranges the menu, changes its prices and its pictures, and an open tablet follows."""

import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.looks import hold_to_wcag
from tests.journeys.office import OFF_THE_SIDE, sign_in
from tests.journeys.screens import Tablet
from tests.server import Server

DESSERTS = ["팥빙수", "씨앗호떡", "약과 아이스크림"]


@pytest.fixture
def server(own_server: Server) -> Server:
    """Whose menu is left changed."""
    return own_server


@pytest.fixture
def tablet(open_page: OpenPage) -> Tablet:
    opened = Tablet(open_page("/"), table=6)
    opened.sign_in()
    expect(opened.card("후식", "팥빙수")).to_be_visible()
    return opened


def desserts_on(tablet: Tablet) -> Locator:
    return tablet.page.get_by_role("region", name="후식").locator(".card__name")


def desserts_in_the_office(open_page: OpenPage, **screen: Any) -> Page:
    office = open_page("/admin/login/?next=/admin/menu/category/", **screen)
    sign_in(office)
    office.get_by_role("row").filter(has_text="후식").get_by_role("link", name=re.compile("메뉴 3개")).click()
    expect(office.locator(".field-dish")).to_have_count(3)
    return office


def drag(office: Page, row: int, onto: int) -> None:
    """By the row's handle, past the middle of another row."""
    rows = office.locator("#result_list tbody tr")
    start, end = rows.nth(row).locator(".place__handle").bounding_box(), rows.nth(onto).bounding_box()
    assert start
    assert end
    across = start["x"] + start["width"] / 2
    office.mouse.move(across, start["y"] + start["height"] / 2)
    office.mouse.down()
    office.mouse.move(across, end["y"] + end["height"] * (0.9 if onto > row else 0.1), steps=12)
    office.mouse.up()


def test_a_drop_is_on_the_tablet_and_so_is_a_step_by_keyboard_or_button(open_page: OpenPage, tablet: Tablet) -> None:
    office = desserts_in_the_office(open_page)
    ice, pancake, cookie = DESSERTS
    drag(office, 2, onto=0)
    expect(desserts_on(tablet)).to_have_text([cookie, ice, pancake])
    drag(office, 0, onto=1)
    expect(desserts_on(tablet)).to_have_text([ice, cookie, pancake])
    office.locator(".place__handle").nth(2).press("ArrowUp")
    expect(desserts_on(tablet)).to_have_text([ice, pancake, cookie])
    office.locator(".place__down").first.click()
    expect(desserts_on(tablet)).to_have_text([pancake, ice, cookie])
    office.reload()
    expect(office.locator(".field-dish a")).to_have_text([re.compile(name) for name in (pancake, ice, cookie)])


def test_prices_are_seen_before_they_are_on_the_tablet(open_page: OpenPage, tablet: Tablet) -> None:
    office = desserts_in_the_office(open_page, width=390, height=844)
    hold_to_wcag(office, "list")
    for box in office.locator(".action-select").all():
        box.check()
    office.locator("[name=action]").select_option("change_prices")
    office.locator(".actions button").first.click()
    office.locator("[name=by]").fill("5")
    office.locator("[name=step]").select_option("100")
    office.locator("[name=preview]").click()
    expect(office.locator(".prices strong")).to_have_text(["₩12,600", "₩5,300", "₩7,400"])
    hold_to_wcag(office, "preview")
    assert office.evaluate(OFF_THE_SIDE) <= 0
    expect(tablet.card("후식", "팥빙수")).to_contain_text("₩12,000")
    office.locator("[name=apply]").click()
    expect(tablet.card("후식", "팥빙수")).to_contain_text("₩12,600")
    expect(office.locator(".messagelist")).to_contain_text("3")


def test_a_picture_is_seen_before_it_is_sent_and_then_by_guests(
    open_page: OpenPage, tablet: Tablet, tmp_path: Path
) -> None:
    photograph = tmp_path / "ice.jpg"
    Image.new("RGB", (1600, 1600), "pink").save(photograph)
    office = desserts_in_the_office(open_page)
    office.get_by_role("link", name=re.compile("팥빙수")).click()
    office.get_by_role("tab", name=re.compile("영어")).first.click()
    expect(office.locator("[name=name_en]")).to_be_visible()
    expect(office.locator("[name=description_en]")).to_be_visible()
    expect(office.locator("[name=name_ko]")).to_be_hidden()
    office.locator("[name=name_en]").fill("")
    expect(office.get_by_role("tab", name=re.compile("영어 \\(없음\\)"))).to_have_count(1)
    office.locator("[name=image]").set_input_files(photograph)
    expect(office.locator(".picture-input canvas")).to_be_visible()
    hold_to_wcag(office, "form")
    office.locator("[name=_continue]").click()
    expect(office.locator(".picture-input img")).to_have_attribute("src", re.compile("-small.webp$"))
    picture = tablet.card("후식", "팥빙수").locator("img")
    expect(picture).to_have_attribute("src", re.compile("-small.webp$"))

    office.goto(office.locator(".object-tools a[href$='/preview/']").get_attribute("href") or "")
    sheet = office.get_by_role("region", name=re.compile("눌렀을 때|When touched"))
    expect(sheet.locator("img")).to_have_attribute("src", re.compile("-large.webp$"))
    hold_to_wcag(office, "as a guest sees it")
    office.get_by_role("button", name="English").click()
    expect(sheet.get_by_role("button", name="Add ₩12,000")).to_be_visible()


def test_options_are_dragged_into_order_and_saved_with_their_group(open_page: OpenPage) -> None:
    office = open_page("/admin/login/?next=/admin/menu/optiongroup/")
    sign_in(office)
    office.get_by_role("link", name="맵기").click()
    rows = office.locator("#options-group tr.dynamic-options")
    expect(rows).not_to_have_count(0)
    before = [row.locator("input[name$=name_ko]").input_value() for row in rows.all()]
    rows.nth(0).locator(".place__down").click()
    office.locator("#options-group .add-row a").click()
    expect(rows).to_have_count(len(before) + 1)
    office.locator("[name=_continue]").click()
    expect(office.locator(".messagelist")).to_be_visible()
    expect(rows).not_to_have_count(0)
    after = [row.locator("input[name$=name_ko]").input_value() for row in rows.all()]
    assert after == [before[1], before[0], *before[2:]]
