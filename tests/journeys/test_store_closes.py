"""A store that stops taking orders under a guest's hands: said at once, the cart kept, and on again by itself."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Locator, expect

from tests import hours
from tests.journeys.conftest import OpenPage
from tests.journeys.looks import hold
from tests.journeys.screens import Tablet
from tests.server import Server

TABLE = 3
CLOSED = "지금은 주문 시간이 아니에요"
LAST_ORDERS_OVER = "라스트오더가 끝났어요"
PAUSED = re.compile(r"지금은 주문을 받지 않아요 · \d\d:\d\d부터 다시 주문할 수 있어요")
HOUR = timedelta(hours=1)


@pytest.fixture
def server(module_server: Server) -> Iterator[Server]:
    """One for this file: its hours are nobody else's."""
    yield module_server
    hours.is_always_open(module_server)


@pytest.fixture
def tablet(server: Server, open_page: OpenPage) -> Tablet:
    tablet = Tablet(open_page("/"), table=TABLE)
    tablet.sign_in()
    return tablet


def order_button(tablet: Tablet) -> Locator:
    return tablet.cart.get_by_role("button", name="주문하기")


def test_closing_pausing_and_last_orders_keep_the_cart_and_say_why(server: Server, tablet: Tablet) -> None:
    tablet.add("밥", "공깃밥")
    manager = server.sign_in_staff("manager")["access"]
    pause = {"accepting_orders": False, "resume_after_minutes": 20}

    for change, reason in (
        (lambda: hours.is_closed(server), CLOSED),
        (lambda: hours.opens(server, since=HOUR, until=HOUR / 2, last_order_minutes=60), LAST_ORDERS_OVER),
        (lambda: server.request("PATCH", "/staff/store", pause, token=manager), PAUSED),
    ):
        change()
        expect(tablet.cart).to_contain_text(reason)
        expect(tablet.cart).to_contain_text("담은 메뉴는 그대로 있어요")
        expect(tablet.cart.get_by_role("listitem")).to_have_count(1)
        expect(order_button(tablet)).to_have_attribute("aria-disabled", "true")
        described = order_button(tablet).evaluate(
            "button => document.getElementById(button.getAttribute('aria-describedby')).textContent"
        )
        assert re.search(reason, described)
        hold(tablet.page)
        server.request("PATCH", "/staff/store", {"accepting_orders": True}, token=manager)
        hours.is_always_open(server)
        expect(order_button(tablet)).to_have_attribute("aria-disabled", "false")
    tablet.order()


def test_a_closed_store_asks_nobody_for_their_age(server: Server, tablet: Tablet) -> None:
    hours.is_closed(server)
    expect(tablet.cart).to_contain_text(CLOSED)
    tablet.card("음료·주류", "생막걸리").click()
    sheet = tablet.page.get_by_role("dialog")
    expect(sheet).to_have_accessible_name("생막걸리")
    expect(sheet).to_contain_text(CLOSED)
    hold(tablet.page)
    sheet.get_by_role("button", name="닫기").last.click()


def test_alcohol_that_came_into_the_cart_in_a_pause_is_asked_about_before_the_order(
    server: Server, tablet: Tablet
) -> None:
    manager = server.sign_in_staff("manager")["access"]
    server.request("PATCH", "/staff/store", {"accepting_orders": False}, token=manager)
    expect(tablet.cart).to_contain_text("지금은 주문을 받지 않아요")
    tablet.card("음료·주류", "생막걸리").click()
    expect(tablet.cart.get_by_role("listitem")).to_have_count(1)
    expect(tablet.page.get_by_role("dialog")).to_have_count(0)
    server.request("PATCH", "/staff/store", {"accepting_orders": True}, token=manager)
    expect(order_button(tablet)).to_have_attribute("aria-disabled", "false")
    order_button(tablet).click()
    hold(tablet.page)
    tablet.page.get_by_role("button", name="네, 19세 이상이에요").click()
    tablet.page.get_by_role("button", name="주문 보내기").click()
    expect(tablet.page.get_by_text("주문이 접수됐어요")).to_be_visible()
