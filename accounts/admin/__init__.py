"""Back office: the restaurant and its people."""

from accounts.admin import audit, people, stores

__all__ = ["audit", "people", "stores"]
