"""Back office: the menu."""

from menu.admin import categories, items, options, versions
from menu.transfer import pages

__all__ = ["categories", "items", "options", "pages", "versions"]
