"""What staff send from the board, and what comes back where that is no order."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from accounts.business_day import utc_now
from menu.choices import SaleStatus
from orders.models import OrderStatus
from tables.serializers import TableReferenceSerializer, TableSessionSerializer

LONGEST_PAUSE = 24 * 60  # minutes


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
        """Ask for something that can be changed here."""
        if not attrs:
            raise serializers.ValidationError(_("Give status, remaining or both."), "required")
        return attrs


@extend_schema_serializer(
    examples=[
        OpenApiExample("For 20 minutes", {"accepting_orders": False, "resume_after_minutes": 20}, request_only=True)
    ]
)
class AcceptingOrdersSerializer(serializers.Serializer[Any]):
    """Whether the store takes orders; a pause may have an end: in so many minutes, or at a moment."""

    accepting_orders = serializers.BooleanField()
    resume_after_minutes = serializers.IntegerField(
        min_value=1, max_value=LONGEST_PAUSE, required=False, write_only=True
    )
    paused_until = serializers.DateTimeField(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Turn minutes into a moment; refuse an end without a pause, two ends, and one that is past or far away."""
        now, minutes = utc_now(), attrs.pop("resume_after_minutes", None)
        field = "paused_until" if "paused_until" in attrs else "resume_after_minutes"
        if minutes and "paused_until" in attrs:
            raise serializers.ValidationError({field: _("Give resume_after_minutes or paused_until, not both.")})
        if minutes:
            attrs["paused_until"] = now + timedelta(minutes=minutes)
        until = attrs.get("paused_until")
        if until and attrs["accepting_orders"]:
            raise serializers.ValidationError({field: _("Only a pause has an end: send accepting_orders false.")})
        if until and not now < until <= now + timedelta(minutes=LONGEST_PAUSE):
            raise serializers.ValidationError({field: _("Choose a moment within the next 24 hours.")})
        return attrs
