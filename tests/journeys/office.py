"""The back office as a manager uses it: on a laptop with a mouse, on a phone with a finger."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.server import Server

SCREENS = {"laptop": (1280, 800), "phone": (390, 844)}
OFF_THE_SIDE = "document.documentElement.scrollWidth - innerWidth"
MOVES = 12  # of a drag, so that it is one

Point = tuple[float, float]


class Office:
    """A manager's browser. Wherever it goes, nothing may be cut off at the side."""

    def __init__(self, page: Page, *, is_phone: bool = False) -> None:
        self.page = page
        self.is_phone = is_phone

    def sign_in(self, username: str = "manager", password: str = "") -> None:
        sign_in(self.page, username, password)
        self.fits()

    def go(self, link: str) -> None:
        """Through the navigation, which a phone keeps in a drawer."""
        if self.is_phone:
            self.page.locator(".frame__menu").click()
        self.page.locator("#office-nav").get_by_role("link", name=link, exact=True).click()
        expect(self.page.locator("#office-nav [aria-current=page]")).to_have_text(link)
        self.fits()

    def press(self, button: str) -> None:
        """A button or a link that looks like one."""
        found = self.page.locator("#content").get_by_role("button", name=button, exact=True)
        link = self.page.locator("#content").get_by_role("link", name=button, exact=True)
        found.or_(link).first.click()

    def save(self, expected: str = "") -> None:
        """Save the form; the page says that it was done, and what."""
        self.page.locator("#content").get_by_role("button", name="저장", exact=True).first.click()
        self.was_told(expected)

    def was_told(self, expected: str = "") -> None:
        expect(self.page.locator(".messagelist")).to_contain_text(expected)
        self.fits()

    def row(self, text: str | re.Pattern[str]) -> Locator:
        """Of a list."""
        return self.page.locator("#result_list tbody tr").filter(has_text=text)

    def fits(self) -> None:
        assert self.page.evaluate(OFF_THE_SIDE) <= 0, self.page.url

    def drag(self, handle: Locator, onto: Callable[[], Point]) -> None:
        """To a point of the window: by mouse, or by a finger."""
        handle.scroll_into_view_if_needed()
        start, end = middle_of(handle), onto()
        way = [
            (start[0] + (end[0] - start[0]) * step / MOVES, start[1] + (end[1] - start[1]) * step / MOVES)
            for step in range(1, MOVES + 1)
        ]
        (self._drag_by_touch if self.is_phone else self._drag_by_mouse)(start, way)

    def _drag_by_mouse(self, start: Point, way: list[Point]) -> None:
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        for point in way:
            mouse.move(*point)
        mouse.up()

    def _drag_by_touch(self, start: Point, way: list[Point]) -> None:
        # Playwright only taps.
        finger = self.page.context.new_cdp_session(self.page)
        for kind, points in (("touchStart", [start]), *(("touchMove", [point]) for point in way), ("touchEnd", [])):
            touches = [{"x": x, "y": y} for x, y in points]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
        finger.detach()


def sign_in(page: Page, username: str = "manager", password: str = "") -> None:
    page.locator("[name=username]").fill(username)
    page.locator("[name=password]").fill(password or f"{username}1234")
    page.keyboard.press("Enter")
    page.locator("#office-nav").wait_for(state="attached")


def middle_of(found: Locator) -> Point:
    box = found.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def downloaded(page: Page, button: str | Locator) -> bytes:
    """What comes when the button is pressed."""
    with page.expect_download() as coming:
        (page.get_by_text(button, exact=True) if isinstance(button, str) else button).click()
    return Path(coming.value.path()).read_bytes()


def upload(page: Page, name: str, content: bytes) -> None:
    """Choose the file and have it checked."""
    kind = "text/csv" if name.endswith("csv") else "application/octet-stream"
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    page.get_by_role("button", name="파일 확인").click()


def answer_to_order(server: Server, table: int, *, pin: str = "1234", dish: str = "공깃밥") -> Any:
    """What a guest is answered who orders one dish: a status and, of a refusal, its code."""
    token = server.sign_in_table(table, pin=pin)["access"]
    menu = server.request("GET", "/menu", token=token).json()
    items = [item for category in menu["categories"] for item in category["items"]]
    chosen = next(item for item in items if re.search(dish, item["name"]["ko"]))
    line = {"menu_item": chosen["id"], "quantity": 1}
    body = {"items": [line], "expected_total": chosen["price"]}
    key = f"{table} {len(server.request('GET', '/orders', token=token).body)} {menu['version']}"
    answer = server.request("POST", "/orders", body, token=token, Idempotency_Key=key)
    return answer.status if answer.status == 201 else (answer.status, answer.json()["errors"][0]["code"])
