"""Back office: the floor plan, with the zones and seats of all tables."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.chosen_store import stores_in_reach
from accounts.pages import Page, Section, office_page, register_page
from tables.arranging import MOST_TABLES, arrange_tables
from tables.forms import ArrangementForm
from tables.models import Table

TITLE = gettext_lazy("Floor plan")


def floor_page(request: HttpRequest) -> HttpResponseBase:
    """Drag tables to where they stand; boards follow."""
    stores = stores_in_reach(request)
    if len(stores) != 1:
        return office_page(request, "tables/floor.html", title=TITLE, stores_to_choose=stores)
    tables = list(Table.objects.filter(store=stores[0], is_active=True)[:MOST_TABLES])
    forms = [_form_of(table, request) for table in tables]
    if request.method == "POST" and all(form.is_valid() for form in forms if form.is_bound):
        return _arrange(request, stores[0].pk, forms)
    return office_page(request, "tables/floor.html", title=TITLE, forms=forms)


def _form_of(table: Table, request: HttpRequest) -> ArrangementForm:
    # A browser sends the rows that were changed; of another store's there is no form.
    sent = request.POST if request.method == "POST" and f"{table.pk}-seats" in request.POST else None
    initial = {"zone": table.zone, "seats": table.seats, "x": table.position_x, "y": table.position_y}
    return ArrangementForm(sent, prefix=str(table.pk), initial=initial, table=table)


def _arrange(request: HttpRequest, store_id: Any, forms: list[ArrangementForm]) -> HttpResponseBase:
    wanted = {form.table.pk: form.arrangement for form in forms if form.is_bound}
    changed = arrange_tables(store_id=store_id, arrangements=wanted, by_id=request.user.pk)
    text = ngettext("%(count)d table is changed.", "%(count)d tables are changed.", len(changed))
    messages.success(request, text % {"count": len(changed)} if changed else _("Nothing was changed."))
    return HttpResponseRedirect(request.get_full_path())


register_page(Page("tables/floor/", "tables_floor", floor_page, Section.TABLES, TITLE, order=3))
