"""Lists of what happened: newest first, narrowed down by days and more in one bar above them."""

from datetime import date, timedelta
from typing import Any, ClassVar, cast

from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from accounts.pages import office_page
from accounts.reach import reach_of
from accounts.scoping import ReadOnlyAdmin
from orders.admin.days import PARAMETERS, days_asked

# Words are looked for in so many rows, the newest of those that the filters leave.
SEARCHED = 3_000
SORTED_DAYS = timedelta(days=31)


class HistoryList(ChangeList):
    """A list that is sorted by nothing that it does not offer to sort by: Django sorts by what the address says."""

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Any]) -> list[Any]:
        """The order of time, where no other is offered."""
        if not self.sortable_by:
            self.params.pop(ORDER_VAR, None)
        return list(super().get_ordering(request, queryset))

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Any]:
        """The rows with what their lines show."""
        pages = cast("HistoryAdmin", self.model_admin)
        return pages.as_listed(super().get_queryset(request, exclude_parameters))


class HistoryAdmin(ReadOnlyAdmin):
    """Rows of a store, which an index has in the order of their days, and a page that tells each one's story."""

    change_list_template = "orders/history.html"
    # In the order of time: of one store as its index has them, of several as the primary key has.
    in_store: ClassVar[tuple[str, ...]] = ()
    page_template: ClassVar = ""

    class Media:
        css: ClassVar = {"all": ("orders/history.css",)}

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Those in the bar; one store of several is chosen in the header."""
        return self.list_filter

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """What the bar asks; nothing else."""
        return lookup in PARAMETERS or lookup in {getattr(entry, "parameter_name", "") for entry in self.list_filter}

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Newest first."""
        return self.in_store if reach_of(request).only_store else ("-pk",)

    def get_sortable_by(self, request: HttpRequest) -> Any:
        """Another order means reading every row that the filters leave: only of a month's, of one store."""
        first, last = days_asked(request)
        few = first and reach_of(request).only_store and (last or date.max) - first < SORTED_DAYS
        return super().get_sortable_by(request) if few else ()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """The list."""
        return HistoryList

    def as_listed(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what their lines show."""
        return rows

    def newest(self, request: HttpRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The keys of the rows in which words are looked for."""
        return rows.order_by(*self.get_ordering(request)).values("pk")[:SEARCHED]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> Any:
        """The row's story, in the place of a form."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined] # Django's own, without a stub
        if request.method not in ("GET", "HEAD") or not self.has_view_permission(request, row):
            raise PermissionDenied
        return self.page(request, row, self.page_template, **self.story_of(request, row))

    def story_of(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What the page shows."""
        raise NotImplementedError  # each kind of row says

    def found(self, request: HttpRequest, key: Any) -> Any:
        """The row, where this person may see it."""
        row = self.get_object(request, str(key))
        if row is None or not self.has_view_permission(request, row):
            raise Http404
        return row

    def page(self, request: HttpRequest, row: Any, template: str, **context: Any) -> HttpResponseBase:
        """A page about the row, in the frame."""
        about = {"opts": self.opts, "original": row, "has_change_permission": False}
        return office_page(request, template, **(about | context))
