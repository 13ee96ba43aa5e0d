"""Back office: orders, sessions and calls; each file registers its pages."""

from orders.admin import exports, operators, orders, sessions

__all__ = ["exports", "operators", "orders", "sessions"]
