"""How long a guest waits for the screen to answer a touch: `touch.py [ITEMS] [SLOWDOWN]`.

A tablet page with ITEMS dishes (300) in a Chromium whose processor is SLOWDOWN (4) times slower. Prints the longest
interaction to next paint of each kind of touch, in milliseconds, of ROUNDS rounds, and the page's layout shift.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.journeys.conftest import FLAGS  # the project must be on the path first
from tests.server import Server, running_server

ROUNDS = 5
WATCH = """
window.interactions = []; window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.interactionId) window.interactions.push(entry.duration);
}).observe({ type: "event", durationThreshold: 16, buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
MORE = """
from accounts.models import Store
from menu.models import Category, MenuItem, MenuItemOptionGroup
store = Store.objects.get(code="demo")
dishes = list(MenuItem.objects.filter(store=store, status="on_sale").order_by("pk"))
for number in range({items} - len(dishes)):
    dish = dishes[number % len(dishes)]
    groups = list(MenuItemOptionGroup.objects.filter(menu_item_id=dish.pk))
    copy = MenuItem.objects.get(pk=dish.pk)
    copy.pk, copy._state.adding = MenuItem._meta.pk.get_default(), True
    copy.name = dict(copy.name, en=copy.name.get("en", "") + " " + str(number), ko=copy.name["ko"] + " " + str(number))
    copy.save()
    for group in groups:
        MenuItemOptionGroup.objects.create(store=store, menu_item=copy, option_group_id=group.option_group_id)
"""
Touch = Callable[[Page], None]
TOUCHES: dict[str, Touch] = {
    "another category": lambda page: _category(page, "Desserts"),
    "back to the first": lambda page: _category(page, "Grill & stir-fry"),
    "a dish with choices": lambda page: _dish(page, "Bulgogi"),
    "a choice": lambda page: page.get_by_role("dialog").get_by_role("radio").first.click(),
    "close the sheet": lambda page: page.keyboard.press("Escape"),
    "type into the search": lambda page: page.get_by_role("searchbox").press_sequentially("kim", delay=120),
    "clear the search": lambda page: page.get_by_role("searchbox").fill(""),
    "the other language": lambda page: page.get_by_role("button", name="한국어").click(),
    "and back": lambda page: page.get_by_role("button", name="English").click(),
}


def main(items: int, slowdown: int) -> None:
    """Measure, and print one line for each kind of touch."""
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server, sync_playwright() as play:
        server.manage("shell", "-c", MORE.format(items=items))
        path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        browser = play.chromium.launch(executable_path=path, args=list(FLAGS))
        page = browser.new_context(
            base_url=server.url, locale="en-GB", viewport={"width": 1280, "height": 800}, service_workers="block"
        ).new_page()
        page.add_init_script(WATCH)
        _sign_in(page, server)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        longest = dict.fromkeys(TOUCHES, 0.0)
        for _ in range(ROUNDS):
            for name, touch in TOUCHES.items():
                longest[name] = max(longest[name], _duration(page, touch))
        for name, duration in longest.items():
            print(f"{name:24} {duration:5.0f} ms")
        print(f"{'layout shift':24} {page.evaluate('window.shift'):8.3f}")
        page.goto("about:blank")
        browser.close()


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


def _category(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("button", name=name).click()


def _dish(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).first.click()


def _duration(page: Page, touch: Touch) -> float:
    page.evaluate("window.interactions.length = 0")
    touch(page)
    page.wait_for_timeout(1000)
    return float(page.evaluate("Math.max(0, ...window.interactions)"))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]) if sys.argv[1:] else (300, 4))
