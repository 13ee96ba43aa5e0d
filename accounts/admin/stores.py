"""Back office: how a restaurant is set up."""

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from accounts.forms import StoreForm
from accounts.models import Store
from accounts.pages import Section
from accounts.reach import reach_of
from accounts.scoping import ScopedAdmin, nobody


@admin.register(Store)
class StoreAdmin(ScopedAdmin):
    """Stores. Their history is kept, so none is deleted."""

    form = StoreForm
    section = Section.STORE
    nav_order = 1
    store_path = "id"
    live_fields = ("accepting_orders",)
    list_display = ("name", "code", "accepting_orders", "time_zone", "default_language")
    search_fields = ("name", "code")
    ordering = ("name", "id")
    fields = (
        "code",
        "name",
        "accepting_orders",
        "languages",
        "default_language",
        "time_zone",
        "business_day_start",
        ("warning_minutes", "late_minutes"),
        "currency",
    )
    has_delete_permission = nobody

    def reaches(self, request: HttpRequest, obj: Any) -> bool:
        """A store is its own."""
        reach = reach_of(request)
        return bool(reach) if obj is None else reach.manages(obj.pk)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Operators open stores."""
        return reach_of(request).everything

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Tablets sign in with the code, and stored amounts are in the currency: an operator's decisions."""
        return [] if reach_of(request).everything else ["code", "currency"]
