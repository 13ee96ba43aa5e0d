"""A kitchen ticket and a bill on 80 mm paper, as the board prints them: in the store's language, whoever reads."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import Store
from accounts.money import written
from menu.translations import pick
from orders.admin.looks import page_of
from orders.board import bill_total
from orders.models import Order, OrderLine, OrderStatus
from tables.models import TableSession

Sheet = dict[str, Any]


def language_of(store: Store) -> str:
    """The interface's language that is nearest to the store's own."""
    return "ko" if store.default_language == "ko" else "en"


def ticket(request: HttpRequest, order: Order) -> HttpResponse:
    """What the kitchen hangs up."""
    store = order.store
    sheet = {
        "order": order,
        "placed": _clock(order.created_at, store),
        "is_more": order.session.orders.filter(pk__lt=order.pk).exclude(status=OrderStatus.CANCELLED).exists(),
        "lines": [_ticket_line(line, store) for line in order.lines.all()],
    }
    return _paper(request, order, store, "orders/ticket.html", sheet)


def bill(request: HttpRequest, session: TableSession, orders: list[Order]) -> HttpResponse:
    """What the guests take to the counter."""
    store = session.store
    billed = [order for order in orders if order.status != OrderStatus.CANCELLED]
    with translation.override(language_of(store)):
        sheet = {
            "session": session,
            "opened": _clock(session.opened_at, store),
            "lines": _merged([line for order in billed for line in order.lines.all()], store),
            "count": len(billed),
            "total": written(bill_total(billed), store.currency),
        }
    return _paper(request, session, store, "orders/bill.html", sheet)


def _paper(request: HttpRequest, row: Any, store: Store, template: str, sheet: Sheet) -> HttpResponse:
    """The page: what stands beside the sheet is in the reader's language, the sheet in the store's."""
    frame = {"back": page_of(row), "print_label": _("Print"), "back_label": _("Back")}
    language = language_of(store)
    with translation.override(language):
        return HttpResponse(
            render_to_string(template, {"store": store, "language": language, **frame, **sheet}, request)
        )


def _ticket_line(line: OrderLine, store: Store) -> Sheet:
    options = [_named(option["name"], store) for option in line.options]
    return {"quantity": line.quantity, "dish": _named(line.name, store), "options": options, "note": line.note}


def _merged(lines: Iterable[OrderLine], store: Store) -> list[Sheet]:
    """The same dish with the same options at the same price is one line, however often it was ordered."""
    found: dict[Any, list[OrderLine]] = {}
    for line in lines:
        options = tuple((option["id"], option["price"]) for option in line.options)
        found.setdefault((line.menu_item_id, line.unit_price, options), []).append(line)
    return [_bill_line(same, store) for same in found.values()]


def _bill_line(same: list[OrderLine], store: Store) -> Sheet:
    first = same[0]
    quantity = sum(line.quantity for line in same)
    total = sum(line.line_total for line in same)
    options = [
        _named(option["name"], store) + (f" +{written(option['price'], store.currency)}" if option["price"] else "")
        for option in first.options
    ]
    return {
        "dish": _named(first.name, store),
        "options": options,
        "each": written(total // quantity, store.currency),
        "quantity": quantity,
        "total": written(total, store.currency),
    }


def _named(text: dict[str, str], store: Store) -> str:
    return pick(text, store.default_language)


def _clock(moment: datetime, store: Store) -> str:
    return f"{timezone.localtime(moment, ZoneInfo(store.time_zone)):%Y-%m-%d %H:%M}"
