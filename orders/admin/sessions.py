"""Back office: sessions and service calls, to look at."""

from django.contrib import admin
from django.contrib.admin.filters import EmptyFieldListFilter

from accounts.pages import Section
from accounts.scoping import ReadOnlyAdmin, ReadOnlyInline
from tables.models import ServiceCall, SessionStep, TableSession


class SessionStepInline(ReadOnlyInline):
    """Where else the guests sat."""

    model = SessionStep
    store_path = "session__store"
    named_by = ("from_table", "to_table", "by")
    fields = ("at", "by", "kind", "from_table", "to_table")


@admin.register(TableSession)
class TableSessionAdmin(ReadOnlyAdmin):
    """Who sat where, and when."""

    section = Section.ORDERS
    nav_order = 2
    fields = (
        "store",
        "table",
        "business_date",
        "guests",
        "opened_at",
        "opened_by",
        "closed_at",
        "closed_by",
    )
    inlines = (SessionStepInline,)
    list_display = ("__str__", "table", "business_date", "guests", "opened_at", "opened_by", "closed_at", "closed_by")
    list_filter = (("closed_at", EmptyFieldListFilter), "business_date", "table")
    list_select_related = ("table", "opened_by", "closed_by")
    search_fields = ("=table__number", "table__name")
    ordering = ("-id",)


@admin.register(ServiceCall)
class ServiceCallAdmin(ReadOnlyAdmin):
    """Who called for what, and who went."""

    section = Section.ORDERS
    nav_order = 3
    fields = ("store", "table", "session", "kind", "message", "created_at", "acknowledged_at", "acknowledged_by")
    list_display = ("__str__", "table", "kind", "message", "created_at", "acknowledged_at", "acknowledged_by")
    list_filter = (("acknowledged_at", EmptyFieldListFilter), "kind", "table")
    list_select_related = ("table", "acknowledged_by")
    search_fields = ("=table__number", "table__name", "message")
    ordering = ("-id",)
