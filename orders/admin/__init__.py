"""Back office: orders, sessions and calls; each file registers its pages."""

from orders.admin import calls, exports, operators, orders, sessions

__all__ = ["calls", "exports", "operators", "orders", "sessions"]
