"""Back office: orders, each with its whole story. Managers cancel one here; every other step is made on the board."""

import re
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.business_day import utc_now
from accounts.money import written
from accounts.pages import Section
from orders.admin.cancelling import cancel
from orders.admin.days import DayFilter, Days, days_asked
from orders.admin.filters import OrderTableFilter, StatusFilter
from orders.admin.lists import HistoryAdmin
from orders.admin.looks import Colleagues, clock, dishes_of, lasting, line_shown, status_badge
from orders.admin.papers import ticket
from orders.models import OPEN_STATUSES, Order, OrderLine, OrderStep
from orders.steps import CANCELLABLE
from orders.stories import order_story
from tables.models import ServiceCall, SessionStep

NUMBER = re.compile(r"#?\s*(\d{1,9})\s*번?")
# A number stands once in every day: it is looked up in each of so many.
NUMBERED_DAYS = 400
LANGUAGES = ("ko", "en", "ja", "zh")


@admin.register(Order)
class OrderAdmin(HistoryAdmin):
    """Orders."""

    section = Section.ORDERS
    nav_order = 1
    list_display = ("order_number", "state", "at_table", "dishes", "amount", "placed", "waited")
    list_filter = (DayFilter, StatusFilter, OrderTableFilter)
    list_select_related = ("session__table", "store")
    search_fields = ("number",)
    search_help_text = _("An order number, a dish, or words of a note.")
    in_store = ("-store_id", "-business_date", "-number")
    page_template = "orders/order.html"

    def as_listed(self, rows: QuerySet[Order]) -> QuerySet[Order]:
        """With the lines, of which the list names the first."""
        return rows.prefetch_related(Prefetch("lines", OrderLine.objects.order_by("position")))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Order], search_term: str
    ) -> tuple[QuerySet[Order], bool]:
        """Orders of this number, or among the newest those that the words are found in."""
        term = search_term.strip()
        if not term:
            return queryset, False
        if number := NUMBER.fullmatch(term):
            days = _days_between(days_asked(request))
            return queryset.filter(number=int(number[1]), business_date__in=days), False
        lines = OrderLine.objects.filter(_named(term) | Q(note__icontains=term), order=OuterRef("pk"))
        said = Q(note__icontains=term) | Q(cancel_reason__icontains=term) | Q(session__table__name__icontains=term)
        return queryset.filter(Exists(lines) | said, pk__in=self.newest(request, queryset)), False

    def get_urls(self) -> list[Any]:
        """The order on paper, and its cancelling."""
        ours = [
            path("<uuid:order_id>/cancel/", self.admin_site.admin_view(self.cancel_view), name="orders_order_cancel"),
            path("<uuid:order_id>/ticket/", self.admin_site.admin_view(self.ticket_view), name="orders_order_ticket"),
        ]
        return [*ours, *super().get_urls()]

    def cancel_view(self, request: HttpRequest, order_id: Any) -> Any:
        """Cancel it, for a reason."""
        order = self.found(request, order_id)
        return cancel(self, request, order)

    def ticket_view(self, request: HttpRequest, order_id: Any) -> Any:
        """The kitchen's ticket once more."""
        return ticket(request, self.found(request, order_id))

    def story_of(self, request: HttpRequest, row: Order) -> dict[str, Any]:
        """Everything about the order."""
        order = self.whole(row)
        calls = _calls_meanwhile(order)
        moments = order_story(order, calls)
        people = Colleagues(request, order.store, [moment.by for moment in moments])
        return {
            "title": gettext("Order %(number)d") % {"number": order.number},
            "order": order,
            "state": status_badge(order),
            "moments": people.told(moments),
            "lines": [line_shown(line, order.store) for line in order.lines.all()],
            "total": written(order.total, order.store.currency),
            "waited": self.waited(order),
            "can_cancel": order.status in CANCELLABLE,
        }

    def whole(self, row: Order) -> Order:
        """The order with all that its page tells."""
        steps = Prefetch("steps", OrderStep.objects.select_related("by").order_by("id"))
        ways = SessionStep.objects.select_related("from_table", "to_table", "by").order_by("id")
        orders = Order.objects.select_related("store", "table", "session__table", "placed_by_user")
        return orders.prefetch_related("lines", steps, Prefetch("session__steps", ways)).get(pk=row.pk)

    @admin.display(description=_("order no."), ordering="number")
    def order_number(self, order: Order) -> str:
        """Its number on its day."""
        return f"#{order.number}"

    @admin.display(description=_("placed"), ordering="created_at")
    def placed(self, order: Order) -> str:
        """When, by the store's clock."""
        return clock(order.created_at, order.store)

    @admin.display(description=_("table"))
    def at_table(self, order: Order) -> str:
        """Where the guests are, or were last."""
        return str(order.session.table)

    @admin.display(description=_("status"), ordering="status")
    def state(self, order: Order) -> str:
        """Where it is."""
        return status_badge(order)

    @admin.display(description=_("ordered"))
    def dishes(self, order: Order) -> str:
        """The first of its dishes."""
        return dishes_of(order)

    @admin.display(description=_("total"), ordering="total")
    def amount(self, order: Order) -> str:
        """What it came to."""
        return written(order.total, order.store.currency)

    @admin.display(description=_("until done"))
    def waited(self, order: Order) -> str:
        """How long the guests waited, or have waited by now."""
        until = utc_now() if order.status in OPEN_STATUSES else order.completed_at
        return lasting(until - order.created_at) if until else "–"


def _days_between(days: Days) -> list[Any]:
    """Every one of the days, the latest NUMBERED_DAYS of them."""
    first, last = days
    last = last or utc_now().date() + timedelta(days=1)
    first = max(filter(None, [first, last - timedelta(days=NUMBERED_DAYS)]))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _named(term: str) -> Q:
    """A line whose dish is called so in some language. Each is asked for: SQLite stores all but ASCII escaped."""
    found = Q()
    for language in LANGUAGES:
        found |= Q(**{f"name__{language}__icontains": term})
    return found


def _calls_meanwhile(order: Order) -> QuerySet[ServiceCall]:
    """What the guests called for from this order on until it was done."""
    until = order.completed_at or order.cancelled_at or utc_now()
    calls = ServiceCall.objects.filter(session=order.session_id, created_at__range=(order.created_at, until))
    return calls.select_related("acknowledged_by").order_by("id")
