"""Stores, the people who work in them, and as what."""

from accounts.models.people import MANAGING_ROLES, Membership, Role, User
from accounts.models.stores import LONGEST_WAIT, MENU_LANGUAGES, Currency, Store

__all__ = ["LONGEST_WAIT", "MANAGING_ROLES", "MENU_LANGUAGES", "Currency", "Membership", "Role", "Store", "User"]
