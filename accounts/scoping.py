"""Django admin kept to the stores that a person manages: every page of every model derives from this."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.filters import RelatedFieldListFilter
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import get_fields_from_path
from django.db.models import ForeignKey, Model, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

from accounts.forms import (
    AnyChoiceField,
    AnyForm,
    AnyFormSet,
    ScopedChoiceField,
    ScopedForm,
    ScopedFormSet,
    has_store,
    label_of,
)
from accounts.pages import Section
from accounts.paging import BoundedPaginator
from accounts.reach import Reach, reach_of
from accounts.recording import RecordedAdmin

if TYPE_CHECKING:
    AnyAdmin = BaseModelAdmin[Any]
    AnyModelAdmin = admin.ModelAdmin[Any]
    AnyInline = admin.TabularInline[Any, Any]
else:  # Django's own classes take no type parameters at run time
    AnyAdmin, AnyModelAdmin, AnyInline = BaseModelAdmin, admin.ModelAdmin, admin.TabularInline


def as_the_page(scoped: AnyAdmin, request: HttpRequest, obj: Model | None = None) -> bool:
    """Whoever has the page may; the page itself shows only rows of this person's stores."""
    return bool(reach_of(request))


def nobody(scoped: AnyAdmin, request: HttpRequest, obj: Model | None = None) -> bool:
    """Services write these rows, or nobody does."""
    return False


class ScopedRelatedFilter(RelatedFieldListFilter):
    """A filter that offers only rows that this person may see."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: AnyModelAdmin) -> list[tuple[str, Any]]:
        """Ask the related model's own pages."""
        rows = visible_rows(model_admin, field.remote_field.model, request)
        return [(row.pk, label_of(row, reach_of(request))) for row in rows]


def visible_rows(scoped: AnyAdmin, model: type[Model], request: HttpRequest) -> QuerySet[Any]:
    """The model's rows that this person may see. A model without pages of its own has no scope, and raises."""
    rows = scoped.admin_site.get_model_admin(model).get_queryset(request)
    return rows.select_related("store") if has_store(model) else rows


