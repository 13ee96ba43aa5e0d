"""What narrows the lists down besides their days, each a drop-down in the bar."""

import uuid
from typing import Any, ClassVar

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.forms import label_of
from accounts.reach import reach_of
from orders.models import OPEN_STATUSES, OrderStatus
from tables.models import ServiceCallKind, Table

Choices = list[tuple[str, Any]]
OPEN, OVER = "open", "over"
MOST_TABLES = 500


class BarFilter(SimpleListFilter):
    """One drop-down; what it does not offer finds nothing."""

    template = "orders/filters/choice.html"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows that the chosen entry leaves."""
        chosen = self.value()
        if not chosen:
            return queryset
        offered = {str(value) for value, _label in self.lookup_choices}
        return self.narrow(queryset, chosen) if chosen in offered else queryset.none()

    def narrow(self, rows: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """The rows of `chosen`, one of the entries."""
        raise NotImplementedError  # each filter says


class StatusFilter(BarFilter):
    """Orders of a status, or all that the kitchen still has."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Every status, and those together that are open."""
        return [(OPEN, _("in the kitchen")), *OrderStatus.choices]

    def narrow(self, rows: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Of one status, or of the open ones."""
        return rows.filter(status__in=OPEN_STATUSES) if chosen == OPEN else rows.filter(status=chosen)


class TableFilter(BarFilter):
    """Rows of a table."""

    title = _("table")
    parameter_name = "table"
    path: ClassVar = "table"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """The tables that this person keeps."""
        reach = reach_of(request)
        tables = reach.within(Table.objects.order_by("number", "id"), "store")
        if reach.spans_stores:
            tables = tables.select_related("store").order_by("store", "number", "id")
        return [(str(table.pk), label_of(table, reach)) for table in tables[:MOST_TABLES]]

    def narrow(self, rows: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Where the guests are, or were last."""
        return rows.filter(**{self.path: uuid.UUID(chosen)})


class OrderTableFilter(TableFilter):
    """Orders of the guests at a table."""

    path = "session__table"


class OpenFilter(BarFilter):
    """What is going on, or what is over: the moment of its end is in `column`."""

    parameter_name = "state"
    column: ClassVar = ""
    labels: ClassVar[Choices] = []

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Both."""
        return self.labels

    def narrow(self, rows: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Without an end, or with one."""
        return rows.filter(**{f"{self.column}__isnull": chosen == OPEN})


class SessionStateFilter(OpenFilter):
    """Guests who are there, or who have left."""

    title = _("state")
    column = "closed_at"
    labels: ClassVar = [(OPEN, _("at the table")), (OVER, _("have left"))]


class CallStateFilter(OpenFilter):
    """Calls that nobody has taken, or that somebody has."""

    title = _("calls")
    column = "acknowledged_at"
    labels: ClassVar = [(OPEN, _("open")), (OVER, _("taken"))]


class CallKindFilter(BarFilter):
    """Calls for one thing."""

    title = _("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Everything that guests can call for."""
        return list(ServiceCallKind.choices)

    def narrow(self, rows: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        """Of this kind."""
        return rows.filter(kind=chosen)
