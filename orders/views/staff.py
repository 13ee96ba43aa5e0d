"""What a person can do from the board."""

import uuid
from dataclasses import asdict
from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from accounts.callers import person
from accounts.permissions import IsManager, IsStaff
from accounts.serializers import StoreSerializer
from menu.serializers import MenuItemSerializer
from orders.availability import set_accepting_orders, set_availability
from orders.board import board
from orders.documents import order_story_document
from orders.models import OrderStatus
from orders.moving import merge_sessions, move_session
from orders.selectors import order_with_steps
from orders.serializers.orders import OrderSerializer, OrderStorySerializer
from orders.serializers.sessions import BoardSerializer
from orders.serializers.staff import (
    AcceptingOrdersSerializer,
    AdvanceSerializer,
    AnotherTableSerializer,
    AvailabilitySerializer,
    CancelSerializer,
    CloseSessionSerializer,
    FinishedSerializer,
    MergedSerializer,
    MovedSerializer,
    OpenSessionSerializer,
    TickSerializer,
)
from orders.service_calls import acknowledge_call, undo_acknowledgement
from orders.sessions import close_session, open_session
from orders.steps import advance_order, cancel_order, undo_step
from orders.ticking import tick_line
from tables.serializers import ServiceCallSerializer, TableSessionSerializer


def checked(serializer: type[Serializer[Any]], request: Request) -> dict[str, Any]:
    """The request's body as the serializer has it; raise ValidationError."""
    body = serializer(data=request.data)
    body.is_valid(raise_exception=True)
    return dict(body.validated_data)


class StaffView(APIView):
    """People of the store."""

    permission_classes: Any = (IsStaff,)


class Board(StaffView):
    """Every table."""

    @extend_schema(operation_id="board", responses=BoardSerializer)
    def get(self, request: Request) -> Response:
        """Every table with its open session and calls, and the event number this is true for."""
        return Response(board(person(request).store_id))


class StaffOrder(StaffView):
    """One order."""

    @extend_schema(operation_id="advance_order", request=AdvanceSerializer, responses=OrderSerializer)
    def patch(self, request: Request, order_id: uuid.UUID) -> Response:
        """Advance the order to its next status."""
        caller, body = person(request), checked(AdvanceSerializer, request)
        to = OrderStatus(body["status"])
        return Response(advance_order(store_id=caller.store_id, order_id=order_id, to=to, by_id=caller.user_id))


class OrderLineTick(StaffView):
    """One line of an order, in the kitchen."""

    @extend_schema(operation_id="tick_line", request=TickSerializer, responses=OrderSerializer)
    def patch(self, request: Request, order_id: uuid.UUID, line_id: uuid.UUID) -> Response:
        """Tick the line off, or take the tick back, while the order is pending or preparing."""
        caller, body = person(request), checked(TickSerializer, request)
        return Response(tick_line(store_id=caller.store_id, order_id=order_id, line_id=line_id, done=body["done"]))


class CancelOrder(StaffView):
    """Cancel an order."""

    @extend_schema(operation_id="cancel_order", request=CancelSerializer, responses=OrderSerializer)
    def post(self, request: Request, order_id: uuid.UUID) -> Response:
        """Cancel with a reason. Stock goes back, and the order leaves the bill."""
        caller, body = person(request), checked(CancelSerializer, request)
        return Response(
            cancel_order(store_id=caller.store_id, order_id=order_id, reason=body["reason"], by_id=caller.user_id)
        )


class UndoStep(StaffView):
    """Undo a step."""

    @extend_schema(operation_id="undo_step", request=None, responses=OrderSerializer)
    def post(self, request: Request, order_id: uuid.UUID) -> Response:
        """Take back the caller's own last step, within ten seconds."""
        caller = person(request)
        return Response(undo_step(store_id=caller.store_id, order_id=order_id, by_id=caller.user_id))


