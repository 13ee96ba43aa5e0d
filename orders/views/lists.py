"""Lists that a person pages through, newest first."""

import uuid
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.callers import person
from orders.board import past_session_document
from orders.documents import stored_order_document
from orders.order_body import StaffOrderBody, read_body, read_key
from orders.paging import HistoryFilterSerializer, NewestFirst, OrderFilterSerializer
from orders.placing import place_order
from orders.selectors import orders_matching, past_sessions_of
from orders.serializers.orders import OrderSerializer, StaffPlaceOrderSerializer
from orders.serializers.sessions import PastSessionSerializer
from orders.views.staff import StaffView
from orders.views.tablet import IDEMPOTENCY_KEY, PLACED, placed_response
from tables.selectors import table_of


class StaffOrders(StaffView):
    """The store's orders."""

    pagination_class = NewestFirst

    @extend_schema(
        operation_id="staff_orders", parameters=[OrderFilterSerializer], responses=OrderSerializer(many=True)
    )
    def get(self, request: Request) -> Response:
        """The store's orders, newest first, in pages."""
        filters = OrderFilterSerializer(data=request.query_params)
        filters.is_valid(raise_exception=True)
        orders: QuerySet[Any] = orders_matching(person(request).store_id, filters.validated_data)
        pages = NewestFirst()
        page: list[Any] = pages.paginate_queryset(orders, request) or []
        return pages.get_paginated_response([stored_order_document(order) for order in page])

    @extend_schema(
        operation_id="staff_place_order",
        parameters=[IDEMPOTENCY_KEY],
        request=StaffPlaceOrderSerializer,
        responses=PLACED,
    )
    def post(self, request: Request) -> HttpResponse:
        """Order for a table."""
        key = read_key(request)
        body = read_body(request, StaffOrderBody, StaffPlaceOrderSerializer)
        return placed_response(place_order(caller=person(request), table_id=body.table, key=key, body=body))


class TableHistory(StaffView):
    """A table's past."""

    pagination_class = NewestFirst

    @extend_schema(
        operation_id="table_history",
        parameters=[HistoryFilterSerializer],
        responses=PastSessionSerializer(many=True),
    )
    def get(self, request: Request, table_id: uuid.UUID) -> Response:
        """Sessions that ended at the table or left it, with their orders, newest first, in pages."""
        table = table_of(store_id=person(request).store_id, table_id=table_id)
        filters = HistoryFilterSerializer(data=request.query_params)
        filters.is_valid(raise_exception=True)
        dates = filters.validated_data
        sessions: QuerySet[Any] = past_sessions_of(table, first=dates.get("from"), last=dates.get("to"))
        pages = NewestFirst()
        page: list[Any] = pages.paginate_queryset(sessions, request) or []
        return pages.get_paginated_response([past_session_document(session) for session in page])
