"""Back office: the restaurant and its people."""

from accounts.admin import people, stores

__all__ = ["people", "stores"]
