"""What a list can be asked: filters, and keyset pages (no count, no offset, however many orders there are)."""

import uuid
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request

from orders.models import OrderStatus

PAGE = 50


class NewestFirst(CursorPagination):
    """Ids are ordered by time."""

    page_size = PAGE
    ordering = "-id"

    def decode_cursor(self, request: Request) -> Cursor | None:
        """Refuse a cursor that stands at no id, like any other that is not ours."""
        cursor: Cursor | None = super().decode_cursor(request)
        if cursor and cursor.position is not None:
            try:
                uuid.UUID(str(cursor.position))
            except ValueError as problem:
                raise NotFound(self.invalid_cursor_message) from problem
        return cursor

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The first page has no previous one, the last no next one."""
        page = super().get_paginated_response_schema(schema)
        for end in ("next", "previous"):
            page["properties"][end] = {"type": ["string", "null"], "format": "uri"}
        return page


HistoryFilterSerializer = type(
    "HistoryFilterSerializer",
    (serializers.Serializer,),
    {
        "__doc__": "Business dates, inclusive; made this way because Python has no attribute called `from`.",
        "from": serializers.DateField(required=False),
        "to": serializers.DateField(required=False),
    },
)


class OrderFilterSerializer(HistoryFilterSerializer):  # type: ignore[valid-type,misc] # made above
    """Filters of the order list."""

    status = serializers.ChoiceField(OrderStatus.choices, required=False)
    table = serializers.UUIDField(required=False, help_text="Where the guests are, or were last.")
    business_date = serializers.DateField(required=False)
    number = serializers.IntegerField(min_value=1, max_value=2**31 - 1, required=False)
