"""Back office: orders, sessions and calls; each file registers its pages."""

from orders.admin import operators, orders, sessions

__all__ = ["operators", "orders", "sessions"]
