"""Take the pictures of docs/screens: `make screenshots`. A busy evening in the demo store, in both languages."""

import os
import tempfile
import uuid
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.journeys.conftest import FLAGS
from tests.server import ROOT, Server, running_server
from tests.tablet_screenshots import photograph_tablet

SCREENS = ROOT / "docs" / "screens"
SIZE = {"width": 1280, "height": 800}
EVENING = {
    2: ("김치찌개", "공깃밥"),
    4: ("비빔밥",),
    7: ("소불고기", "생막걸리"),
    11: ("떡볶이",),
    5: ("삼겹살", "생맥주"),
}


def main() -> None:
    """Fill the evening and photograph it."""
    SCREENS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server, sync_playwright() as play:
        for table, dishes in EVENING.items():
            place(server, table, dishes)
        proceed(server)
        browser = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or "/usr/bin/chromium", args=list(FLAGS)
        )
        for language, locale in (("ko", "ko-KR"), ("en", "en-GB")):
            photograph_board(open_page(browser, server, "/staff", locale), language)
        photograph_tablet(browser, server, SCREENS)
        browser.close()


def place(server: Server, table: int, dishes: tuple[str, ...]) -> None:
    """Order dishes with the first options that they ask for."""
    token = server.sign_in_table(table)["access"]
    menu = server.request("GET", "/menu", token=token).json()
    items = [item for category in menu["categories"] for item in category["items"]]
    chosen = [next(item for item in items if dish in item["name"]["ko"]) for dish in dishes]
    lines = [line(item) for item in chosen]
    total = sum(item["price"] + sum(option["price"] for option in needed(item)) for item in chosen)
    body = {"items": lines, "expected_total": total}
    server.request("POST", "/orders", body, token=token, Idempotency_Key=uuid.uuid4().hex)


def line(item: dict[str, Any]) -> dict[str, Any]:
    """One of the item."""
    return {"menu_item": item["id"], "quantity": 1, "options": [option["id"] for option in needed(item)]}


def needed(item: dict[str, Any]) -> list[dict[str, Any]]:
    """The first options that the item's groups insist on."""
    return [
        option
        for group in item["option_groups"]
        for option in [one for one in group["options"] if one["status"] == "on_sale"][: group["min_choices"]]
    ]


def proceed(server: Server) -> None:
    """Two orders are being prepared, one table calls."""
    staff = server.sign_in_staff()["access"]
    orders = server.request("GET", "/staff/orders", token=staff).json()["results"]
    for order in orders[-2:]:
        server.request("PATCH", f"/staff/orders/{order['id']}", {"status": "preparing"}, token=staff)
    server.request("POST", "/service-calls", {"kind": "water"}, token=server.sign_in_table(7)["access"])


def open_page(browser: Browser, server: Server, path: str, locale: str) -> Page:
    """A page of a device of its own."""
    page = browser.new_context(base_url=server.url, locale=locale, viewport=SIZE).new_page()  # type: ignore[arg-type] # a size
    page.goto(path)
    return page


def sign_in(page: Page, language: str, *answers: str) -> None:
    """Fill the form and wait for what is behind it, in the language."""
    for number, answer in enumerate(answers):
        page.get_by_role("textbox").nth(number).fill(answer)
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox")).to_have_count(0)
    if language == "en" and page.get_by_role("button", name="English").is_visible():
        page.get_by_role("button", name="English").click()


def photograph_board(page: Page, language: str) -> None:
    """The tables and the newest orders."""
    sign_in(page, language, "demo", "manager", "manager1234")
    expect(page.get_by_role("article").first).to_be_visible()
    page.wait_for_timeout(4000)
    page.screenshot(path=SCREENS / f"board-{language}.png")


if __name__ == "__main__":
    main()
