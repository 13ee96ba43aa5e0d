"""Pages of the back office that leave their traces in the audit trail by themselves."""

import uuid
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import PAGE_VAR
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse

from accounts.audit import Changes, changes_of, record, told_columns
from accounts.models import Deed, Store
from accounts.reach import reach_of
from accounts.trail import details_of, entries_about, sentence_of

if TYPE_CHECKING:
    AnyModelAdmin = admin.ModelAdmin[Any]
else:  # Django's own class takes no type parameter at run time
    AnyModelAdmin = admin.ModelAdmin


class RecordedAdmin(AnyModelAdmin):
    """Adds, changes and deletions are recorded where the row is written, in the same transaction.

    Who overrides one of these and writes by a service leaves the recording to the service. Django's own log is not
    kept beside it: there is one story.
    """

    object_history_template = "accounts/history.html"

    def store_of(self, obj: Any) -> uuid.UUID | None:
        """Whose trail tells of the row."""
        store_id: uuid.UUID | None = obj.pk if isinstance(obj, Store) else getattr(obj, "store_id", None)
        return store_id

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Write only the columns that this person changed: stock counts down while a form is open."""
        if not change:
            obj.save()
            self.trace(request, Deed.ADDED, obj, changes_of(None, obj, told_columns(type(obj))))
            return
        changed = _columns(obj, form.changed_data)
        before = _as_stored(type(obj), [obj.pk]).get(obj.pk) if changed else None
        obj.save(update_fields=changed)
        if changes := changes_of(before, obj, changed):
            self.trace(request, Deed.CHANGED, obj, changes)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Record the rows on the page too, each as part of the page's own."""
        touched = [row.instance.pk for row in formset.initial_forms if row.has_changed()]
        before = _as_stored(formset.model, touched) if touched else {}
        gone = [row.instance.pk for row in formset.deleted_forms]
        super().save_formset(request, form, formset, change)
        for row in formset.new_objects:
            added = changes_of(None, row, told_columns(type(row)))
            self.trace(request, Deed.ADDED, row, added, part_of=form.instance)
        for row, names in formset.changed_objects:
            if changes := changes_of(before.get(row.pk), row, _columns(row, names)):
                self.trace(request, Deed.CHANGED, row, changes, part_of=form.instance)
        for row in (before[pk] for pk in gone if pk in before):
            lost = changes_of(row, None, told_columns(type(row)))
            self.trace(request, Deed.DELETED, row, lost, part_of=form.instance)

    def delete_model(self, request: HttpRequest, obj: Model) -> None:
        """Keep what the row was."""
        self.trace(request, Deed.DELETED, obj, changes_of(obj, None, told_columns(type(obj))))
        super().delete_model(request, obj)

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Likewise of each."""
        for row in queryset:
            self.trace(request, Deed.DELETED, row, changes_of(row, None, told_columns(type(row))))
        super().delete_queryset(request, queryset)

    def trace(
        self, request: HttpRequest, deed: Deed, row: Any, changes: Changes | None = None, part_of: Any = None
    ) -> None:
        """Record what the signed-in person did to the row."""
        store_id = self.store_of(row) or (self.store_of(part_of) if part_of else None)
        record(store_id=store_id, actor=request.user, deed=deed, target=row, part_of=part_of, changes=changes)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The row's part of the audit trail, and that of the rows on its page; only of stores within reach."""
        told = reach_of(request).within(entries_about(unquote(object_id)), "store")
        paginator = self.get_paginator(request, told, 100)
        page = paginator.get_page(request.GET.get(PAGE_VAR, 1))
        context = {
            "action_list": [(entry, sentence_of(entry), details_of(entry)) for entry in page],
            "page": page,
            "page_range": paginator.get_elided_page_range(page.number),
            "pagination_required": paginator.num_pages > 1,
        }
        return super().history_view(request, object_id, context | (extra_context or {}))

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Recorded already."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Recorded already."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Recorded already."""


def _columns(row: Model, names: list[str]) -> list[str]:
    columns = {field.name for field in row._meta.concrete_fields}
    return [name for name in names if name in columns]


def _as_stored(model: type[Model], keys: list[Any]) -> dict[Any, Model]:
    """The rows before they are written, locked: between this and the write nobody else changes them."""
    return model._base_manager.select_for_update(no_key=True).in_bulk(keys)
