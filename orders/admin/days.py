"""Which business days a list shows: today, yesterday, a week, a month, or from one day to another."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, ClassVar, cast
from zoneinfo import ZoneInfo

from django.contrib.admin import ListFilter
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from accounts.business_day import business_date, utc_now
from accounts.chosen_store import stores_in_reach
from accounts.models import Store

Days = tuple[date | None, date | None]
PARAMETERS = ("day", "from", "to")
# From how many days ago, until how many.
SPANS = {"today": (0, 0), "yesterday": (1, 1), "week": (6, 0), "month": (29, 0)}
LABELS = {"today": _("Today"), "yesterday": _("Yesterday"), "week": _("7 days"), "month": _("30 days")}


def days_asked(request: HttpRequest) -> Days:
    """The first and the last business day that the address asks for; None where it sets no bound."""
    carrier: Any = request
    if not hasattr(carrier, "days_asked"):
        carrier.days_asked = _days_asked(request)
    return cast("Days", carrier.days_asked)


def moments_of(days: Days, stores: list[Store], column: str) -> Q:
    """Rows of these business days, of which only the moment is kept: each store's day begins at its own."""
    first, last = days
    found = Q(pk__in=[])
    for store in stores:
        within = Q(store=store.pk)
        if first:
            within &= Q(**{f"{column}__gte": _beginning(first, store)})
        if last:
            within &= Q(**{f"{column}__lt": _beginning(last + timedelta(days=1), store)})
        found |= within
    return found


class DayFilter(ListFilter):
    """Rows of some business days, which the model keeps in `column`."""

    title = _("business day")
    template = "orders/filters/days.html"
    column: ClassVar = "business_date"

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        for name in PARAMETERS:
            if name in params:
                self.used_parameters[name] = params.pop(name)[-1]
        self.days = days_asked(request)
        self.first, self.last = _bounds(request)
        day = self.used_parameters.get("day", "")
        self.span = day if day in SPANS and not (self.first or self.last) else ""

    def has_output(self) -> bool:
        """There is always something to choose."""
        return True

    def expected_parameters(self) -> list[str | None]:
        """A span, or from when to when."""
        return list(PARAMETERS)

    def choices(self, changelist: Any) -> Iterator[Any]:
        """The spans, as links."""
        yield self._choice(changelist, {}, _("All"), selected=not any(self.days))
        for span, label in LABELS.items():
            yield self._choice(changelist, {"day": span}, label, selected=self.span == span)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of these days."""
        first, last = self.days
        if first:
            queryset = queryset.filter(**{f"{self.column}__gte": first})
        return queryset.filter(**{f"{self.column}__lte": last}) if last else queryset

    def _choice(self, changelist: Any, query: dict[str, str], label: Any, *, selected: bool) -> dict[str, Any]:
        address = changelist.get_query_string(query, PARAMETERS)
        return {"selected": selected, "query_string": address, "display": label}


class DayOfMomentFilter(DayFilter):
    """Rows of some business days that keep only their moment."""

    column = "created_at"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of these days, in each store's own zone."""
        if not any(self.days):
            return queryset
        return queryset.filter(moments_of(self.days, stores_in_reach(request), self.column))


def _days_asked(request: HttpRequest) -> Days:
    bounds, span = _bounds(request), SPANS.get(request.GET.get("day", ""))
    if any(bounds) or not span:
        return bounds
    now = utc_now()
    # Of several stores, where it is latest.
    today = max((_business_day(store, now) for store in stores_in_reach(request)), default=now.date())
    return today - timedelta(days=span[0]), today - timedelta(days=span[1])


def _bounds(request: HttpRequest) -> Days:
    return _day(request.GET.get("from", "")), _day(request.GET.get("to", ""))


def _business_day(store: Store, now: datetime) -> date:
    return business_date(now, time_zone=store.time_zone, day_start=store.business_day_start)


def _beginning(day: date, store: Store) -> datetime:
    return datetime.combine(day, store.business_day_start, tzinfo=ZoneInfo(store.time_zone))


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
