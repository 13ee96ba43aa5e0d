"""An order without an answer, at a table without a session: its guests can give it up, and know what they did."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Tablet, finish
from tests.server import Server

TABLE = 7
ORDERS = "**/api/v1/orders"
SOON = 20_000  # milliseconds: three more attempts


@pytest.fixture
def tablet(server: Server, open_page: OpenPage) -> Iterator[Tablet]:
    tablet = Tablet(open_page("/"), table=TABLE)
    tablet.sign_in()
    tablet.add("밥", "공깃밥")
    yield tablet
    finish(server, TABLE)


def dialog(page: Page) -> Locator:
    return page.get_by_role("dialog", name="주문할까요?")


def no(page: Page) -> Locator:
    return dialog(page).get_by_role("button", name="주문하지 않기")


def stored(server: Server) -> list[Any]:
    orders: list[Any] = server.request("GET", "/orders", token=server.sign_in_table(TABLE)["access"]).json()["orders"]
    return orders


def send_without_answer(tablet: Tablet, break_it: Any) -> None:
    tablet.page.route(ORDERS, lambda route: break_it(route) if route.request.method == "POST" else route.continue_())
    tablet.cart.get_by_role("button", name="주문하기").click()
    dialog(tablet.page).get_by_role("button", name="주문 보내기").click()
    expect(no(tablet.page)).to_be_visible(timeout=SOON)


def store_silently(route: Route) -> None:
    route.fetch()
    route.abort()


def test_an_order_that_never_left_is_given_up_and_does_not_come_later(server: Server, tablet: Tablet) -> None:
    page = tablet.page
    attempts: list[Request] = []

    def keep(route: Route) -> None:
        attempts.append(route.request)
        route.abort()

    send_without_answer(tablet, keep)
    page.reload()
    expect(no(page)).to_be_visible()
    page.context.set_offline(True)
    no(page).click()
    expect(dialog(page)).to_contain_text("아직 확인하지 못했어요", timeout=SOON)
    page.context.set_offline(False)
    no(page).click()
    said = page.get_by_role("dialog", name="주문하지 않았어요")
    expect(said).to_contain_text("아무것도 주문되지 않았어요", timeout=SOON)
    # The first attempt, which had been on its way all the time.
    token, late = server.sign_in_table(TABLE)["access"], attempts[0]
    key = late.headers["idempotency-key"]
    answer = server.request("POST", "/orders", late.post_data_json, token=token, Idempotency_Key=key)
    assert (answer.status, answer.json()["errors"][0]["code"]) == (409, "order_withdrawn")
    assert stored(server) == []

    said.get_by_role("button", name="주문서로").click()
    expect(tablet.cart).to_contain_text("공깃밥")
    page.unroute_all()
    tablet.order()
    assert [order["total"] for order in stored(server)] == [1000]


def test_an_order_that_was_stored_shows_its_number_instead(server: Server, tablet: Tablet) -> None:
    page = tablet.page
    send_without_answer(tablet, store_silently)
    page.unroute_all()
    no(page).click()
    expect(page.get_by_text("주문이 접수됐어요")).to_be_visible(timeout=SOON)
    [order] = stored(server)
    expect(page.get_by_text(str(order["number"]), exact=True)).to_be_visible()
    page.get_by_role("button", name="메뉴로").click()
    expect(tablet.cart).to_contain_text("담은 메뉴가 없어요")


def test_it_is_settled_by_itself_when_a_tablet_is_paired_again_and_its_guests_have_left(
    server: Server, tablet: Tablet
) -> None:
    page = tablet.page
    send_without_answer(tablet, store_silently)
    page.unroute_all()
    seat = page.evaluate("JSON.parse(localStorage.getItem('tableorder.tablet.v1'))")
    manager = server.sign_in_staff("manager")["access"]
    shown = server.request("GET", f"/staff/tables/{seat['table']['id']}/tablets", token=manager).json()
    for each in shown["tablets"]:
        server.request("POST", f"/staff/tablets/{each['id']}/revoke", token=manager)
    expect(page.get_by_label("매장 코드")).to_be_visible(timeout=SOON)
    finish(server, TABLE)
    tablet.sign_in()
    expect(page.get_by_role("alert")).to_contain_text("접수됐어요", timeout=SOON)
