"""What every screen is held against: WCAG as axe knows it, the size of what one touches, nothing beyond the edge."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SIZES = [(1280, 800), (1024, 768), (800, 1280), (390, 844)]
TABLET_TARGET = 48  # pixels
BOARD_TARGET = 44
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Of a box with its words the whole row is touched.
SMALL = """smallest => [
    ...document.querySelectorAll('button, a, input, select, summary, label:has([type=checkbox], [type=radio])')
  ]
  .filter(element => element.checkVisibility() && !['checkbox', 'radio'].includes(element.type))
  .map(element => [element, element.getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < smallest - 0.5)
  .map(([element, box]) => `${element.outerHTML.slice(0, 120)} ${box.width}x${box.height}`)"""


def hold(page: Page, smallest: int = TABLET_TARGET) -> None:
    """Hold what is on the screen now against all of it."""
    hold_accessible(page)
    hold_targets(page, smallest)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def hold_accessible(page: Page, when: str = "") -> None:
    """Hold it against all that axe knows, beyond WCAG too."""
    refuse_violations(page, when, None)


def hold_to_wcag(page: Page, when: str = "") -> None:
    """Hold it against WCAG 2.2 AA alone: the markup of Django's own templates is not ours to better."""
    refuse_violations(page, when, {"preload": False, "runOnly": WCAG})


def refuse_violations(page: Page, when: str, options: dict[str, Any] | None) -> None:
    found = Axe().run(page, options=options)
    assert found.violations_count == 0, f"{when}: {found.generate_report()}"


def hold_targets(page: Page, smallest: int) -> None:
    assert page.evaluate(SMALL, smallest) == []