class OpenTable(StaffView):
    """Seat guests."""

    @extend_schema(operation_id="open_table", request=OpenSessionSerializer, responses={201: TableSessionSerializer})
    def post(self, request: Request, table_id: uuid.UUID) -> Response:
        """Open the table's session before its first order."""
        caller, body = person(request), checked(OpenSessionSerializer, request)
        opened = open_session(store_id=caller.store_id, table_id=table_id, guests=body["guests"], by_id=caller.user_id)
        return Response(opened, status=201)


class CloseTable(StaffView):
    """Finish a table."""

    @extend_schema(operation_id="close_table", request=CloseSessionSerializer, responses=FinishedSerializer)
    def post(self, request: Request, table_id: uuid.UUID) -> Response:
        """Finish: the next guests start with an empty bill."""
        caller, body = person(request), checked(CloseSessionSerializer, request)
        finished = close_session(store_id=caller.store_id, table_id=table_id, force=body["force"], by_id=caller.user_id)
        return Response(asdict(finished))


class MoveTable(StaffView):
    """Move guests."""

    @extend_schema(operation_id="move_table", request=AnotherTableSerializer, responses=MovedSerializer)
    def post(self, request: Request, table_id: uuid.UUID) -> Response:
        """The open session goes to a free table, with its orders and open calls."""
        caller, body = person(request), checked(AnotherTableSerializer, request)
        moved = move_session(store_id=caller.store_id, table_id=table_id, to_id=body["to"], by_id=caller.user_id)
        return Response(moved)


class MergeTable(StaffView):
    """Merge two bills."""

    @extend_schema(operation_id="merge_table", request=AnotherTableSerializer, responses=MergedSerializer)
    def post(self, request: Request, table_id: uuid.UUID) -> Response:
        """The table's orders and open calls join the open session of another table."""
        caller, body = person(request), checked(AnotherTableSerializer, request)
        merged = merge_sessions(store_id=caller.store_id, table_id=table_id, to_id=body["to"], by_id=caller.user_id)
        return Response(merged)


class StaffMenuItem(StaffView):
    """An item during service."""

    @extend_schema(operation_id="set_availability", request=AvailabilitySerializer, responses=MenuItemSerializer)
    def patch(self, request: Request, item_id: uuid.UUID) -> Response:
        """Set sold out, back on sale, or the stock left."""
        caller, changes = person(request), checked(AvailabilitySerializer, request)
        item = set_availability(store_id=caller.store_id, item_id=item_id, changes=changes, by_id=caller.user_id)
        return Response(item)


class AcknowledgeCall(StaffView):
    """Take a service call."""

    @extend_schema(operation_id="acknowledge_call", request=None, responses=ServiceCallSerializer)
    def post(self, request: Request, call_id: uuid.UUID) -> Response:
        """Tell the guests that someone is coming."""
        caller = person(request)
        return Response(acknowledge_call(store_id=caller.store_id, call_id=call_id, by_id=caller.user_id))


class UndoAcknowledgement(StaffView):
    """Take back that one took a service call."""

    @extend_schema(operation_id="undo_acknowledgement", request=None, responses=ServiceCallSerializer)
    def post(self, request: Request, call_id: uuid.UUID) -> Response:
        """The guests call again, as a new call. Within ten seconds, the caller's own only."""
        caller = person(request)
        return Response(undo_acknowledgement(store_id=caller.store_id, call_id=call_id, by_id=caller.user_id))


class OrderStory(StaffView):
    """What happened to one order."""

    @extend_schema(operation_id="order_steps", responses=OrderStorySerializer)
    def get(self, request: Request, order_id: uuid.UUID) -> Response:
        """Who placed the order and every step since, oldest first."""
        order = order_with_steps(store_id=person(request).store_id, order_id=order_id)
        return Response(order_story_document(order))


class StaffStore(StaffView):
    """The store during service."""

    permission_classes = (IsManager,)

    @extend_schema(operation_id="set_accepting_orders", request=AcceptingOrdersSerializer, responses=StoreSerializer)
    def patch(self, request: Request) -> HttpResponse:
        """Pause or resume guests' ordering."""
        caller, body = person(request), checked(AcceptingOrdersSerializer, request)
        store = set_accepting_orders(store_id=caller.store_id, by_id=caller.user_id, **body)
        return Response(StoreSerializer(store).data)
