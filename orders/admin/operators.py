"""Back office: what only operators have a use for."""

from django.contrib import admin

from accounts.scoping import OperatorAdmin
from orders.models import StoreCounter, StoreEvent


@admin.register(StoreCounter)
class StoreCounterAdmin(OperatorAdmin):
    """Where the store's numbers are."""

    fields = ("store", "last_event", "business_date", "last_order")
    list_display = ("last_event", "business_date", "last_order")


@admin.register(StoreEvent)
class StoreEventAdmin(OperatorAdmin):
    """What screens were told."""

    fields = ("store", "number", "kind", "table_id", "from_table_id", "created_at", "data")
    list_display = ("number", "kind", "created_at")
    list_filter = ("kind",)
    search_fields = ("=number",)
