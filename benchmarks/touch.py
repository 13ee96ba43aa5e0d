"""How long a guest waits for the screen to answer a touch: `touch.py [ITEMS] [SLOWDOWN] [ROUNDS]`.

A tablet page with ITEMS dishes (300) in a Chromium whose processor is SLOWDOWN (4) times slower, touched by a finger.
Prints for each kind of touch, of ROUNDS (5), in milliseconds: the interaction to next paint as `Event Timing` tells it
(median, worst), the processor time of the page's main thread until that paint (median, worst; then the medians of its
parts) and what it did afterwards. The first line is the floor: a button on the same page that only counts its touches,
which is what machine and browser take for any touch at all. The last is the page's layout shift.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from playwright.sync_api import CDPSession, Locator, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.tracing import Cost, cost_of
from tests.journeys.conftest import FLAGS  # the project must be on the path first
from tests.server import Server, running_server

PRESSED = 60  # milliseconds that a finger stays
SETTLED = 700
LANDSCAPE, UPRIGHT = {"width": 1280, "height": 800}, {"width": 800, "height": 1280}
WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
FLOOR = """() => {
  const floor = document.body.appendChild(document.createElement("button"));
  floor.ariaLabel = "The floor";
  floor.style.cssText = "position: fixed; inset: auto auto 0 0; width: 48px; height: 48px";
  floor.onclick = () => { floor.textContent = Number(floor.textContent) + 1; };
}"""
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
Costs = dict[str, list[Cost]]


def _category(name: str) -> Find:
    return lambda page: page.get_by_role("navigation").get_by_role("button", name=name)


def _dish(name: str) -> Find:
    return lambda page: page.get_by_role("main").get_by_role("button", name=name).first


def _in_sheet(name: str) -> Find:
    return lambda page: page.get_by_role("dialog").get_by_role("button", name=name)


def _button(name: str) -> Find:
    return lambda page: page.get_by_role("button", name=name, exact=True)


TOUCHES: dict[str, Find] = {
    "a dish, the first time": _dish("Bulgogi"),
    "close the first sheet": _in_sheet("Close"),
    "another category": _category("Stews"),
    "a dish without choices": _dish("Ginseng chicken"),
    "one more in the cart": lambda page: page.get_by_role("region", name="Your order").get_by_label("One more").first,
    "a far category": _category("Desserts"),
    "back to the first": _category("Grill & stir-fry"),
    "a dish with choices": _dish("Bulgogi"),
    "a choice": lambda page: page.get_by_role("dialog").get_by_role("radio").first,
    "one more of it": _in_sheet("One more"),
    "into the cart": _in_sheet("Add"),
    "open the filter": _button("Allergies & diet"),
    "an allergy": lambda page: page.get_by_role("dialog").locator("label", has_text="soy"),
    "forget the allergy": lambda page: page.get_by_role("dialog").locator("label", has_text="soy"),
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
    "a page of easy mode": lambda page: page.get_by_role("main").get_by_role("button", name="Next"),
    "and out": _button("Usual type"),
}
UPRIGHT_TOUCHES: dict[str, Find] = {
    "the cart, upright": lambda page: page.locator(".cart-bar__button"),
    "close the cart": _in_sheet("Close"),
}


def main(items: int, slowdown: int, rounds: int) -> None:
    """Measure, and print one line for each kind of touch."""
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server:
        server.manage("shell", "-c", MORE.format(items=items))
        with _open(server) as page:
            browser_side = page.context.new_cdp_session(page)
            browser_side.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
            costs: Costs = {}
            shift = 0.0
            for _ in range(rounds):
                _measure(page, browser_side, costs)
                shift = max(shift, page.evaluate("window.shift"))
            _print(costs)
            print(f"{'layout shift':24} {shift:5.3f}")


@contextmanager
def _open(server: Server) -> Iterator[Page]:
    """A tablet at its table, with something in its cart: so it comes back with the menu after a reload."""
    with sync_playwright() as play:
        path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        browser = play.chromium.launch(executable_path=path, args=list(FLAGS))
        page = browser.new_context(
            base_url=server.url, locale="en-GB", viewport=LANDSCAPE, service_workers="block", has_touch=True
        ).new_page()
        page.add_init_script(WATCH)
        page.goto("/")
        for number, answer in enumerate(("demo", "3", "1234")):
            page.get_by_role("main").get_by_role("textbox").nth(number).fill(answer)
        page.keyboard.press("Enter")
        page.get_by_role("button", name="화면을 눌러").wait_for()
        page.get_by_role("button", name="English").click()
        page.get_by_role("navigation").wait_for()
        page.get_by_role("searchbox").fill("Ginseng chicken")
        _dish("Ginseng chicken")(page).click()
        expect(page.get_by_role("region", name="Your order").get_by_role("listitem")).to_be_visible()
        yield page
        page.goto("about:blank")
        browser.close()


def _measure(page: Page, browser_side: CDPSession, costs: Costs) -> None:
    """One round, from a fresh page on."""

    def note(name: str, touch: Callable[[], None]) -> None:
        page.wait_for_timeout(200)
        costs.setdefault(name, []).append(cost_of(page, browser_side, touch, SETTLED))

    def tap(name: str, find: Find) -> None:
        note(name, partial(_tap, page, browser_side, _place(find(page))))

    page.set_viewport_size(LANDSCAPE)
    page.reload()
    page.get_by_role("navigation").wait_for()
    page.wait_for_timeout(3000)
    page.evaluate(FLOOR)
    tap("the floor", _button("The floor"))
    for name, find in TOUCHES.items():
        tap(name, find)
    for letter in "kim":
        page.get_by_role("searchbox").focus()
        note("a letter to search", partial(page.keyboard.press, letter, delay=PRESSED))
    tap("clear the search", _button("Clear the search"))
    page.set_viewport_size(UPRIGHT)
    for name, find in UPRIGHT_TOUCHES.items():
        tap(name, find)


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


def _print(costs: Costs) -> None:
    print(f"{'':24}   wait          busy         script layout  paint  after")
    for name, each in costs.items():
        wait, busy, *parts = zip(*each, strict=True)
        pairs = "   ".join(f"{median(values):5.0f} {max(values):5.0f}" for values in (wait, busy))
        print(f"{name:24} {pairs}   {' '.join(f'{median(values):6.0f}' for values in parts)}")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*(given + [300, 4, 5][len(given) :]))
