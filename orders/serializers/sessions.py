"""Wire shapes of sessions: a table's bill, the board, and the past. Written by orders/board.py."""

from typing import Any

from rest_framework import serializers

from orders.serializers.orders import OrderSerializer
from tables.models import SessionStepKind
from tables.serializers import ServiceCallSerializer, TableReferenceSerializer, TableSessionSerializer


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
    """A table on the board. One that is out of use is there until its guests have gone."""

    id = serializers.UUIDField()
    number = serializers.IntegerField()
    name = serializers.CharField(allow_blank=True)
    zone = serializers.CharField(allow_blank=True)
    seats = serializers.IntegerField()
    position = PositionSerializer(allow_null=True)
    is_active = serializers.BooleanField()
    session = BoardSessionSerializer(allow_null=True)
    service_calls = ServiceCallSerializer(many=True)


class BoardSerializer(serializers.Serializer[Any]):
    """Every table, at the moment of `last_event_id`."""

    last_event_id = serializers.IntegerField()
    tables = BoardTableSerializer(many=True)


class SessionStepSerializer(serializers.Serializer[Any]):
    """Guests went to another table. `by` is a user name, null when that account is gone."""

    kind = serializers.ChoiceField(SessionStepKind.choices)
    from_table = TableReferenceSerializer()
    to_table = TableReferenceSerializer()
    at = serializers.DateTimeField()
    by = serializers.CharField(allow_null=True)


class PastSessionSerializer(TableSessionSerializer):
    """A session that ended at the table or left it. `table` is where it is, or was when it ended."""

    table = TableReferenceSerializer()
    steps = SessionStepSerializer(many=True)
    order_count = serializers.IntegerField()
    total = serializers.IntegerField()
    orders = OrderSerializer(many=True)
