"""What was ordered, every step of it, the event log that live screens follow, and sales added up."""

from orders.models.events import EventKind, StoreCounter, StoreEvent
from orders.models.orders import OPEN_STATUSES, Order, OrderLine, OrderStatus, OrderStep, WithdrawnKey
from orders.models.sales import FigureKind, SalesFigure, SalesSubject, SalesSummary

__all__ = [
    "OPEN_STATUSES",
    "EventKind",
    "FigureKind",
    "Order",
    "OrderLine",
    "OrderStatus",
    "OrderStep",
    "SalesFigure",
    "SalesSubject",
    "SalesSummary",
    "StoreCounter",
    "StoreEvent",
    "WithdrawnKey",
]
