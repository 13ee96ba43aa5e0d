"""Back office: the tablets, whether they are there, and what a manager tells them."""

import uuid
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy
from django.views.decorators.http import require_POST

from accounts.business_day import utc_now
from accounts.pages import Page, Section, office_page, register_page
from accounts.reach import reach_of
from accounts.scoping import ReadOnlyAdmin
from orders.admin.builds import newest_build
from orders.tablet_commands import identify_tablet, reload_tablet
from tables.models import Tablet
from tables.pairing import revoke_tablet
from tables.selectors import FORGOTTEN_AFTER, MISSED_AFTER, in_use, missed

# A tablet that follows its stream is noted every minute.
THERE = timedelta(minutes=2)
# A list's page and more: each is an event of its own.
MOST_AT_ONCE = 200


def _identify(request: HttpRequest, tablet: Tablet) -> None:
    identify_tablet(store_id=tablet.store_id, tablet_id=tablet.pk)


def _reload(request: HttpRequest, tablet: Tablet) -> None:
    reload_tablet(store_id=tablet.store_id, tablet_id=tablet.pk)


def _revoke(request: HttpRequest, tablet: Tablet) -> None:
    revoke_tablet(tablet=tablet, by_id=request.user.pk)


Tell = Callable[[HttpRequest, Tablet], None]
# What one does with one tablet or with many: the button's word, the deed, and what is said then.
DEEDS: dict[str, tuple[Any, Tell, Any]] = {
    "identify": (
        gettext_lazy("Identify"),
        _identify,
        ngettext_lazy("%(count)d tablet shows its table.", "%(count)d tablets show their tables.", "count"),
    ),
    "reload": (
        gettext_lazy("Reload"),
        _reload,
        ngettext_lazy(
            "%(count)d tablet loads its page again as soon as no order is under way there.",
            "%(count)d tablets load their pages again as soon as no order is under way there.",
            "count",
        ),
    ),
    "revoke": (
        gettext_lazy("Revoke"),
        _revoke,
        ngettext_lazy("%(count)d tablet is revoked.", "%(count)d tablets are revoked.", "count"),
    ),
}


def _do(request: HttpRequest, name: str, tablets: QuerySet[Tablet]) -> None:
    _label, tell, said = DEEDS[name]
    paired = list(tablets.filter(revoked_at=None)[:MOST_AT_ONCE])
    for tablet in paired:
        tell(request, tablet)
    if paired:
        messages.success(request, said % {"count": len(paired)})
    else:
        messages.error(request, _("These tablets are revoked already."))


@require_POST
def tell_tablet(request: HttpRequest, tablet_id: uuid.UUID, deed: str) -> HttpResponseBase:
    """One tablet's button."""
    rows = reach_of(request).within(Tablet.objects.all(), "store")
    tablet = get_object_or_404(rows, pk=tablet_id)
    if deed not in DEEDS:
        raise Http404
    if deed == "revoke" and (question := _are_you_sure(request, [tablet])):
        return question
    _do(request, deed, rows.filter(pk=tablet.pk))
    return HttpResponseRedirect(reverse("admin:tables_tablet_changelist"))


def _are_you_sure(request: HttpRequest, tablets: Iterable[Tablet]) -> HttpResponse | None:
    """The question before tablets are revoked; None once it was answered, or where there is nothing to revoke."""
    paired = [tablet for tablet in tablets if tablet.revoked_at is None]
    if not paired or "sure" in request.POST:
        return None
    # The answer comes to the address that asked, as the same action on the same rows.
    chosen = [("action", "revoke"), *((ACTION_CHECKBOX_NAME, str(tablet.pk)) for tablet in paired)]
    title = ngettext("Revoke %(count)d tablet?", "Revoke %(count)d tablets?", len(paired)) % {"count": len(paired)}
    return office_page(request, "orders/revoke_tablets.html", title=title, tablets=paired, sent=chosen)


register_page(Page("tables/tablet/<uuid:tablet_id>/tell/<slug:deed>/", "tablet_tell", tell_tablet, Section.TABLES))


