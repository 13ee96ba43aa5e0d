"""Back office: a one-time code that connects a tablet with a table, and whether somebody has used it."""

import uuid
from contextlib import suppress
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.pages import Page, Section, office_page, register_page
from accounts.reach import reach_of
from tables.codes_as_pictures import qr_code
from tables.models import Table
from tables.pairing_codes import make_pairing_code
from tables.selectors import pairing_state


@require_http_methods(["GET", "HEAD", "POST"])
def pairing_page(request: HttpRequest, table_id: uuid.UUID) -> HttpResponseBase:
    """Explain, and after a press of the button show a new code. Reading the page makes none."""
    table = _table_of(request, table_id)
    context: dict[str, Any] = {"table": table, "made": None}
    if request.method == "POST" and table.is_active:
        made = make_pairing_code(store_id=table.store_id, table_id=table.pk, by_id=request.user.pk)
        # After the #: what stands there is sent to no server and written into no log.
        link = f"{request.build_absolute_uri('/')}#pair={made.code}"
        context |= {"made": made, "digits": f"{made.code[:3]} {made.code[3:]}", "qr": qr_code(link)}
    title = _("Connect a tablet to %(table)s") % {"table": table}
    return office_page(request, "tables/pairing.html", title=title, **context)


@require_safe
def pairing_status(request: HttpRequest, table_id: uuid.UUID) -> HttpResponseBase:
    """Whether the code that is good until then waits, was used, or is over."""
    until = _moment(request.GET.get("until", ""))
    return JsonResponse({"state": pairing_state(_table_of(request, table_id), until=until)})


def _moment(text: str) -> datetime:
    """As the page wrote it."""
    with suppress(ValueError):
        moment = datetime.fromisoformat(text)
        if moment.tzinfo:
            return moment
    raise Http404


def _table_of(request: HttpRequest, table_id: uuid.UUID) -> Table:
    rows = reach_of(request).within(Table.objects.select_related("store"), "store")
    table: Table = get_object_or_404(rows, pk=table_id)
    return table


register_page(Page("tables/table/<uuid:table_id>/pairing/", "tables_pairing", pairing_page, Section.TABLES))
register_page(
    Page("tables/table/<uuid:table_id>/pairing/status/", "tables_pairing_status", pairing_status, Section.TABLES)
)
