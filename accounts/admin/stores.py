"""Back office: how a restaurant is set up."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.business_day import utc_now
from accounts.forms import StoreForm
from accounts.models import OpeningWindow, SpecialDay, Store, User
from accounts.opening_forms import HoursFormSet, OpeningWindowForm, SpecialDayForm, SpecialDayFormSet, WeekFormSet
from accounts.opening_words import clock_of, nights_after, state_of
from accounts.pages import Section
from accounts.pausing import pause_ordering, resume_ordering
from accounts.reach import reach_of
from accounts.scoping import ScopedAdmin, ScopedInline, nobody

PAUSES = (10, 20, 30, 60)  # minutes


class WeekInline(ScopedInline):
    """The week."""

    model = OpeningWindow
    form = OpeningWindowForm
    formset: type[HoursFormSet] = WeekFormSet
    template = "accounts/week.html"


class SpecialDayInline(ScopedInline):
    """Days to come that are not like the week; those that are over stay stored."""

    model = SpecialDay
    form = SpecialDayForm
    formset: type[HoursFormSet] = SpecialDayFormSet
    template = "accounts/special_days.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Yesterday still counts at night."""
        return super().get_queryset(request).filter(last_date__gte=utc_now().date() - timedelta(days=2))


@admin.register(Store)
class StoreAdmin(ScopedAdmin):
    """Stores. Their history is kept, so none is deleted."""

    form = StoreForm
    section = Section.STORE
    nav_order = 1
    store_path = "id"
    list_display = ("name", "code", "guests_can_order", "time_zone", "default_language")
    search_fields = ("name", "code")
    ordering = ("name", "id")
    change_form_template = "accounts/store.html"
    inlines = (WeekInline, SpecialDayInline)
    fieldsets = (
        (gettext_lazy("Restaurant"), {"fields": ("name", "code", "currency")}),
        (gettext_lazy("Languages"), {"fields": ("languages", "default_language")}),
        (gettext_lazy("Waiting orders"), {"fields": ("warning_minutes", "late_minutes")}),
        (
            gettext_lazy("Day and clock"),
            {"fields": ("time_zone", "business_day_start", "closing_grace_minutes")},
        ),
    )
    has_delete_permission = nobody

    class Media:
        css = {"all": ("accounts/store.css",)}
        js = (forms.Script("accounts/hours.js", defer=True),)

    def reaches(self, request: HttpRequest, obj: Any) -> bool:
        """A store is its own."""
        reach = reach_of(request)
        return bool(reach) if obj is None else reach.manages(obj.pk)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Operators open stores."""
        return reach_of(request).everything

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Tablets sign in with the code, and stored amounts are in the currency: an operator's decisions."""
        return [] if reach_of(request).everything else ["code", "currency"]

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Hours, once the store is there."""
        return self.inlines if obj else ()

    def get_urls(self) -> list[URLPattern]:
        """Pausing has an address of its own: it is not to wait for the rest of the page."""
        pausing = self.admin_site.admin_view(require_POST(self.pausing_view))
        return [path("<uuid:pk>/pausing/", pausing, name="accounts_store_pausing"), *super().get_urls()]

    @admin.display(description=gettext_lazy("guests can order"), boolean=True)
    def guests_can_order(self, store: Store) -> bool:
        """Now."""
        now = utc_now()
        return store.clock.at(now).is_open and not store.is_paused_at(now)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With their hours."""
        return super().get_queryset(request).prefetch_related("opening_windows", "special_days")

    def nav_address(self, request: HttpRequest) -> str:
        """A manager of one store has nothing to choose from."""
        only = reach_of(request).only_store
        return reverse("admin:accounts_store_change", args=(only,)) if only else super().nav_address(request)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Nor a list to go back to: the page shows what holds now."""
        return HttpResponseRedirect(self.nav_address(request))

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """With how the store stands now."""
        store = kwargs.get("obj")
        context |= {"show_save_and_continue": not reach_of(request).only_store}
        if store is not None:
            # As stored: the form has written into this one what it could not save.
            stored, now = Store.objects.get(pk=store.pk), utc_now()
            resumes_at = stored.resumes_at(now)
            context |= {
                "pauses": PAUSES,
                "is_paused": stored.is_paused_at(now),
                "resumes_at": clock_of(resumes_at, stored.time_zone) if resumes_at else "",
                "opening_state": state_of(stored, now),
            }
        page: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        return page

    def pausing_view(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """Pause for so many minutes, until resumed, or resume."""
        store = self.get_object(request, str(pk))
        if store is None:
            raise Http404
        if not self.has_change_permission(request, store) or not isinstance(request.user, User):
            raise PermissionDenied
        wanted = request.POST.get("pause", "")
        if wanted == "resume":
            resume_ordering(store_id=store.pk, actor=request.user)
            messages.success(request, _("Guests can order again."))
        else:
            minutes = int(wanted) if wanted in {str(each) for each in PAUSES} else None
            until = utc_now() + timedelta(minutes=minutes) if minutes else None
            pause_ordering(store_id=store.pk, actor=request.user, until=until)
            messages.success(request, _("Ordering is paused. Staff can still order for guests."))
        return HttpResponseRedirect(reverse("admin:accounts_store_change", args=(store.pk,)))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Say what a manager may not have meant."""
        super().save_related(request, form, formsets, change)
        if change and {"time_zone", "business_day_start"} & set(form.changed_data):
            messages.warning(
                request,
                _("Business days now begin by the new clock. Orders and sales that are stored keep their day."),
            )
        for hours in nights_after(Store.objects.get(pk=form.instance.pk)):
            messages.warning(request, hours)
