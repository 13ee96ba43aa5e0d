"""Back office: orders, sessions and calls; each file registers its pages."""

from orders.admin import calls, operators, orders, sessions

__all__ = ["calls", "operators", "orders", "sessions"]
