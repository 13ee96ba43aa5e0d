"""Back office: who called for what, and who went."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.audit import name_of
from accounts.business_day import utc_now
from accounts.pages import Section
from orders.admin.days import DayOfMomentFilter
from orders.admin.filters import CallKindFilter, CallStateFilter, TableFilter
from orders.admin.lists import HistoryAdmin
from orders.admin.looks import Colleagues, badge, clock, lasting
from tables.models import ServiceCall


@admin.register(ServiceCall)
class ServiceCallAdmin(HistoryAdmin):
    """Service calls."""

    section = Section.ORDERS
    nav_order = 3
    list_display = ("what", "state", "table", "called", "waited", "taken_by")
    list_filter = (DayOfMomentFilter, CallStateFilter, CallKindFilter, TableFilter)
    list_select_related = ("store", "table", "acknowledged_by")
    search_fields = ("message",)
    search_help_text = _("Words of the guests' message.")
    in_store = ("-store_id", "-created_at", "-id")
    page_template = "orders/call.html"

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[ServiceCall], search_term: str
    ) -> tuple[QuerySet[ServiceCall], bool]:
        """Among the newest, those whose message or table has the words."""
        term = search_term.strip()
        if not term:
            return queryset, False
        said = Q(message__icontains=term) | Q(table__name__icontains=term)
        return queryset.filter(said, pk__in=self.newest(request, queryset)), False

    def story_of(self, request: HttpRequest, row: ServiceCall) -> dict[str, Any]:
        """Everything about the call."""
        call = ServiceCall.objects.select_related("store", "table", "session__table", "acknowledged_by").get(pk=row.pk)
        people = Colleagues(request, call.store, [call.acknowledged_by])
        return {
            "title": f"{call.table}: {call.get_kind_display()}",
            "call": call,
            "state": self.state(call),
            "waited": self.waited(call),
            "by": people.link(call.acknowledged_by),
        }

    @admin.display(description=_("called for"))
    def what(self, call: ServiceCall) -> str:
        """What for, in the guests' words where there are any."""
        return f"{call.get_kind_display()}: {call.message}" if call.message else call.get_kind_display()

    @admin.display(description=_("called"), ordering="created_at")
    def called(self, call: ServiceCall) -> str:
        """When, by the store's clock."""
        return clock(call.created_at, call.store)

    @admin.display(description=_("state"))
    def state(self, call: ServiceCall) -> str:
        """Whether somebody took it."""
        return badge(_("taken"), "good") if call.acknowledged_at else badge(_("open"), "warn")

    @admin.display(description=_("waited"))
    def waited(self, call: ServiceCall) -> str:
        """How long the guests waited, or have waited by now."""
        return lasting((call.acknowledged_at or utc_now()) - call.created_at)

    @admin.display(description=_("taken by"))
    def taken_by(self, call: ServiceCall) -> str:
        """Who went."""
        return name_of(call.acknowledged_by) if call.acknowledged_by else ""
