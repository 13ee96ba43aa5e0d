"""Wire shapes of sales. Amounts are in the currency's minor unit; written by orders/sales/documents.py."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from menu.serializers import TextField
from orders.paging import HistoryFilterSerializer
from orders.sales.report import LONGEST


class SalesPeriodSerializer(HistoryFilterSerializer):  # type: ignore[misc] # made there
    """A period of business dates, a year at most; without them, today."""

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a period that ends before it begins, and one that is too long."""
        first, last = attrs.get("from"), attrs.get("to")
        if first and last and last < first:
            raise serializers.ValidationError({"to": _("Give a day that is not before the first one.")}, "min_value")
        if first and last and last - first >= timedelta(days=LONGEST):
            raise serializers.ValidationError({"to": _("A report covers %d days at most.") % LONGEST}, "max_value")
        return attrs

    def period(self, today: date) -> tuple[date, date]:
        """First and last day; where one was left out, the other or today."""
        asked = self.validated_data
        first, last = asked.get("from"), asked.get("to")
        return first or last or today, last or first or today


class SoldSerializer(serializers.Serializer[Any]):
    """Orders and what they come to."""

    orders = serializers.IntegerField()
    total = serializers.IntegerField()


class SalesTotalsSerializer(SoldSerializer):
    """Averages are rounded; null where there is nothing to divide by.

    `sessions` ordered in the period; `guests` are of those whose number is known. `turn_seconds`: how long a finished
    session had its table; `wait_seconds`: from an order to somebody's beginning with it; `prepare_seconds`: from then
    until it was completed.
    """

    sessions = serializers.IntegerField()
    guests = serializers.IntegerField()
    average_order = serializers.IntegerField(allow_null=True)
    average_session = serializers.IntegerField(allow_null=True)
    average_guest = serializers.IntegerField(allow_null=True)
    turn_seconds = serializers.IntegerField(allow_null=True)
    wait_seconds = serializers.IntegerField(allow_null=True)
    prepare_seconds = serializers.IntegerField(allow_null=True)


class SalesDaySerializer(SoldSerializer):
    """A business day; cancelled orders apart."""

    business_date = serializers.DateField()
    cancelled_orders = serializers.IntegerField()
    cancelled_total = serializers.IntegerField()


class SalesHourSerializer(SoldSerializer):
    """An hour of the store's clock. `again`: its second pass, on a single day on which the clocks go back."""

    hour = serializers.IntegerField(min_value=0, max_value=23)
    again = serializers.BooleanField()


class SalesItemSerializer(serializers.Serializer[Any]):
    """A dish with its options, under the name that it had when it was last sold in the period."""

    menu_item = serializers.UUIDField()
    name = TextField()
    quantity = serializers.IntegerField()
    total = serializers.IntegerField()


class SalesCategorySerializer(serializers.Serializer[Any]):
    """By the category in which a dish is today; null for dishes that are no longer on the menu."""

    category = serializers.UUIDField(allow_null=True)
    name = TextField(allow_null=True)
    quantity = serializers.IntegerField()
    total = serializers.IntegerField()


SalesSerializer = type(
    "SalesSerializer",
    (serializers.Serializer,),
    {
        "__doc__": "A store's sales; each list adds up to the totals. Cancelled orders are only in `cancelled`.",
        "from": serializers.DateField(),
        "to": serializers.DateField(),
        "totals": SalesTotalsSerializer(),
        "cancelled": SoldSerializer(),
        "per_day": SalesDaySerializer(many=True),
        "per_hour": SalesHourSerializer(many=True),
        "per_item": SalesItemSerializer(many=True),
        "per_category": SalesCategorySerializer(many=True),
    },
)
