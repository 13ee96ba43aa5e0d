"""The cart outlives a reload and tells what cannot be ordered any more."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Tablet, finish
from tests.server import Server


@pytest.fixture
def tablet(server: Server, open_page: OpenPage) -> Iterator[Tablet]:
    tablet = Tablet(open_page("/"), table=2)
    tablet.sign_in()
    yield tablet
    finish(server, 2)


def test_a_reload_keeps_the_cart_and_the_order_goes_through(tablet: Tablet) -> None:
    tablet.add("음료·주류", "생막걸리")
    tablet.page.reload()
    expect(tablet.cart).to_contain_text("₩7,000")
    tablet.order()
    tablet.page.get_by_role("button", name="메뉴로").click()
    expect(tablet.cart).to_contain_text("담은 메뉴가 없어요")


def test_an_order_without_an_answer_survives_a_reload_and_is_placed_once(server: Server, tablet: Tablet) -> None:
    tablet.add("음료·주류", "생막걸리")
    # The server stores the order, and its answer never arrives.
    tablet.page.route("**/api/v1/orders", lambda route: (route.fetch(), route.abort())[1], times=1)
    tablet.cart.get_by_role("button", name="주문하기").click()
    tablet.page.get_by_role("button", name="주문 보내기").click()
    expect(tablet.page.get_by_text("두 번 주문되지 않아요")).to_be_visible()
    tablet.page.reload()
    tablet.page.get_by_role("button", name="다시 보내기").click()
    expect(tablet.page.get_by_text("주문이 접수됐어요")).to_be_visible()
    token = server.sign_in_table(2)["access"]
    assert len(server.request("GET", "/orders", token=token).json()["orders"]) == 1


def test_a_dish_that_sells_out_blocks_the_order_until_it_is_removed(server: Server, tablet: Tablet) -> None:
    tablet.add("음료·주류", "생막걸리")
    tablet.add("사이드·안주", "계란찜")
    staff = server.sign_in_staff()["access"]
    menu = server.request("GET", "/menu", token=server.sign_in_table(2)["access"]).json()
    items = [item for category in menu["categories"] for item in category["items"]]
    egg = next(item for item in items if "계란찜" in item["name"]["ko"])
    server.request("PATCH", f"/staff/menu-items/{egg['id']}", {"status": "sold_out"}, token=staff)
    try:
        line = tablet.cart.get_by_role("listitem").filter(has_text="계란찜")
        expect(line).to_contain_text("품절")
        expect(tablet.cart.get_by_role("button", name="주문하기")).to_have_attribute("aria-disabled", "true")
        line.get_by_role("button", name="빼기").first.click()
        tablet.order()
    finally:
        server.request("PATCH", f"/staff/menu-items/{egg['id']}", {"status": "on_sale"}, token=staff)
