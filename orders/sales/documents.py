"""A report as its JSON document. Shape: orders/serializers/sales.py."""

from orders.documents import Document
from orders.models import FigureKind
from orders.sales.breakdowns import by_category, by_hour
from orders.sales.hours import SECOND_TIME
from orders.sales.report import Report, names_of

KINDS = (FigureKind.HOUR, FigureKind.ITEM)
AVERAGES = ("average_order", "average_session", "average_guest", "turn_seconds", "wait_seconds", "prepare_seconds")
COUNTS = ("orders", "total", "sessions", "guests")


def sales_document(report: Report) -> Document:
    """The whole report, which has `KINDS`."""
    items = report.of(FigureKind.ITEM)
    return {
        "from": report.first,
        "to": report.last,
        "totals": {name: getattr(report.totals, name) for name in (*COUNTS, *AVERAGES)},
        "cancelled": {"orders": report.totals.cancelled_orders, "total": report.totals.cancelled_total},
        "per_day": _days(report),
        "per_hour": _hours(report),
        "per_item": [
            {"menu_item": share.subject, "name": name, "quantity": share.quantity, "total": share.total}
            for share, name in zip(items, names_of(items), strict=True)
        ],
        "per_category": [
            {"category": share.category, "name": share.name, "quantity": share.quantity, "total": share.total}
            for share in by_category(report)
        ],
    }


def _days(report: Report) -> list[Document]:
    columns = ("orders", "total", "cancelled_orders", "cancelled_total")
    return [
        {"business_date": day, **{name: getattr(totals, name) for name in columns}}
        for day, totals in report.days.items()
    ]


def _hours(report: Report) -> list[Document]:
    return [
        {
            "hour": int(hour.removesuffix(SECOND_TIME)),
            "again": hour.endswith(SECOND_TIME),
            "orders": share.orders if share else 0,
            "total": share.total if share else 0,
        }
        for hour, share in by_hour(report)
    ]
