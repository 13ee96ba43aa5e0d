"""The back office for docs/back-office.md: a store with a past, on a laptop and on a phone."""

from playwright.sync_api import Browser, Page

from tests.pictures.camera import COUNTER, LOCALES, shoot
from tests.server import Server

PHONE = (390, 844)
# What each picture is called, and where it is taken.
PAGES = {
    "home": "/admin/",
    "menu": "/admin/menu/menuitem/",
    "transfer": "/admin/menu/transfer/",
    "floor": "/admin/tables/floor/",
    "orders": "/admin/orders/order/",
    "sales": "/admin/sales/",
    "people": "/admin/accounts/membership/",
}
FIRST_ROWS = {"item": "menu", "order": "orders"}


def photograph_office(browser: Browser, server: Server) -> None:
    """Every picture in both languages."""
    server.manage("load_demo", "--past-days", "16")
    for language, locale in LOCALES.items():
        for suffix, (width, height) in (("", COUNTER), ("-phone", PHONE)):
            context = browser.new_context(
                base_url=server.url, locale=locale, viewport={"width": width, "height": height}, reduced_motion="reduce"
            )
            walk(context.new_page(), f"{suffix}-{language}")
            context.close()


def walk(page: Page, ending: str) -> None:
    """Sign in as the manager, and take each page."""
    page.goto("/admin/login/")
    page.locator("[name=username]").fill("manager")
    page.locator("[name=password]").fill("manager1234")
    page.keyboard.press("Enter")
    page.locator("#office-nav").wait_for(state="attached")
    for name, address in PAGES.items():
        page.goto(address)
        shoot(page, f"office-{name}{ending}")
    for name, of in FIRST_ROWS.items():
        page.goto(PAGES[of])
        page.goto(page.locator("#result_list tbody th a").first.get_attribute("href") or "")
        shoot(page, f"office-{name}{ending}")
