"""Back office: who changed what."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from accounts.audit import name_of
from accounts.models import AuditEntry, Deed, Membership, User
from accounts.pages import Section
from accounts.paging import BoundedPaginator
from accounts.reach import reach_of
from accounts.scoping import ReadOnlyAdmin
from accounts.trail import deed_of, details_of, kind_of, sentence_of

SYSTEM = "system"
Choices = Iterable[tuple[str, Any]]


class TrailFilter(admin.SimpleListFilter):
    """A filter by one column of the trail."""

    column = ""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Whatever was not offered finds nothing."""
        if not (value := self.value()):
            return queryset
        offered = {str(key) for key, _label in self.lookup_choices}
        return queryset.filter(**{self.column: value}) if value in offered else queryset.none()


class DeedFilter(TrailFilter):
    """By what was done."""

    title = _("deed")
    parameter_name = column = "deed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Every deed there is."""
        return [(value, capfirst(str(label))) for value, label in Deed.choices]


class KindFilter(TrailFilter):
    """By the kind of thing it was done to."""

    title = _("kind")
    parameter_name = "kind"
    column = "target_type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """Whatever has pages, and what stands on them."""
        sites = model_admin.admin_site._registry.values()
        kept = [pages for pages in sites if getattr(pages, "section", None) and pages.has_change_permission(request)]
        models = {pages.model for pages in kept} | {inline.model for pages in kept for inline in pages.inlines}
        named = {(model._meta.label_lower, capfirst(str(model._meta.verbose_name))) for model in models | {User}}
        return sorted(named, key=lambda kind: kind[1])


class ActorFilter(TrailFilter):
    """By who did it: those who work here now. Whoever is gone is found by name."""

    title = _("person")
    parameter_name = "person"
    column = "actor_id"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Choices:
        """People within reach, each once."""
        here = reach_of(request).within(Membership.objects.select_related("user"), "store")
        people = {row.user_id: row.user for row in here.order_by("user__first_name", "user__username")[:1000]}
        return [*((str(key), name_of(person)) for key, person in people.items()), (SYSTEM, _("The system"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The system has no id."""
        return queryset.filter(actor_id=None) if self.value() == SYSTEM else super().queryset(request, queryset)


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    """A sentence for each change, newest first. Nobody writes here."""

    section = Section.PEOPLE
    nav_order = 90
    paginator = BoundedPaginator
    fields = ("store", "at", "actor_name", "what_was_done", "kind", "what_happened")
    readonly_fields = ("what_was_done", "kind", "what_happened")
    list_display = ("when", "what_happened")
    list_filter = ("at", ActorFilter, KindFilter, DeedFilter)
    list_select_related = ("store",)
    list_per_page = 50
    search_fields = ("actor_name", "target_name")
    search_help_text = _("A person's name, or that of what was changed.")
    ordering = ("-id",)
    show_full_result_count = False

    class Media:
        css = {"all": ("accounts/people.css",)}

    def render_change_form(  # noqa: PLR0913, PLR0917 # as Django calls it
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """Head it with the sentence."""
        told = {**context, "subtitle": sentence_of(obj)}
        return super().render_change_form(request, told, add, change, form_url, obj)

    @admin.display(description=_("when"))
    def when(self, entry: AuditEntry) -> str:
        """Short: most of the line is for what happened."""
        return date_format(localtime(entry.at), "SHORT_DATETIME_FORMAT")

    @admin.display(description=_("what happened"))
    def what_happened(self, entry: AuditEntry) -> str:
        """A sentence, and each value before and after."""
        context = {"sentence": sentence_of(entry), "changes": details_of(entry)}
        return render_to_string("accounts/audit_line.html", context)

    @admin.display(description=_("deed"))
    def what_was_done(self, entry: AuditEntry) -> str:
        """The deed's name."""
        return deed_of(entry)

    @admin.display(description=_("kind"))
    def kind(self, entry: AuditEntry) -> str:
        """What it was done to."""
        return kind_of(entry)
