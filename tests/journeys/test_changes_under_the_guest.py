"""Whatever changes while a sheet, the cart or the order's question is open: said there, with a way on."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.looks import hold
from tests.journeys.screens import Tablet
from tests.server import Server

TABLE, FREE_TABLE = 7, 8


@dataclass
class Evening:
    """A guest with two portions of rice in the cart, at a table that has a session."""

    server: Server
    tablet: Tablet
    rice: dict[str, Any]

    @property
    def page(self) -> Page:
        return self.tablet.page

    @property
    def staff(self) -> str:
        access: str = self.server.sign_in_staff("manager")["access"]
        return access

    def table(self, number: int) -> dict[str, Any]:
        board = self.server.request("GET", "/staff/board", token=self.staff).json()
        found: dict[str, Any] = next(table for table in board["tables"] if table["number"] == number)
        return found

    def post(self, path: str, body: Any) -> None:
        assert self.server.request("POST", path, body, token=self.staff).status < 300

    def change(self, **changes: Any) -> None:
        path = f"/staff/menu-items/{self.rice['id']}"
        assert self.server.request("PATCH", path, changes, token=self.staff).status == 200

    def reprice(self, price: int) -> None:
        code = (
            f"from menu.models import MenuItem; MenuItem.objects.filter(pk='{self.rice['id']}').update(price={price})"
        )
        self.server.manage("shell", "-v0", "-c", code)


@pytest.fixture
def server(module_server: Server) -> Server:
    """One for this file: its menu changes all the time."""
    return module_server


@pytest.fixture
def evening(server: Server, open_page: OpenPage) -> Iterator[Evening]:
    tablet = Tablet(open_page("/"), table=TABLE)
    tablet.sign_in()
    menu = server.request("GET", "/menu", token=server.sign_in_table(TABLE)["access"]).json()
    items = [item for category in menu["categories"] for item in category["items"]]
    evening = Evening(server, tablet, next(item for item in items if item["name"]["ko"] == "공깃밥"))
    evening.post(f"/staff/tables/{evening.table(TABLE)['id']}/open", {"guests": 2})
    tablet.add("밥", "공깃밥")
    tablet.cart.get_by_role("button", name="하나 더").click()
    expect(tablet.cart).to_contain_text("₩2,000")
    yield evening
    evening.change(status="on_sale", remaining=None)
    evening.reprice(evening.rice["price"])
    for number in (TABLE, FREE_TABLE):
        if evening.table(number)["session"]:
            evening.post(f"/staff/tables/{evening.table(number)['id']}/close", {"force": True})


def sheet(evening: Evening) -> Locator:
    evening.tablet.cart.get_by_role("button", name="공깃밥 바꾸기").click()
    dialog = evening.page.get_by_role("dialog", name="공깃밥")
    expect(dialog).to_be_visible()
    return dialog


def cart(evening: Evening) -> Locator:
    return evening.tablet.cart


def question(evening: Evening) -> Locator:
    evening.tablet.cart.get_by_role("button", name="주문하기").click()
    dialog = evening.page.get_by_role("dialog", name="주문할까요?")
    expect(dialog).to_be_visible()
    return dialog


def sell_out(evening: Evening) -> None:
    evening.change(status="sold_out")


def raise_the_price(evening: Evening) -> None:
    evening.reprice(evening.rice["price"] + 500)


def leave_one(evening: Evening) -> None:
    evening.change(remaining=1)


def move(evening: Evening) -> None:
    evening.post(f"/staff/tables/{evening.table(TABLE)['id']}/move", {"to": evening.table(FREE_TABLE)["id"]})


def finish(evening: Evening) -> None:
    evening.post(f"/staff/tables/{evening.table(TABLE)['id']}/close", {"force": True})


def revoke(evening: Evening) -> None:
    evening.server.manage("shell", "-v0", "-c", REVOKE)


REVOKE = f"""
from accounts.business_day import utc_now
from tables.models import Tablet
Tablet.objects.filter(table__store__code="demo", table__number={TABLE}).update(revoked_at=utc_now())
"""

CHANGED = "방금 메뉴가 바뀌었어요"
CHANGES: list[tuple[Callable[[Evening], None], Callable[[Evening], Locator], str]] = [
    (sell_out, sheet, "품절"),
    (sell_out, cart, "품절됐어요"),
    (sell_out, question, CHANGED),
    (raise_the_price, sheet, "₩1,500"),
    (raise_the_price, cart, "가격이 바뀌었어요"),
    (raise_the_price, question, CHANGED),
    (leave_one, sheet, "1개 남"),
    (leave_one, cart, "1개만 남았어요"),
    (leave_one, question, CHANGED),
]


def told(page: Page, name: str) -> None:
    hold(page)
    if folder := os.environ.get("KEEP_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png")


@pytest.mark.parametrize(("change", "opened", "words"), CHANGES, ids=lambda each: getattr(each, "__name__", ""))
def test_a_dish_that_changes_is_explained_where_the_guest_looks_and_can_still_be_left(
    evening: Evening,
    change: Callable[[Evening], None],
    opened: Callable[[Evening], Locator],
    words: str,
) -> None:
    place = opened(evening)
    change(evening)
    expect(place).to_contain_text(words)
    told(evening.page, f"{change.__name__}-{opened.__name__}")
    # The way on: out of what is open, the marked line away, another dish in, and ordered.
    evening.page.keyboard.press("Escape")
    expect(evening.page.get_by_role("dialog")).to_have_count(0)
    line = evening.tablet.cart.get_by_role("listitem").filter(has_text="공깃밥")
    line.get_by_role("button", name="빼기").first.click()
    evening.tablet.add("사이드·안주", "뚝배기 계란찜")
    evening.tablet.order()


@pytest.mark.parametrize("opened", [sheet, cart, question])
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (move, f"테이블 {FREE_TABLE}번으로 옮겼어요"),
        (finish, "이용해 주셔서 감사합니다"),
        (revoke, "직원에게 말씀해 주세요"),
    ],
)
def test_guests_whose_table_changes_are_told_so_whatever_is_open(
    evening: Evening,
    change: Callable[[Evening], None],
    words: str,
    opened: Callable[[Evening], Locator],
) -> None:
    opened(evening)
    change(evening)
    expect(evening.page.get_by_text(words)).to_be_visible()
    expect(evening.page.get_by_role("dialog")).to_have_count(0)
    told(evening.page, f"{change.__name__}-{opened.__name__}")