class StateFilter(admin.SimpleListFilter):
    """Those in use, unless others are asked for."""

    title = gettext_lazy("state")
    parameter_name = "state"
    CONDITIONS: dict[str, Callable[[], Q]] = {
        "in_use": in_use,
        "missed": missed,
        "forgotten": lambda: Q(revoked_at=None, last_seen_at__lt=utc_now() - FORGOTTEN_AFTER),
        "revoked": lambda: Q(revoked_at__isnull=False),
        "all": Q,
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """What one may ask for."""
        return [
            ("in_use", _("In use")),
            ("missed", _("Not seen for 5 minutes")),
            ("forgotten", _("Not seen for 30 days")),
            ("revoked", _("Revoked")),
            ("all", _("All")),
        ]

    def value(self) -> str:
        """Without a choice, those in use."""
        asked = super().value()
        return asked if asked in self.CONDITIONS else "in_use"

    def choices(self, changelist: Any) -> Any:
        """No `All` of Django's own beside ours."""
        for key, label in self.lookup_choices:
            query = changelist.get_query_string({self.parameter_name: key})
            yield {"selected": self.value() == key, "query_string": query, "display": label}

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those that were asked for."""
        return queryset.filter(self.CONDITIONS[self.value()]())


@admin.register(Tablet)
class TabletAdmin(ReadOnlyAdmin):
    """Tablets pair themselves; here they are seen, told what to do, and revoked."""

    section = Section.TABLES
    nav_order = 2
    fields = ("store", "table", "paired_at", "paired_by", "last_seen_at", "app_version", "revoked_at")
    list_display = ("__str__", "state", "version", "paired", "buttons")
    list_filter = (StateFilter, "table")
    list_select_related = ("table", "paired_by")
    search_fields = ("=table__number", "table__name")
    ordering = ("table__number", "-last_seen_at")
    actions = ("identify_chosen", "reload_chosen", "revoke")

    class Media:
        css = {"all": ["tables/tables.css"]}  # Django's own way

    @admin.display(description=gettext_lazy("last seen"), ordering="-last_seen_at")
    def state(self, tablet: Tablet) -> SafeString:
        """Whether it is there, in words and in colour."""
        if tablet.revoked_at:
            return _badge("muted", _("Revoked"))
        away = utc_now() - tablet.last_seen_at
        if away < THERE:
            return _badge("good", _("Connected"))
        since = _("%(time)s ago") % {"time": timesince(tablet.last_seen_at, depth=1)}
        return _badge("warn", since) if away > MISSED_AFTER else format_html("{}", since)

    @admin.display(description=gettext_lazy("app version"), ordering="app_version")
    def version(self, tablet: Tablet) -> SafeString:
        """Its build, and whether that is the one that this server serves."""
        newest = newest_build()
        if not tablet.app_version:
            return format_html("{}", "–")
        badge = _badge("muted", _("newest")) if tablet.app_version == newest else _badge("warn", _("older"))
        return format_html("<code>{}</code> {}", tablet.app_version, badge if newest else "")

    @admin.display(description=gettext_lazy("paired"), ordering="paired_at")
    def paired(self, tablet: Tablet) -> str:
        """Since when, and who let it in."""
        when = f"{timezone.localtime(tablet.paired_at):%Y-%m-%d %H:%M}"
        who = tablet.paired_by.get_full_name() or tablet.paired_by.get_username() if tablet.paired_by else _("by PIN")
        return f"{when} · {who}"

    @admin.display(description=gettext_lazy("tell it"))
    def buttons(self, tablet: Tablet) -> SafeString:
        """One tablet's buttons; they send the list's own form elsewhere."""
        if tablet.revoked_at:
            return format_html("{}", "–")
        rows = [
            (
                "button--danger" if name == "revoke" else "",
                reverse("admin:tablet_tell", args=(tablet.pk, name)),
                f"{label}: {tablet}",
                label,
            )
            for name, (label, _tell, _said) in DEEDS.items()
        ]
        button = '<button type="submit" class="button {}" formaction="{}" aria-label="{}">{}</button>'
        return format_html('<span class="tablet-buttons">{}</span>', format_html_join(" ", button, rows))

    @admin.action(description=gettext_lazy("Identify the chosen tablets"))
    def identify_chosen(self, request: HttpRequest, tablets: QuerySet[Tablet]) -> None:
        """Have them show their tables' numbers, large, for ten seconds."""
        _do(request, "identify", tablets)

    @admin.action(description=gettext_lazy("Reload the chosen tablets"))
    def reload_chosen(self, request: HttpRequest, tablets: QuerySet[Tablet]) -> None:
        """Have them load their pages again, each once no order is under way there."""
        _do(request, "reload", tablets)

    @admin.action(description=gettext_lazy("Revoke the chosen tablets…"))
    def revoke(self, request: HttpRequest, tablets: QuerySet[Tablet]) -> HttpResponse | None:
        """End the tablets' tokens; their tables can be signed in to again with the PIN."""
        if question := _are_you_sure(request, tablets.select_related("table")[:MOST_AT_ONCE]):
            return question
        _do(request, "revoke", tablets)
        return None


def _badge(kind: str, text: str) -> SafeString:
    return format_html('<span class="badge badge--{}">{}</span>', kind, text)
