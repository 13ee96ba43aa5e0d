"""Wire shapes of orders and the board. Answers are described here and written by orders/documents.py."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, PolymorphicProxySerializer, extend_schema_serializer
from rest_framework import serializers

from accounts.serializers import ErrorSerializer
from menu.choices import SaleStatus
from menu.serializers import TextField
from orders.models import OrderStatus
from orders.order_body import HIGHEST_TOTAL, LONGEST_NOTE, MOST_LINES, MOST_OPTIONS, MOST_QUANTITY
from tables.serializers import ServiceCallSerializer, TableReferenceSerializer, TableSessionSerializer


def not_empty(lines: list[Any]) -> None:
    """An order orders something."""
    if not lines:
        raise serializers.ValidationError(_("The order has no items."), "order_empty")


class PlaceLineSerializer(serializers.Serializer[Any]):
    """One line of a cart."""

    menu_item = serializers.UUIDField()
    quantity = serializers.IntegerField(min_value=1, max_value=MOST_QUANTITY)
    options = serializers.ListField(child=serializers.UUIDField(), max_length=MOST_OPTIONS, default=list)
    note = serializers.CharField(max_length=LONGEST_NOTE, allow_blank=True, default="")


TWO_STEWS = {
    "items": [
        {
            "menu_item": "01a20624-2fc5-7d0e-8a57-2d4bb0f1b7c1",
            "quantity": 2,
            "options": ["01a20624-2fb1-7c1c-9d52-6d1cf4f4a0de"],
            "note": "less salt",
        }
    ],
    "note": "",
    "expected_total": 18000,
    "session_id": None,
}
TWO_STEWS_FOR_A_TABLE = TWO_STEWS | {"table": "01a20624-2f1b-7a54-8c0e-5b8d8f3f6a11"}


@extend_schema_serializer(examples=[OpenApiExample("Two kimchi stews", TWO_STEWS, request_only=True)])
class PlaceOrderSerializer(serializers.Serializer[Any]):
    """A guest's order. `expected_total` is what the guest saw; `session_id` the session that the cart belongs to."""

    items = serializers.ListField(child=PlaceLineSerializer(), max_length=MOST_LINES, validators=[not_empty])
    note = serializers.CharField(max_length=LONGEST_NOTE, allow_blank=True, default="")
    expected_total = serializers.IntegerField(min_value=0, max_value=HIGHEST_TOTAL)
    session_id = serializers.UUIDField(allow_null=True, default=None)


@extend_schema_serializer(examples=[OpenApiExample("Two kimchi stews", TWO_STEWS_FOR_A_TABLE, request_only=True)])
class StaffPlaceOrderSerializer(PlaceOrderSerializer):
    """A person's order for a table."""

    table = serializers.UUIDField()
    expected_total = serializers.IntegerField(min_value=0, max_value=HIGHEST_TOTAL, allow_null=True, default=None)


class OrderedOptionSerializer(serializers.Serializer[Any]):
    """An option as it was."""

    id = serializers.UUIDField()
    name = TextField()
    price = serializers.IntegerField()


class OrderLineSerializer(serializers.Serializer[Any]):
    """An item as it was when ordered."""

    id = serializers.UUIDField()
    menu_item = serializers.UUIDField()
    name = TextField()
    unit_price = serializers.IntegerField()
    quantity = serializers.IntegerField()
    options = OrderedOptionSerializer(many=True)
    note = serializers.CharField(allow_blank=True)
    line_total = serializers.IntegerField()


class OrderSerializer(serializers.Serializer[Any]):
    """An order."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()
    business_date = serializers.DateField()
    status = serializers.ChoiceField(OrderStatus.choices)
    table = TableReferenceSerializer()
    session_id = serializers.UUIDField()
    items = OrderLineSerializer(many=True)
    note = serializers.CharField(allow_blank=True)
    total = serializers.IntegerField()
    placed_by = serializers.ChoiceField(["tablet", "staff"])
    created_at = serializers.DateTimeField()
    preparing_at = serializers.DateTimeField(allow_null=True)
    completed_at = serializers.DateTimeField(allow_null=True)
    cancelled_at = serializers.DateTimeField(allow_null=True)
    cancel_reason = serializers.CharField(allow_blank=True)


class AmountOfOptionSerializer(serializers.Serializer[Any]):
    """An option's price now."""

    id = serializers.UUIDField()
    price = serializers.IntegerField()


