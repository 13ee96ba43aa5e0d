"""Back office: orders and their events, to look at. Staff advance and cancel on the board, never here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.pages import Section
from accounts.scoping import ReadOnlyAdmin, ReadOnlyInline
from menu.translations import pick
from orders.models import Order, OrderLine, OrderStep, StoreCounter, StoreEvent
from orders.sales import office  # noqa: F401 # it registers its pages


class OrderLineInline(ReadOnlyInline):
    """What was ordered, as it was then."""

    model = OrderLine
    fields = ("item", "chosen", "unit_price", "quantity", "line_total", "note", "done_at")
    readonly_fields = ("item", "chosen")

    @admin.display(description=_("menu item"))
    def item(self, line: OrderLine) -> str:
        """The item's name when it was ordered."""
        return pick(line.name, "ko", "en")

    @admin.display(description=_("options"))
    def chosen(self, line: OrderLine) -> str:
        """The options' names and prices when they were chosen."""
        return ", ".join(f"{pick(option['name'], 'ko', 'en')} (+{option['price']})" for option in line.options)


class OrderStepInline(ReadOnlyInline):
    """Who did what with it."""

    model = OrderStep
    store_path = "order__store"
    named_by = ("by",)
    fields = ("at", "by", "from_status", "to_status", "is_undo", "reason")


@admin.register(Order)
class OrderAdmin(ReadOnlyAdmin):
    """Orders with their lines and steps."""

    section = Section.ORDERS
    nav_order = 1
    fields = (
        "store",
        "number",
        "business_date",
        "at_table",
        "table",
        "session",
        "status",
        "total",
        "note",
        "placed_by_tablet",
        "placed_by_user",
        "created_at",
        "preparing_at",
        "completed_at",
        "cancelled_at",
        "cancel_reason",
    )
    readonly_fields = ("at_table",)
    inlines = (OrderLineInline, OrderStepInline)
    list_display = ("number", "business_date", "at_table", "status", "total", "placed_by_user", "created_at")
    list_filter = ("status", "business_date", "session__table")
    list_select_related = ("session__table", "placed_by_user")
    search_fields = ("=number", "=session__table__number", "session__table__name", "note")
    date_hierarchy = "business_date"
    show_full_result_count = False

    @admin.display(description=_("table"), ordering="session__table__number")
    def at_table(self, order: Order) -> str:
        """Where the guests are, or were last."""
        return str(order.session.table)


@admin.register(StoreCounter)
class StoreCounterAdmin(ReadOnlyAdmin):
    """Where the store's numbers are."""

    fields = ("store", "last_event", "business_date", "last_order")
    list_display = ("last_event", "business_date", "last_order")


@admin.register(StoreEvent)
class StoreEventAdmin(ReadOnlyAdmin):
    """What screens were told."""

    fields = ("store", "number", "kind", "table_id", "from_table_id", "created_at", "data")
    list_display = ("number", "kind", "created_at")
    list_filter = ("kind", "created_at")
    search_fields = ("=number",)
    show_full_result_count = False
