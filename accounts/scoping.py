"""Django admin kept to the stores that a person manages: every page of every model derives from this."""

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.filters import RelatedFieldListFilter, SimpleListFilter
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.utils import get_fields_from_path
from django.db.models import ForeignKey, Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.reach import Reach, reach_of

if TYPE_CHECKING:
    AnyAdmin = BaseModelAdmin[Any]
    AnyModelAdmin = admin.ModelAdmin[Any]
    AnyInline = admin.TabularInline[Any, Any]
    AnyForm = forms.ModelForm[Any]
    AnyFormSet = forms.BaseInlineFormSet[Any, Any, AnyForm]
    AnyChoiceField = forms.ModelChoiceField[Any]
else:  # Django's own classes take no type parameters at run time
    AnyAdmin, AnyModelAdmin, AnyInline = BaseModelAdmin, admin.ModelAdmin, admin.TabularInline
    AnyForm, AnyFormSet, AnyChoiceField = forms.ModelForm, forms.BaseInlineFormSet, forms.ModelChoiceField


def has_store(model: type[Model]) -> bool:
    """Whether the model's rows name their store themselves."""
    return any(field.name == "store" for field in model._meta.fields)


def label_of(row: Model, reach: Reach) -> str:
    """The row's name, with its store's where rows of several stores stand side by side."""
    return f"{row} · {row.store}" if reach.spans_stores and has_store(type(row)) else str(row)  # type: ignore[attr-defined] # has_store has just said so


def refuse_other_stores(form: AnyForm, store_id: uuid.UUID | None) -> None:
    """Add an error wherever the form names a row of a store other than `store_id`."""
    for name, value in list(form.cleaned_data.items()):
        if store_id and getattr(value, "store_id", store_id) != store_id:
            form.add_error(name, _("This belongs to another store."))


class ScopedChoiceField(AnyChoiceField):
    """A choice between rows of several stores, each with its store's name."""

    def label_from_instance(self, obj: Model) -> str:
        """Name the store too."""
        return label_of(obj, Reach(everything=True))


class ScopedForm(AnyForm):
    """A row whose references stay in its own store, which is chosen once."""

    def clean(self) -> dict[str, Any]:
        """Refuse references to another store's rows."""
        super().clean()
        store = self.cleaned_data.get("store")
        refuse_other_stores(self, store.pk if store else getattr(self.instance, "store_id", None))
        return self.cleaned_data

    def _get_validation_exclusions(self) -> set[str]:
        # Django leaves fields that are not in the form out of its checks, and with them every unique constraint that
        # names one: a table's number would be checked by the database alone, whose refusal is a server error.
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc] # Django's own, without a stub
        return excluded - {"store"} if getattr(self.instance, "store_id", None) else excluded


class ScopedFormSet(AnyFormSet):
    """Rows edited on their parent's page, which belong to the parent's store."""

    def clean(self) -> None:
        """Refuse references to another store's rows."""
        super().clean()
        for form in self.forms:
            if hasattr(form, "cleaned_data"):
                refuse_other_stores(form, self.instance.store_id)

    def save_new(self, form: AnyForm, commit: bool = True) -> Any:
        """Give the row its parent's store."""
        form.instance.store_id = self.instance.store_id
        return super().save_new(form, commit=commit)


class ScopedRelatedFilter(RelatedFieldListFilter):
    """A filter that offers only rows that this person may see."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: AnyModelAdmin) -> list[tuple[Any, str]]:
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
        return reach_of(request).within(super().get_queryset(request), self.store_path)

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
        elif reach.spans_stores:
            kwargs.setdefault("form_class", ScopedChoiceField)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ScopedAdmin(ScopedRows, AnyModelAdmin):
    """A model's pages. Who may do what follows from memberships; Django's own permissions are not used."""

    form = ScopedForm
    # Models that have no page to delete from, but whose rows go along with this one's.
    goes_along: ClassVar[Sequence[type[Model]]] = ()

    def store_id_of(self, obj: Model) -> uuid.UUID:
        """The store that a row belongs to."""
        *path, last = self.store_path.split("__")
        for step in path:
            obj = getattr(obj, step)
        store_id: uuid.UUID = getattr(obj, last if last == "id" else f"{last}_id")
        return store_id

    def reaches(self, request: HttpRequest, obj: Model | None) -> bool:
        """Whether the row, or without one the page, is this person's."""
        reach = reach_of(request)
        return bool(reach) if obj is None else reach.manages(self.store_id_of(obj))

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

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> Sequence[str]:
        """A row stays in its store."""
        return [*super().get_readonly_fields(request, obj), *(["store"] if obj and has_store(self.model) else [])]

    def get_list_display(self, request: HttpRequest) -> Any:
        """Say the store where there are several."""
        return [*super().get_list_display(request), *self._store_column(request)]

    def get_list_filter(self, request: HttpRequest) -> Any:
        """Keep what filters offer to what this person may see."""
        filters = [*super().get_list_filter(request), *self._store_column(request)]
        return [(entry, ScopedRelatedFilter) if self._is_relation(entry) else entry for entry in filters]

    def get_list_select_related(self, request: HttpRequest) -> Any:
        """Read the store with the rows where it is shown."""
        return [*super().get_list_select_related(request), *self._store_column(request)]  # type: ignore[misc] # ours are sequences

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Only what the page's filters ask. Any other column (a hash, say) could be guessed letter by letter."""
        asked = [self.date_hierarchy, *map(_asked_by, self.get_list_filter(request))]
        ours = any(name and (lookup == name or lookup.startswith(f"{name}__")) for name in asked)
        return ours and super().lookup_allowed(lookup, value, request)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Let rows go along that have no delete page of their own."""
        listed, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return listed, counts, lacking - {model._meta.verbose_name for model in self.goes_along}, protected

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Write only the columns that this person changed: stock counts down while a form is open."""
        columns = {field.name for field in obj._meta.concrete_fields}
        obj.save(update_fields=[name for name in form.changed_data if name in columns] if change else None)

    def _store_column(self, request: HttpRequest) -> list[str]:
        return ["store"] if has_store(self.model) and reach_of(request).spans_stores else []

    def _is_relation(self, entry: Any) -> bool:
        return isinstance(entry, str) and bool(get_fields_from_path(self.model, entry)[-1].is_relation)


class ReadOnlyAdmin(ScopedAdmin):
    """Pages to look at: services write these rows, or nobody does."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False


class ScopedInline(ScopedRows, AnyInline):
    """Rows on their parent's page; whoever may have that page may have them."""

    form = ScopedForm
    formset = ScopedFormSet
    extra = 0

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """As the page."""
        return bool(reach_of(request))

    def has_add_permission(self, request: HttpRequest, obj: Model | None) -> bool:
        """As the page."""
        return bool(reach_of(request))

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """As the page."""
        return bool(reach_of(request))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """As the page."""
        return bool(reach_of(request))


class ReadOnlyInline(ScopedInline):
    """Rows to look at."""

    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Model | None) -> bool:
        """Nobody."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody."""
        return False


def _asked_by(entry: Any) -> str | None:
    if isinstance(entry, str):
        return entry
    if isinstance(entry, type) and issubclass(entry, SimpleListFilter):
        return entry.parameter_name
    return str(entry[0])