class AmountOfLineSerializer(serializers.Serializer[Any]):
    """A line's amounts now."""

    menu_item = serializers.UUIDField()
    unit_price = serializers.IntegerField()
    options = AmountOfOptionSerializer(many=True)
    line_total = serializers.IntegerField()


class PriceChangedSerializer(ErrorSerializer):
    """The refusal `price_changed`: the amounts as they are now, a line for each that was sent."""

    total = serializers.IntegerField()
    items = AmountOfLineSerializer(many=True)


ORDER_CONFLICT = PolymorphicProxySerializer(
    component_name="OrderConflict",
    serializers=[PriceChangedSerializer, ErrorSerializer],
    resource_type_field_name=None,
)


class TableOrdersSerializer(serializers.Serializer[Any]):
    """The open session of one table."""

    session = TableSessionSerializer(allow_null=True)
    orders = OrderSerializer(many=True)
    total = serializers.IntegerField()
    last_event_id = serializers.IntegerField()


class BoardSessionSerializer(serializers.Serializer[Any]):
    """An open session on the board."""

    id = serializers.UUIDField()
    opened_at = serializers.DateTimeField()
    guests = serializers.IntegerField(allow_null=True)
    total = serializers.IntegerField()
    orders = OrderSerializer(many=True)


class PositionSerializer(serializers.Serializer[Any]):
    """Where the middle of a table is on the floor plan: whole per cent, x to the right, y down."""

    x = serializers.IntegerField(min_value=0, max_value=100)
    y = serializers.IntegerField(min_value=0, max_value=100)


class BoardTableSerializer(serializers.Serializer[Any]):
    """A table on the board."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()
    name = serializers.CharField(allow_blank=True)
    zone = serializers.CharField(allow_blank=True)
    seats = serializers.IntegerField()
    position = PositionSerializer(allow_null=True)
    session = BoardSessionSerializer(allow_null=True)
    service_calls = ServiceCallSerializer(many=True)


class BoardSerializer(serializers.Serializer[Any]):
    """Every table, at the moment of `last_event_id`."""

    last_event_id = serializers.IntegerField()
    tables = BoardTableSerializer(many=True)


class PastSessionSerializer(TableSessionSerializer):
    """A finished session."""

    order_count = serializers.IntegerField()
    total = serializers.IntegerField()
    orders = OrderSerializer(many=True)


@extend_schema_serializer(examples=[OpenApiExample("To the kitchen", {"status": "preparing"}, request_only=True)])
class AdvanceSerializer(serializers.Serializer[Any]):
    """Where the order goes."""

    status = serializers.ChoiceField(OrderStatus.choices)


@extend_schema_serializer(examples=[OpenApiExample("Sold out", {"reason": "Out of mackerel"}, request_only=True)])
class CancelSerializer(serializers.Serializer[Any]):
    """Why."""

    reason = serializers.CharField(max_length=200)


class OpenSessionSerializer(serializers.Serializer[Any]):
    """How many are seated."""

    guests = serializers.IntegerField(min_value=1, max_value=999)


class CloseSessionSerializer(serializers.Serializer[Any]):
    """`force` finishes with orders still open."""

    force = serializers.BooleanField(default=False)


class FinishedSerializer(serializers.Serializer[Any]):
    """A finished session and what its bill came to."""

    session_id = serializers.UUIDField()
    closed_at = serializers.DateTimeField()
    order_count = serializers.IntegerField()
    total = serializers.IntegerField()


class AvailabilitySerializer(serializers.Serializer[Any]):
    """What staff may change of an item; `remaining` null stops counting."""

    status = serializers.ChoiceField(
        [(status.value, status.label) for status in (SaleStatus.ON_SALE, SaleStatus.SOLD_OUT)], required=False
    )
    remaining = serializers.IntegerField(min_value=0, max_value=1_000_000, allow_null=True, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Ask for something."""
        if not attrs:
            self.fields["status"].fail("required")
        return attrs


class AcceptingOrdersSerializer(serializers.Serializer[Any]):
    """Whether the store takes orders."""

    accepting_orders = serializers.BooleanField()
