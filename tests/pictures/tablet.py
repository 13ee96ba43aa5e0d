"""The guest's screens for docs/screens: every state at 1280x800 in both languages, the main ones at the other sizes."""

from dataclasses import dataclass
from datetime import timedelta

from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests import hours
from tests.journeys.looks import SIZES
from tests.pictures.camera import keep
from tests.server import Server

TABLE = 9

# Words by language, and what the demo store calls its dishes.
WORDS = {
    "ko": {
        "start": "화면을 눌러", "other": "English", "stew": "김치찌개", "egg": "뚝배기 계란찜",
        "rice": "공깃밥",
        "stews": "찌개·탕", "sides": "사이드·안주", "rices": "밥", "drinks": "음료·주류",
        "makgeolli": "생막걸리",
        "query": "ㄱㅊ", "filter": "가려 보기", "wheat": "밀", "easy": "큰 글씨",
        "usual": "보통 글씨",
        "call": "직원 호출",
        "water": "물", "call_now": "직원 부르기", "order": "주문하기", "send": "주문 보내기",
        "history": "주문 내역 보기",
        "of_age": "네, 19세 이상이에요", "last_orders_over": "라스트오더가 끝났어요",
    },
    "en": {
        "start": "Touch to order", "other": "한국어", "stew": "Kimchi stew", "egg": "Steamed egg",
        "rice": "Steamed rice",
        "stews": "Stews", "sides": "Sides", "rices": "Rice", "drinks": "Drinks", "makgeolli": "Fresh makgeolli",
        "query": "kim", "filter": "Allergies", "wheat": "wheat", "easy": "Large type", "usual": "Usual type",
        "call": "Call staff", "water": "Water", "call_now": "Call staff", "order": "Order", "send": "Send order",
        "history": "See your orders", "of_age": "Yes, I am 19 or older",
        "last_orders_over": "The last orders have been taken",
    },
}  # fmt: skip


@dataclass
class Photographer:
    """One tablet, in one language and size."""

    page: Page
    server: Server
    language: str
    size: str
    everything: bool

    @property
    def words(self) -> dict[str, str]:
        return WORDS[self.language]

    def shoot(self, name: str, *, main: bool = False) -> None:
        """Keep what is on the screen."""
        if not (main or self.everything):
            return
        self.page.wait_for_timeout(500)
        suffix = "" if self.everything else f"-{self.size}"
        keep(self.page.screenshot(), f"tablet-{name}{suffix}-{self.language}")

    def press(self, word: str) -> None:
        self.page.get_by_role("button", name=self.words[word]).last.click()

    def dish(self, category: str, dish: str) -> None:
        """Touch a dish, with its category brought into sight."""
        self.page.get_by_role("navigation").get_by_role("button", name=self.words[category]).click()
        self.page.get_by_role("main").get_by_role("button", name=self.words[dish]).first.click()


def photograph_tablet(browser: Browser, server: Server) -> None:
    """Every size and language."""
    for language in WORDS:
        for width, height in SIZES:
            size = ViewportSize(width=width, height=height)
            context = browser.new_context(
                base_url=server.url, viewport=size, reduced_motion="reduce", service_workers="block"
            )
            page = context.new_page()
            everything = (width, height) == SIZES[0]
            photographer = Photographer(page, server, language, f"{width}x{height}", everything)
            for scene in (arrive, browse, choose, change, order):
                scene(photographer)
            page.goto("about:blank")
            context.close()
            finish(server)


def arrive(shot: Photographer) -> None:
    """Sign-in and the idle screen."""
    page = shot.page
    page.goto("/")
    expect(page.get_by_role("textbox").first).to_be_visible()
    if shot.language == "en":
        page.get_by_role("button", name="English").click()
    shot.shoot("connect")
    fields = page.get_by_role("main").get_by_role("textbox")
    for number, answer in enumerate(("demo", str(TABLE), "1234")):
        fields.nth(number).fill(answer)
    page.keyboard.press("Enter")
    if shot.language == "en":
        page.get_by_role("button", name="화면을 눌러").wait_for()
        page.get_by_role("button", name="English").click()
        page.get_by_role("navigation").wait_for()
    else:
        page.get_by_role("button", name=shot.words["start"]).wait_for()
        shot.shoot("idle", main=True)
        page.get_by_role("button", name=shot.words["start"]).click()


