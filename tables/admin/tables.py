"""Back office: tables. Their sessions and service calls have theirs beside the orders, as do tablets."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import Deed
from accounts.pages import Section
from accounts.scoping import ScopedAdmin
from tables.forms import TableForm
from tables.models import ServiceCall, Table, TableSession, Tablet
from tables.pairing import set_pin
from tables.selectors import in_use


@admin.register(Table)
class TableAdmin(ScopedAdmin):
    """Tables. One that was ever used stays, for the history; it is taken out of use instead."""

    section = Section.TABLES
    nav_order = 1
    form = TableForm
    goes_along = (Tablet, ServiceCall)
    fields = ("store", "number", "name", "zone", "seats", ("position_x", "position_y"), "is_active", "new_pin")
    list_display = ("number", "name", "zone", "seats", "tablets_here", "is_active", "pair_here")
    list_filter = ("zone", "is_active")
    search_fields = ("=number", "name", "zone")
    search_help_text = _("Number, name or zone")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Count the tablets with the tables."""
        paired = Count("tablets", filter=in_use("tablets__"))
        rows: QuerySet[Any] = super().get_queryset(request).annotate(paired=paired).order_by("number", "id")
        return rows

    @admin.display(description=_("tablets"), ordering="paired")
    def tablets_here(self, table: Any) -> str:
        """How many are in use, and the way to them."""
        address = reverse("admin:tables_tablet_changelist")
        return format_html('<a href="{}?table__id__exact={}">{}</a>', address, table.pk, table.paired)

    @admin.display(description=_("connect"))
    def pair_here(self, table: Table) -> str:
        """The way to a code."""
        if not table.is_active:
            return "–"
        address = reverse("admin:tables_pairing", args=(table.pk,))
        label = _("Connect a tablet to %(table)s") % {"table": table}
        return format_html('<a class="button" href="{}" aria-label="{}">{}</a>', address, label, _("Connect"))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Say how many sessions stand in the way: those of an old table, each with its orders, would fill the page."""
        sessions = TableSession.objects.filter(table__in=[table.pk for table in objs]).count()
        if sessions:
            return [], {}, set(), [ngettext("%(count)d session", "%(count)d sessions", sessions) % {"count": sessions}]
        return super().get_deleted_objects(objs, request)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Keep the PIN as a hash."""
        super().save_model(request, obj, form, change)
        if pin := form.cleaned_data["new_pin"]:
            set_pin(table=obj, pin=pin)
            if change:
                self.trace(request, Deed.PIN_SET, obj)
