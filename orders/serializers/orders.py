"""Wire shapes of orders. Answers are described here and written by orders/documents.py."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, PolymorphicProxySerializer, extend_schema_serializer
from rest_framework import serializers

from accounts.serializers import ErrorSerializer
from menu.serializers import TextField
from orders.models import OrderStatus
from orders.order_body import HIGHEST_TOTAL, LONGEST_NOTE, MOST_LINES, MOST_OPTIONS, MOST_QUANTITY
from tables.serializers import TableReferenceSerializer


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
    """An item as it was when ordered. `done_at` is when the kitchen ticked it off."""

    id = serializers.UUIDField()
    menu_item = serializers.UUIDField()
    name = TextField()
    unit_price = serializers.IntegerField()
    quantity = serializers.IntegerField()
    options = OrderedOptionSerializer(many=True)
    note = serializers.CharField(allow_blank=True)
    line_total = serializers.IntegerField()
    done_at = serializers.DateTimeField(allow_null=True)


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


class WithdrawnOrderSerializer(serializers.Serializer[Any]):
    """What became of an order that was given up: null when there is none and will be none."""

    order = OrderSerializer(allow_null=True)


class OrderStepSerializer(serializers.Serializer[Any]):
    """One change of an order's status. `by` is what the person is called, null when that account is gone."""

    from_status = serializers.ChoiceField(OrderStatus.choices)
    to_status = serializers.ChoiceField(OrderStatus.choices)
    is_undo = serializers.BooleanField()
    at = serializers.DateTimeField()
    by = serializers.CharField(allow_null=True)
    reason = serializers.CharField(allow_blank=True)


class OrderStorySerializer(serializers.Serializer[Any]):
    """Who placed an order, null for its tablet, and every step since."""

    placed_by = serializers.CharField(allow_null=True)
    steps = OrderStepSerializer(many=True)


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


class StorePausedSerializer(ErrorSerializer):
    """The refusal `store_paused`: when the pause ends by itself, if it does."""

    paused_until = serializers.DateTimeField(allow_null=True)


class StoreClosedSerializer(ErrorSerializer):
    """The refusal `store_closed`: when the store opens next, null when that is not in sight."""

    next_opens_at = serializers.DateTimeField(allow_null=True)


ORDER_CONFLICT = PolymorphicProxySerializer(
    component_name="OrderConflict",
    serializers=[PriceChangedSerializer, StorePausedSerializer, StoreClosedSerializer, ErrorSerializer],
    resource_type_field_name=None,
)
