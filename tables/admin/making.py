"""Back office: tables 1 to N at once."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.chosen_store import stores_in_reach
from accounts.models import Store
from accounts.pages import Page, Section, office_page, register_page
from tables.forms import CreateTablesForm
from tables.making import create_tables, draw_pins
from tables.models import Table

TITLE = gettext_lazy("Create tables")


def making_page(request: HttpRequest) -> HttpResponseBase:
    """Ask from which number to which; what is there already stays as it is and is said."""
    stores = stores_in_reach(request)
    form = CreateTablesForm(request.POST or None, stores=stores)
    if request.method == "POST" and form.is_valid():
        return _create(request, form)
    zones = Table.objects.filter(store__in=stores).exclude(zone="").order_by("zone").values_list("zone", flat=True)
    context = {"form": form, "zones": zones.distinct()[:100]}
    return office_page(request, "tables/create.html", title=TITLE, **context)


def _create(request: HttpRequest, form: CreateTablesForm) -> HttpResponseBase:
    asked: Mapping[str, Any] = form.cleaned_data
    store: Store = form.store
    there = Table.objects.filter(store=store, number__in=form.numbers).values_list("number", flat=True)
    missing = sorted(set(form.numbers) - set(there))
    pins = draw_pins(missing) if asked["own_pins"] else None
    made = create_tables(
        store=store,
        numbers=missing,
        pin=asked["pin"] if pins is None else pins,
        zone=asked["zone"],
        seats=asked["seats"],
        by_id=request.user.pk,
    )
    skipped = sorted(set(form.numbers) - {table.number for table in made})
    if pins is None or not made:
        _say(request, len(made), skipped)
        return HttpResponseRedirect(reverse("admin:tables_table_changelist"))
    shown = [(table, pins[table.number]) for table in made]
    context = {"made": shown, "skipped": skipped, "store": store}
    return office_page(request, "tables/created.html", title=_("Tables and their PINs"), **context)


def _say(request: HttpRequest, made: int, skipped: list[int]) -> None:
    if made:
        text = ngettext("%(count)d table is made.", "%(count)d tables are made.", made)
        messages.success(request, text % {"count": made})
    if skipped:
        numbers = ", ".join(map(str, skipped))
        messages.warning(
            request, _("These numbers were there already and stay as they are: %(numbers)s") % {"numbers": numbers}
        )


register_page(Page("tables/create/", "tables_create", making_page, Section.TABLES))
