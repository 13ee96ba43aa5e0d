"""Back office: the restaurant and its people."""

from accounts.admin import accounts, audit, people, stores

__all__ = ["accounts", "audit", "people", "stores"]
