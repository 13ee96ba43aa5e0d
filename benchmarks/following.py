"""How soon an open tablet shows what a manager does in the back office: `following.py [ROUNDS]` (20).

From the press of the button to what a guest sees, in real browsers against a real server (on PostgreSQL, if run under
tests/postgres.py). Prints the middle and the longest of each, in milliseconds; 2,000 is the most that is allowed.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.journeys.conftest import FLAGS  # the project must be on the path first
from tests.journeys.office import sign_in
from tests.journeys.screens import Tablet
from tests.server import Server, running_server

DISH = "팥빙수"
MOST = 2_000  # milliseconds
TABLE = 6


def main(rounds: int) -> int:
    """Measure each, and print a line for it."""
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server, sync_playwright() as play:
        path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        browser = play.chromium.launch(executable_path=path, args=list(FLAGS))
        tablet, office = open_tablet(browser, server), open_office(browser, server)
        slowest = max(
            measure(name, [one(office, tablet, number) for number in range(rounds)]) for name, one in DEEDS.items()
        )
        browser.close()
    return int(slowest > MOST)


def open_tablet(browser: Browser, server: Server) -> Tablet:
    tablet = Tablet(browser.new_context(base_url=server.url, locale="ko-KR").new_page(), table=TABLE)
    tablet.page.goto("/")
    tablet.sign_in()
    return tablet


def open_office(browser: Browser, server: Server) -> Page:
    office = browser.new_context(base_url=server.url, locale="ko-KR").new_page()
    office.goto("/admin/login/?next=/admin/menu/menuitem/")
    sign_in(office)
    return office


def measure(name: str, taken: list[float]) -> float:
    print(f"{name:<12} p50 {statistics.median(taken):6.0f} ms   max {max(taken):6.0f} ms   of {len(taken)}", flush=True)
    return max(taken)


def timed(press: Locator, seen: Callable[[], object]) -> float:
    """From the press until it is seen; the page that the press leads to loads meanwhile."""
    began = time.perf_counter()
    press.click(no_wait_after=True)
    seen()
    taken = (time.perf_counter() - began) * 1000
    press.page.locator(".messagelist").wait_for()
    return taken


def change_price(office: Page, tablet: Tablet, number: int) -> float:
    price = 12_000 + 100 * (number + 1)
    row = row_of(office)
    row.get_by_label(f"{DISH} 가격").fill(str(price))
    card = tablet.card("후식", DISH)
    return timed(save(office), lambda: card.filter(has_text=f"₩{price:,}").wait_for())


def change_status(office: Page, tablet: Tablet, number: int) -> float:
    status = "on_sale" if number % 2 else "sold_out"
    row_of(office).locator("select").select_option(status)
    card = tablet.page.get_by_role("button", name=DISH, disabled=status == "sold_out")
    return timed(save(office), card.first.wait_for)


def identify(office: Page, tablet: Tablet, number: int) -> float:
    office.goto("/admin/tables/tablet/")
    shown = tablet.page.locator(".identified")
    taken = timed(office.get_by_role("button", name="찾기").first, shown.wait_for)
    shown.click()
    return taken


def row_of(office: Page) -> Locator:
    office.goto("/admin/menu/menuitem/?q=" + DISH)
    return office.locator("#result_list tbody tr").filter(has_text=DISH)


def save(office: Page) -> Locator:
    return office.locator("#changelist-form [name=_save]").last


DEEDS: dict[str, Callable[[Page, Tablet, int], float]] = {
    "a price": change_price,
    "sold out": change_status,
    "identify": identify,
}

if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