class ScopedRows(AnyAdmin):
    """What pages and the tables on them share."""

    store_path = "store"
    # Columns that services change while a form is open: written only when this person changed them.
    live_fields: ClassVar[Sequence[str]] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Only rows of stores that this person manages."""
        return self.within(reach_of(request), super().get_queryset(request))

    def within(self, reach: Reach, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Those of `rows` that are within reach."""
        return reach.within(rows, self.store_path)

    def get_field_queryset(self, db: str | None, db_field: Any, request: HttpRequest) -> QuerySet[Any]:
        """Offer in a drop-down, and accept from it, only rows that this person may see."""
        return visible_rows(self, db_field.remote_field.model, request)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> forms.Field | None:
        """Have the page send back what a live column held when it was shown."""
        if db_field.name in self.live_fields:
            kwargs["show_hidden_initial"] = True
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> AnyChoiceField | None:
        """Preset the store of a manager of one; tell rows of several stores apart."""
        reach = reach_of(request)
        if db_field.name == "store":
            kwargs.setdefault("initial", reach.only_store)
            if reach.only_store:
                kwargs["widget"] = forms.HiddenInput
        elif reach.spans_stores:
            kwargs.setdefault("form_class", ScopedChoiceField)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ScopedAdmin(ScopedRows, RecordedAdmin):
    """A model's pages. Who may do what follows from memberships; Django's own permissions are not used."""

    form: type[AnyForm] = ScopedForm
    # A list may be long: it is counted once, up to a bound, and not once more for each choice of a filter.
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    # Where the navigation has it; without a section only operators find it there.
    section: ClassVar[Section | None] = None
    nav_order: ClassVar[int] = 50
    list_select_related: ClassVar[tuple[str, ...]] = ()
    # Models that have no page to delete from, but whose rows go along with this one's.
    goes_along: ClassVar[Sequence[type[Model]]] = ()

    def reaches(self, request: HttpRequest, obj: Any) -> bool:
        """Whether the row, or without one the page, is this person's."""
        reach = reach_of(request)
        return bool(reach) if obj is None else reach.manages(obj.store_id)

    def nav_address(self, request: HttpRequest) -> str:
        """Where the navigation leads: the list."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Managers see every app."""
        return bool(reach_of(request))

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Managers see their stores' rows."""
        return self.reaches(request, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Managers add rows to their stores."""
        return bool(reach_of(request))

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Managers change their stores' rows."""
        return self.reaches(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Managers delete their stores' rows."""
        return self.reaches(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """A row stays in its store."""
        return [*super().get_readonly_fields(request, obj), *(["store"] if obj and has_store(self.model) else [])]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Name the list after what it lists."""
        title = {"title": capfirst(str(self.opts.verbose_name_plural))}
        return super().changelist_view(request, title | (extra_context or {}))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Name a row's page after what it is; the row's own name stands below."""
        extra_context = ({"title": capfirst(str(self.opts.verbose_name))} if object_id else {}) | (extra_context or {})
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> Any:
        """Say a row's store where there are several."""
        sets = super().get_fieldsets(request, obj)
        if obj is None or reach_of(request).spans_stores:
            return sets
        return [(name, {**rest, "fields": [x for x in rest["fields"] if x != "store"]}) for name, rest in sets]

    def get_list_display(self, request: HttpRequest) -> Any:
        """Say the store where there are several."""
        return [*super().get_list_display(request), *self._store_column(request)]

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Keep what filters offer to what this person may see."""
        filters = [*super().get_list_filter(request), *self._store_column(request)]
        return [(entry, ScopedRelatedFilter) if self._is_relation(entry) else entry for entry in filters]

    def get_list_select_related(self, request: HttpRequest) -> Any:
        """Read the store with the rows where it is shown."""
        return [*self.list_select_related, *self._store_column(request)]

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what the page's filters ask. Any other column (a hash, say) could be guessed letter by letter."""
        asked = [self.date_hierarchy, *map(_parameter_of, self.get_list_filter(request))]
        ours = any(name and (lookup == name or lookup.startswith(f"{name}__")) for name in asked)
        return ours and super().lookup_allowed(lookup, value, request)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Let rows go along that have no delete page of their own."""
        listed, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return listed, counts, lacking - {model._meta.verbose_name for model in self.goes_along}, protected

    def _store_column(self, request: HttpRequest) -> list[str]:
        return ["store"] if has_store(self.model) and reach_of(request).spans_stores else []

    def _is_relation(self, entry: Any) -> bool:
        return isinstance(entry, str) and bool(get_fields_from_path(self.model, entry)[-1].is_relation)


def _parameter_of(entry: Any) -> str:
    """What a filter of a list is asked by: a column, or what a filter of our own making says."""
    if isinstance(entry, type):
        return str(getattr(entry, "parameter_name", ""))
    return str(entry if isinstance(entry, str) else entry[0])


class ReadOnlyAdmin(ScopedAdmin):
    """Pages to look at."""

    has_add_permission = has_change_permission = has_delete_permission = nobody


class OperatorAdmin(ReadOnlyAdmin):
    """Pages to look at that only operators have a use for."""

    def reaches(self, request: HttpRequest, obj: Any = None) -> bool:
        """Superusers alone."""
        return reach_of(request).everything

    has_module_permission = reaches


class ScopedInline(ScopedRows, AnyInline):
    """Rows on their parent's page."""

    form: type[AnyForm] = ScopedForm
    formset: type[AnyFormSet] = ScopedFormSet
    extra = 0
    # What the rows' names are made of.
    named_by: ClassVar[tuple[str, ...]] = ()
    has_view_permission = has_add_permission = has_change_permission = has_delete_permission = as_the_page

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Read with the rows what their names are made of."""
        rows = super().get_queryset(request)
        return rows.select_related(*self.named_by) if self.named_by else rows


class ReadOnlyInline(ScopedInline):
    """Rows to look at on their parent's page."""

    can_delete = False
    has_add_permission = has_change_permission = has_delete_permission = nobody
