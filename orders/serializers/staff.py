"""What staff send from the board, and what comes back where that is no order."""

from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from menu.choices import SaleStatus
from orders.models import OrderStatus
from tables.serializers import TableReferenceSerializer, TableSessionSerializer


@extend_schema_serializer(examples=[OpenApiExample("To the kitchen", {"status": "preparing"}, request_only=True)])
class AdvanceSerializer(serializers.Serializer[Any]):
    """Where the order goes."""

    status = serializers.ChoiceField(OrderStatus.choices)


class TickSerializer(serializers.Serializer[Any]):
    """Whether the kitchen is done with a line."""

    done = serializers.BooleanField()


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


class AnotherTableSerializer(serializers.Serializer[Any]):
    """Where the guests go."""

    to = serializers.UUIDField()


class MovedSerializer(serializers.Serializer[Any]):
    """The session at its new table."""

    session = TableSessionSerializer()
    table = TableReferenceSerializer()
    from_table = TableReferenceSerializer()


class MergedSerializer(MovedSerializer):
    """The session that took the other in, and what its bill comes to."""

    total = serializers.IntegerField()


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
