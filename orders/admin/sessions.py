"""Back office: sessions, each with its orders, its bill and its story."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest
from django.urls import path
from django.utils.translation import gettext_lazy as _

from accounts.business_day import utc_now
from accounts.money import written
from accounts.pages import Section
from orders.admin.days import DayFilter
from orders.admin.filters import SessionStateFilter, TableFilter
from orders.admin.lists import HistoryAdmin
from orders.admin.looks import Colleagues, badge, clock, dishes_of, lasting, status_badge
from orders.admin.papers import bill
from orders.board import bill_total
from orders.models import Order, OrderLine, OrderStatus
from orders.stories import session_story
from tables.models import ServiceCall, SessionStep, Table, TableSession

FOUND_TABLES = 100


@admin.register(TableSession)
class TableSessionAdmin(HistoryAdmin):
    """Who sat where, when, and what it came to."""

    section = Section.ORDERS
    nav_order = 2
    list_display = ("at_table", "state", "amount", "opened", "stay", "guests", "order_count")
    list_filter = (DayFilter, SessionStateFilter, TableFilter)
    list_select_related = ("table", "store")
    search_fields = ("table__number",)
    search_help_text = _("A table's number, name or zone.")
    in_store = ("-store_id", "-business_date", "-id")
    page_template = "orders/session.html"

    def as_listed(self, rows: QuerySet[TableSession]) -> QuerySet[TableSession]:
        """With the orders that the bill is made of."""
        orders = Order.objects.only("session", "status", "total").order_by("id")
        return rows.prefetch_related(Prefetch("orders", orders))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[TableSession], search_term: str
    ) -> tuple[QuerySet[TableSession], bool]:
        """Sessions at the tables that the words name."""
        term = search_term.strip()
        if not term:
            return queryset, False
        named = Q(name__icontains=term) | Q(zone__icontains=term)
        if term.isdecimal() and len(term) < 6:
            named |= Q(number=int(term))
        tables = self.admin_site.get_model_admin(Table).get_queryset(request).filter(named)
        return queryset.filter(table__in=list(tables.values_list("pk", flat=True)[:FOUND_TABLES])), False

    def get_urls(self) -> list[Any]:
        """The bill on paper."""
        view = self.admin_site.admin_view(self.bill_view)
        return [path("<uuid:session_id>/bill/", view, name="tables_tablesession_bill"), *super().get_urls()]

    def bill_view(self, request: HttpRequest, session_id: Any) -> Any:
        """What the guests took to the counter, once more."""
        session = self.found(request, session_id)
        return bill(request, session, list(_orders_of(session)))

    def story_of(self, request: HttpRequest, row: TableSession) -> dict[str, Any]:
        """Everything about the session."""
        session = _whole(row)
        orders = list(_orders_of(session))
        moments = session_story(session, orders, _calls_of(session))
        people = Colleagues(request, session.store, [moment.by for moment in moments])
        currency = session.store.currency
        return {
            "title": f"{session.table} · {clock(session.opened_at, session.store)}",
            "session": session,
            "state": self.state(session),
            "stay": self.stay(session),
            "orders": [(each, status_badge(each), dishes_of(each), written(each.total, currency)) for each in orders],
            "count": len(_billed(orders)),
            "total": written(bill_total(orders), currency),
            "moments": people.told(moments),
        }

    @admin.display(description=_("table"), ordering="table__number")
    def at_table(self, session: TableSession) -> str:
        """Where the guests are, or were last."""
        return str(session.table)

    @admin.display(description=_("opened"), ordering="opened_at")
    def opened(self, session: TableSession) -> str:
        """When, by the store's clock."""
        return clock(session.opened_at, session.store)

    @admin.display(description=_("state"))
    def state(self, session: TableSession) -> str:
        """Whether they are there."""
        return badge(_("have left"), "muted") if session.closed_at else badge(_("at the table"), "good")

    @admin.display(description=_("stayed"))
    def stay(self, session: TableSession) -> str:
        """How long, by now."""
        return lasting((session.closed_at or utc_now()) - session.opened_at)

    @admin.display(description=_("orders"))
    def order_count(self, session: TableSession) -> int:
        """How many are on the bill."""
        return len(_billed(session.orders.all()))

    @admin.display(description=_("bill"))
    def amount(self, session: TableSession) -> str:
        """What the bill comes to."""
        return written(bill_total(session.orders.all()), session.store.currency)


def _billed(orders: Any) -> list[Order]:
    return [order for order in orders if order.status != OrderStatus.CANCELLED]


def _whole(row: TableSession) -> TableSession:
    steps = SessionStep.objects.select_related("from_table", "to_table", "by").order_by("id")
    sessions = TableSession.objects.select_related("store", "table", "opened_by", "closed_by")
    return sessions.prefetch_related(Prefetch("steps", steps)).get(pk=row.pk)


def _orders_of(session: TableSession) -> QuerySet[Order]:
    lines = Prefetch("lines", OrderLine.objects.order_by("position"))
    orders = session.orders.select_related("store", "table", "placed_by_user", "session__table")
    return orders.prefetch_related(lines).order_by("id")


def _calls_of(session: TableSession) -> QuerySet[ServiceCall]:
    return session.service_calls.select_related("acknowledged_by").order_by("id")
