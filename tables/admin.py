"""Back office: tables and tablets. Their sessions and service calls have theirs beside the orders."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.filters import EmptyFieldListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import Deed
from accounts.pages import Section
from accounts.scoping import ReadOnlyAdmin, ScopedAdmin
from tables.forms import TableForm
from tables.models import ServiceCall, Table, TableSession, Tablet
from tables.pairing import revoke_tablet, set_pin
from tables.pairing_codes import make_pairing_code


@admin.register(Table)
class TableAdmin(ScopedAdmin):
    """Tables. One that was ever used stays, for the history; it is taken out of use instead."""

    section = Section.TABLES
    nav_order = 1
    form = TableForm
    goes_along = (Tablet, ServiceCall)
    fields = ("store", "number", "name", "zone", "seats", ("position_x", "position_y"), "is_active", "new_pin")
    list_display = ("number", "name", "zone", "seats", "is_active")
    list_filter = ("zone", "is_active")
    search_fields = ("=number", "name", "zone")

    actions = ("show_pairing_code",)

    @admin.action(description=_("Show a code that pairs a tablet with the chosen table"))
    def show_pairing_code(self, request: HttpRequest, tables: QuerySet[Table]) -> None:
        """A new code, for one table at a time: two on the page would be mixed up."""
        table = tables.first() if tables.count() == 1 else None
        if table is None or not table.is_active:
            self.message_user(request, _("Choose one table that is in use."), messages.ERROR)
            return
        made = make_pairing_code(store_id=table.store_id, table_id=table.pk, by_id=request.user.pk)
        self.trace(request, Deed.PAIRING_CODE_MADE, table)
        text = _("%(table)s: type %(code)s into the tablet within ten minutes. The code works once.")
        self.message_user(request, text % {"table": table, "code": made.code})

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


@admin.register(Tablet)
class TabletAdmin(ReadOnlyAdmin):
    """Tablets pair themselves; here they are revoked."""

    section = Section.TABLES
    nav_order = 2
    fields = ("store", "table", "paired_at", "last_seen_at", "revoked_at")
    list_display = ("__str__", "table", "paired_at", "last_seen_at", "revoked_at")
    list_filter = (("revoked_at", EmptyFieldListFilter), "table")
    list_select_related = ("table",)
    search_fields = ("=table__number", "table__name")
    ordering = ("-last_seen_at",)
    actions = ("revoke",)

    @admin.action(description=_("Revoke the chosen tablets for good"))
    def revoke(self, request: HttpRequest, tablets: QuerySet[Tablet]) -> None:
        """End the tablets' tokens; their tables can be signed in to again with the PIN."""
        for tablet in tablets.filter(revoked_at=None):
            revoke_tablet(tablet=tablet)
            self.trace(request, Deed.TABLET_REVOKED, tablet)
        self.message_user(request, _("The chosen tablets are revoked."))
