"""Devices with a board on them, and pictures of what any device shows."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.server import ROOT, Server

SCREENS = ROOT / "docs" / "screens"
COLOURS = 256
COUNTER, SMALL, WALL, PHONE = (1280, 800), (1024, 768), (1920, 1080), (390, 844)
LOCALES = {"ko": "ko-KR", "en": "en-GB"}


@contextmanager
def board(
    browser: Browser,
    server: Server,
    language: str,
    *,
    path: str = "/staff",
    size: tuple[int, int] = COUNTER,
    scheme: str = "light",
) -> Iterator[Page]:
    """A manager's board on a device of its own."""
    width, height = size
    context = browser.new_context(
        base_url=server.url,
        locale=LOCALES[language],
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type] # light or dark
        reduced_motion="reduce",
    )
    context.add_init_script("window.print = () => {}")
    page = context.new_page()
    page.set_default_timeout(8_000)
    page.goto(path)
    if language == "en":
        page.get_by_role("button", name="English").click()
    sign_in(page)
    yield page
    page.goto("about:blank")
    context.close()


def answer(page: Page) -> None:
    """Fill the form."""
    for number, text in enumerate(("demo", "manager", "manager1234")):
        page.get_by_role("textbox").nth(number).fill(text)
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation")).to_be_visible()


def sign_in(page: Page) -> None:
    """Fill the form and wait until the board is live."""
    answer(page)
    expect(page.locator(".connection--live")).to_be_visible()
    page.wait_for_timeout(400)


def shoot(page: Page, name: str, part: str = "") -> None:
    """Keep a picture of the page, or of a part of it."""
    page.wait_for_timeout(300)
    keep(page.locator(part).screenshot() if part else page.screenshot(), name)


def keep(taken: bytes, name: str) -> None:
    """With few colours: drawings lose nothing by it, and it is a tenth of the size."""
    picture = Image.open(io.BytesIO(taken)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(SCREENS / f"{name}.png", optimize=True)
