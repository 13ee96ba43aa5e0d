"""Back office: orders, sessions, calls, tablets and sales; each file registers its pages."""

from orders import home
from orders.admin import calls, exports, operators, orders, sessions, tablets
from orders.sales import office as sales

__all__ = ["calls", "exports", "home", "operators", "orders", "sales", "sessions", "tablets"]
