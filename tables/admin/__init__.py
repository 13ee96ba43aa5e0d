"""Back office: tables, how many are made at once, where they stand, and how tablets come to them.

The tablets themselves are beside the orders: what a manager tells one goes through the event log.
"""

from tables.admin import cards, floor, making, pairing, tables

__all__ = ["cards", "floor", "making", "pairing", "tables"]
