"""Back office: the menu."""

from menu.admin import categories, items, options, versions

__all__ = ["categories", "items", "options", "versions"]
