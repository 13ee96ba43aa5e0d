"""What was sold."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.callers import person
from accounts.models import Store
from accounts.permissions import IsManager
from orders.sales.documents import KINDS, sales_document
from orders.sales.report import sales_report
from orders.sales.summaries import today_of
from orders.serializers.sales import SalesPeriodSerializer, SalesSerializer
from orders.views.staff import StaffView


class StaffSales(StaffView):
    """The store's sales."""

    permission_classes: Any = (IsManager,)

    @extend_schema(operation_id="sales", parameters=[SalesPeriodSerializer], responses=SalesSerializer)
    def get(self, request: Request) -> Response:
        """What was sold between two business dates (inclusive): totals, and per day, hour, item and category."""
        period = SalesPeriodSerializer(data=request.query_params)
        period.is_valid(raise_exception=True)
        store = Store.objects.get(pk=person(request).store_id)
        first, last = period.period(today_of(store))
        return Response(sales_document(sales_report(store=store, first=first, last=last, kinds=KINDS)))
