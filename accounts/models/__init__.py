"""Stores, the people who work in them, and as what; and the trail of what was changed."""

from accounts.models.audit import AuditEntry, Deed
from accounts.models.opening import OpeningWindow, SpecialDay, Weekday, hours_text
from accounts.models.people import MANAGING_ROLES, EndedSignIn, Membership, Role, User
from accounts.models.stores import LONGEST_WAIT, MENU_LANGUAGES, Currency, Store

__all__ = [
    "LONGEST_WAIT",
    "MANAGING_ROLES",
    "MENU_LANGUAGES",
    "AuditEntry",
    "Currency",
    "Deed",
    "EndedSignIn",
    "Membership",
    "OpeningWindow",
    "Role",
    "SpecialDay",
    "Store",
    "User",
    "Weekday",
    "hours_text",
]
