"""What changes while the guest looks: said at once, line by line, and never a dead button without a reason."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.looks import hold
from tests.journeys.screens import Tablet, finish
from tests.server import Server

TABLE = 11


@pytest.fixture
def tablet(server: Server, open_page: OpenPage) -> Iterator[Tablet]:
    tablet = Tablet(open_page("/"), table=TABLE)
    tablet.sign_in()
    yield tablet
    finish(server, TABLE)


@pytest.fixture
def rice(server: Server) -> Iterator[dict[str, Any]]:
    """Steamed rice, as it was again afterwards."""
    menu = server.request("GET", "/menu", token=server.sign_in_table(TABLE)["access"]).json()
    items = [item for category in menu["categories"] for item in category["items"]]
    found = next(item for item in items if item["name"]["ko"] == "공깃밥")
    yield found
    change(server, found, status="on_sale", remaining=None)


def change(server: Server, item: dict[str, Any], **changes: Any) -> None:
    staff = server.sign_in_staff("manager")["access"]
    assert server.request("PATCH", f"/staff/menu-items/{item['id']}", changes, token=staff).status == 200


def test_a_new_price_is_accepted_by_the_guest(
    server: Server, open_page: OpenPage, tablet: Tablet, rice: dict[str, Any]
) -> None:
    tablet.add("밥", "공깃밥")
    office = open_page(f"/admin/login/?next=/admin/menu/menuitem/{rice['id']}/change/")
    office.locator("[name=username]").fill("manager")
    office.locator("[name=password]").fill("manager1234")
    office.keyboard.press("Enter")
    office.locator("[name=price]").fill(str(rice["price"] + 500))
    office.locator("[name=_save]").first.click()
    line = tablet.cart.get_by_role("listitem")
    expect(line).to_contain_text("가격이 바뀌었어요")
    expect(line).to_contain_text(f"₩{rice['price']:,}")
    expect(tablet.cart.get_by_role("button", name="주문하기")).to_have_attribute("aria-disabled", "true")
    hold(tablet.page)
    line.get_by_role("button", name="공깃밥 이 가격으로 담기").click()
    expect(line).to_contain_text(f"₩{rice['price'] + 500:,}")
    tablet.order()
    office.goto(f"/admin/menu/menuitem/{rice['id']}/change/")
    office.locator("[name=price]").fill(str(rice["price"]))
    office.locator("[name=_save]").first.click()
    expect(office.locator(".messagelist")).to_be_visible()


def test_what_is_left_caps_the_line_and_says_so(server: Server, tablet: Tablet, rice: dict[str, Any]) -> None:
    tablet.add("밥", "공깃밥")
    line = tablet.cart.get_by_role("listitem")
    line.get_by_role("button", name="하나 더").click()
    line.get_by_role("button", name="하나 더").click()
    change(server, rice, remaining=2)
    expect(line).to_contain_text("2개만 남았어요")
    line.get_by_role("button", name="2개로 줄이기").click()
    expect(line.get_by_role("button", name="하나 더")).to_have_attribute("aria-disabled", "true")
    expect(tablet.cart.get_by_role("button", name="주문하기")).to_have_attribute("aria-disabled", "false")
    hold(tablet.page)


def test_a_pause_keeps_the_cart_and_says_why_nothing_goes_out(server: Server, tablet: Tablet) -> None:
    tablet.add("밥", "공깃밥")
    manager = server.sign_in_staff("manager")["access"]
    server.request("PATCH", "/staff/store", {"accepting_orders": False}, token=manager)
    try:
        expect(tablet.cart).to_contain_text("지금은 주문을 받지 않아요")
        expect(tablet.cart.get_by_role("listitem")).to_have_count(1)
        hold(tablet.page)
    finally:
        server.request("PATCH", "/staff/store", {"accepting_orders": True}, token=manager)
    expect(tablet.cart.get_by_role("button", name="주문하기")).to_have_attribute("aria-disabled", "false")
