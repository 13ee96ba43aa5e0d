"""How long a guest waits for the screen to answer a touch: `touch.py [ITEMS] [SLOWDOWN] [ROUNDS]`.

A tablet page with ITEMS dishes (300) in a Chromium whose processor is SLOWDOWN (4) times slower, touched by a finger
(no mouse, and nothing of the test's own in the page). Prints for each kind of touch, of ROUNDS (7), in milliseconds:
the interaction to next paint (median, worst), the processor time of the page's main thread until that paint (median,
worst; then the medians of its parts) and what it did afterwards. Last the page's layout shift.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import CDPSession, Locator, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tracing import Cost, cost_of
from tests.journeys.conftest import FLAGS  # the project must be on the path first
from tests.server import Server, running_server

PRESSED = 60  # milliseconds that a finger stays
SETTLED = 900
WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
MORE = """
from menu.duplicating import duplicate_item
from menu.models import MenuItem
dishes = list(MenuItem.objects.filter(store__code="demo", status="on_sale").order_by("pk"))
for number in range({items} - len(dishes)):
    dish = dishes[number % len(dishes)]
    copy = duplicate_item(item=dish, actor=None)
    copy.name = {{language: text + " " + str(number) for language, text in dish.name.items()}}
    copy.status, copy.sort_order = "on_sale", 1000 + number  # after the ones that are touched
    copy.save()
"""


Find = Callable[[Page], Locator]


def _category(name: str) -> Find:
    return lambda page: page.get_by_role("navigation").get_by_role("button", name=name)


def _dish(name: str) -> Find:
    return lambda page: page.get_by_role("main").get_by_role("button", name=name).first


def _in_sheet(name: str) -> Find:
    return lambda page: page.get_by_role("dialog").get_by_role("button", name=name)


def _button(name: str) -> Find:
    return lambda page: page.get_by_role("button", name=name, exact=True)


TOUCHES: dict[str, Find] = {
    "another category": _category("Stews"),
    "a dish without choices": _dish("Ginseng chicken"),
    "a far category": _category("Desserts"),
    "back to the first": _category("Grill & stir-fry"),
    "a dish with choices": _dish("Bulgogi"),
    "a choice": lambda page: page.get_by_role("dialog").get_by_role("radio").first,
    "one more of it": _in_sheet("One more"),
    "close the sheet": _in_sheet("Close"),
    "open the filter": _button("Allergies & diet"),
    "close the filter": _in_sheet("Close"),
    "order: the question": _button("Order"),
    "not yet": _in_sheet("Cancel"),
    "call somebody": _button("Call staff"),
    "close the calls": _in_sheet("Close"),
    "the orders": _button("Orders"),
    "the menu again": _button("To the menu"),
    "the other language": _button("한국어"),
    "and back": _button("English"),
    "easy mode": _button("Large type"),
    "and out": _button("Usual type"),
}


def main(items: int, slowdown: int, rounds: int) -> None:
    """Measure, and print one line for each kind of touch."""
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server, sync_playwright() as play:
        server.manage("shell", "-c", MORE.format(items=items))
        path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        browser = play.chromium.launch(executable_path=path, args=list(FLAGS))
        page = browser.new_context(
            base_url=server.url,
            locale="en-GB",
            viewport={"width": 1280, "height": 800},
            service_workers="block",
            has_touch=True,
        ).new_page()
        page.add_init_script(WATCH)
        _sign_in(page, server)
        browser_side = page.context.new_cdp_session(page)
        browser_side.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        _print(_measure(page, browser_side, rounds))
        print(f"{'layout shift':24} {page.evaluate('window.shift'):5.3f}")
        page.goto("about:blank")
        browser.close()


def _measure(page: Page, browser_side: CDPSession, rounds: int) -> dict[str, list[Cost]]:
    costs: dict[str, list[Cost]] = {}
    for _ in range(rounds):
        for name, find in TOUCHES.items():
            tap = partial(_tap, page, browser_side, _place(find(page)))
            costs.setdefault(name, []).append(_cost(page, browser_side, tap))
        for letter in "kim":
            page.get_by_role("searchbox").focus()
            press = partial(page.keyboard.press, letter, delay=PRESSED)
            costs.setdefault("a letter to search", []).append(_cost(page, browser_side, press))
        clear = partial(_tap, page, browser_side, _place(page.get_by_role("button", name="Clear the search")))
        costs.setdefault("clear the search", []).append(_cost(page, browser_side, clear))
    return costs


def _print(costs: dict[str, list[Cost]]) -> None:
    print(f"{'':24}   wait          busy         script layout  paint  after")
    for name, each in costs.items():
        pairs = [f"{median(values):5.0f} {max(values):5.0f}" for values in list(zip(*each, strict=True))[:2]]
        parts = " ".join(f"{median(values):6.0f}" for values in list(zip(*each, strict=True))[2:])
        print(f"{name:24} {pairs[0]}   {pairs[1]}   {parts}", flush=True)


def _sign_in(page: Page, server: Server) -> None:
    page.goto("/")
    for number, answer in enumerate(("demo", "3", "1234")):
        page.get_by_role("main").get_by_role("textbox").nth(number).fill(answer)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="화면을 눌러").wait_for()
    page.get_by_role("button", name="English").click()
    page.get_by_role("navigation").wait_for()
    expect(page.get_by_role("button", name="한국어")).to_be_visible()
    page.wait_for_timeout(2000)


def _place(target: Locator) -> dict[str, float]:
    """Its middle, on the screen."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box
    return {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}


def _tap(page: Page, browser_side: CDPSession, point: dict[str, float]) -> None:
    """As a finger does; Playwright's own click would run code of its own between the events."""
    browser_side.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    page.wait_for_timeout(PRESSED)
    browser_side.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def _cost(page: Page, browser_side: CDPSession, touch: Callable[[], None]) -> Cost:
    page.wait_for_timeout(200)
    return cost_of(page, browser_side, touch, SETTLED)


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*(given + [300, 4, 7][len(given) :]))
