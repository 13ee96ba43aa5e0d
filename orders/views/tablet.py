"""What a tablet can do at its table."""

import uuid

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.callers import tablet
from accounts.permissions import IsTablet
from orders.board import table_orders
from orders.documents import service_call_document, stored_order_document
from orders.order_body import TabletOrderBody, read_body, read_key
from orders.placing import Placed, place_order
from orders.selectors import calls_of_table, order_in_open_session
from orders.serializers.orders import ORDER_CONFLICT, OrderSerializer, PlaceOrderSerializer, WithdrawnOrderSerializer
from orders.serializers.sessions import TableOrdersSerializer
from orders.service_calls import call_staff
from orders.withdrawing import withdraw_order
from tables.serializers import PlaceServiceCallSerializer, ServiceCallListSerializer, ServiceCallSerializer

IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    location="header",
    required=True,
    description="1 to 64 printable characters, made once for each confirmed cart. Sent again, it gives the same order.",
)
PLACED = {
    201: OrderSerializer,
    200: OrderSerializer,
    409: ORDER_CONFLICT,
}


def placed_response(placed: Placed) -> HttpResponse:
    """201 with the order; 200 when its key had placed it before."""
    response = HttpResponse(placed.document, content_type="application/json", status=200 if placed.replayed else 201)
    if placed.replayed:
        response["Idempotency-Replayed"] = "true"
    return response


class TableOrders(APIView):
    """The orders of the tablet's table."""

    permission_classes = (IsTablet,)

    @extend_schema(operation_id="table_orders", responses=TableOrdersSerializer)
    def get(self, request: Request) -> Response:
        """The open session with its orders; no session, no orders and 0 when there is none."""
        caller = tablet(request)
        return Response(table_orders(store_id=caller.store_id, table_id=caller.table_id))

    @extend_schema(
        operation_id="place_order",
        parameters=[IDEMPOTENCY_KEY],
        request=PlaceOrderSerializer,
        responses=PLACED,
    )
    def post(self, request: Request) -> HttpResponse:
        """Place an order: all of it, once, or nothing and why."""
        caller = tablet(request)
        key = read_key(request)
        body = read_body(request, TabletOrderBody, PlaceOrderSerializer)
        return placed_response(place_order(caller=caller, table_id=caller.table_id, key=key, body=body))


class TableOrder(APIView):
    """One order of the open session."""

    permission_classes = (IsTablet,)

    @extend_schema(operation_id="table_order", responses=OrderSerializer)
    def get(self, request: Request, order_id: uuid.UUID) -> Response:
        """The order as it is now."""
        caller = tablet(request)
        order = order_in_open_session(store_id=caller.store_id, table_id=caller.table_id, order_id=order_id)
        return Response(stored_order_document(order))


class WithdrawOrder(APIView):
    """The way back from an order without an answer."""

    permission_classes = (IsTablet,)

    @extend_schema(
        operation_id="withdraw_order",
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses=WithdrawnOrderSerializer,
    )
    def post(self, request: Request) -> Response:
        """The order that this key placed; `null` when it placed none, and never will: 409 `order_withdrawn`."""
        caller = tablet(request)
        key = read_key(request)
        return Response({"order": withdraw_order(store_id=caller.store_id, table_id=caller.table_id, key=key)})


class TableServiceCalls(APIView):
    """The service calls of the tablet's table."""

    permission_classes = (IsTablet,)

    @extend_schema(operation_id="table_service_calls", responses=ServiceCallListSerializer)
    def get(self, request: Request) -> Response:
        """What the guests at the table called for, and whether someone took it."""
        calls = calls_of_table(tablet(request).table_id)
        documents = [service_call_document(call, table_number=call.table.number) for call in calls]
        return Response({"service_calls": documents})

    @extend_schema(
        operation_id="call_staff",
        request=PlaceServiceCallSerializer,
        responses={201: ServiceCallSerializer, 200: ServiceCallSerializer},
    )
    def post(self, request: Request) -> Response:
        """Call staff: 201, or 200 when the same call is open already."""
        caller = tablet(request)
        body = PlaceServiceCallSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        called = call_staff(store_id=caller.store_id, table_id=caller.table_id, **body.validated_data)
        return Response(called.document, status=201 if called.is_new else 200)
