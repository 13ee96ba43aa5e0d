"""Back office: orders, sessions and calls; each file registers its pages."""

from orders.admin import calls, operators, orders, sessions
from orders.sales import office as sales

__all__ = ["calls", "operators", "orders", "sales", "sessions"]