def browse(shot: Photographer) -> None:
    """The menu, found and filtered."""
    page = shot.page
    expect(page.get_by_role("main").get_by_role("listitem").first).to_be_visible()
    shot.shoot("menu-empty-cart")
    page.get_by_role("searchbox").fill(shot.words["query"])
    shot.shoot("search")
    page.get_by_role("searchbox").fill("")
    shot.press("filter")
    page.get_by_role("checkbox", name=shot.words["wheat"]).first.dispatch_event("click")
    shot.shoot("filter")
    page.keyboard.press("Escape")
    page.get_by_role("navigation").get_by_role("button", name=shot.words["stews"]).click()
    shot.shoot("filtered")
    shot.press("filter")
    page.get_by_role("checkbox", name=shot.words["wheat"]).first.dispatch_event("click")
    page.keyboard.press("Escape")


def choose(shot: Photographer) -> None:
    """The sheet, alcohol, and the cart."""
    page = shot.page
    shot.dish("stews", "stew")
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("radio").nth(1).check()
    shot.shoot("options", main=True)
    for group in sheet.get_by_role("group").all():
        if group.get_by_role("radio").count():
            group.get_by_role("radio").first.check()
    sheet.locator("[type=submit]").click()
    shot.dish("drinks", "makgeolli")
    shot.shoot("alcohol")
    shot.press("of_age")
    shot.dish("sides", "egg")
    shot.dish("rices", "rice")
    page.get_by_role("navigation").get_by_role("button", name=shot.words["stews"]).click()
    shot.shoot("menu", main=True)
    shot.press("easy")
    shot.shoot("easy", main=True)
    shot.press("usual")


def change(shot: Photographer) -> None:
    """What sells out and what is paused while the guest looks, and a lost connection."""
    if not shot.everything:
        return
    staff = shot.server.sign_in_staff("manager")["access"]
    menu = shot.server.request("GET", "/menu", token=shot.server.sign_in_table(TABLE)["access"]).json()
    items = [item for category in menu["categories"] for item in category["items"]]
    egg = next(item["id"] for item in items if item["name"]["ko"] == WORDS["ko"]["egg"])
    shot.server.request("PATCH", f"/staff/menu-items/{egg}", {"status": "sold_out"}, token=staff)
    shot.shoot("sold-out-in-cart")
    shot.server.request("PATCH", f"/staff/menu-items/{egg}", {"status": "on_sale"}, token=staff)
    shot.server.request("PATCH", "/staff/store", {"accepting_orders": False}, token=staff)
    shot.shoot("paused")
    shot.server.request("PATCH", "/staff/store", {"accepting_orders": False, "resume_after_minutes": 20}, token=staff)
    shot.shoot("paused-until")
    shot.server.request("PATCH", "/staff/store", {"accepting_orders": True}, token=staff)
    close(shot)
    shot.press("call")
    shot.page.get_by_role("dialog").get_by_text(shot.words["water"]).click()
    shot.shoot("call")
    shot.press("call_now")
    shot.page.keyboard.press("Escape")


def close(shot: Photographer) -> None:
    """A holiday, and last orders that are over, with a dish that can only be looked at."""
    is_stopped = shot.page.locator(".cart__reason")
    hours.is_closed(shot.server)
    expect(is_stopped).to_be_visible()
    shot.shoot("closed")
    shot.dish("drinks", "makgeolli")
    shot.shoot("closed-dish")
    shot.page.keyboard.press("Escape")
    half_an_hour = timedelta(minutes=30)
    hours.opens(shot.server, since=2 * half_an_hour, until=half_an_hour, last_order_minutes=60)
    expect(is_stopped).to_contain_text(shot.words["last_orders_over"])
    shot.shoot("last-orders-over")
    hours.is_always_open(shot.server)
    expect(is_stopped).to_have_count(0)


def order(shot: Photographer) -> None:
    """From the question to the bill."""
    page = shot.page
    if page.get_by_role("region").count() == 0 or not page.locator(".menu__cart").is_visible():
        page.locator(".cart-bar__button").click()
        shot.shoot("cart", main=True)
    page.get_by_role("button", name=shot.words["order"], exact=True).last.click()
    shot.shoot("confirm")
    page.get_by_role("button", name=shot.words["send"]).click()
    page.get_by_role("button", name=shot.words["history"]).wait_for()
    shot.shoot("placed")
    page.get_by_role("button", name=shot.words["history"]).click()
    page.get_by_role("article").first.wait_for()
    shot.shoot("orders", main=True)


def finish(server: Server) -> None:
    """The next visit begins on a free table; the guests see the thanks."""
    staff = server.sign_in_staff()["access"]
    for table in server.request("GET", "/staff/board", token=staff).json()["tables"]:
        if table["number"] == TABLE and table["session"]:
            server.request("POST", f"/staff/tables/{table['id']}/close", {"force": True}, token=staff)
