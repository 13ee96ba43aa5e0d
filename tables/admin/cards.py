"""Back office: a card for each table to print. Its code leads to the tablet's sign-in; the PIN is still asked for."""

from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from accounts.pages import Page, Section, register_page
from accounts.reach import reach_of
from tables.codes_as_pictures import qr_code
from tables.models import Table

ON_A_SHEET = 8
MOST_CARDS = 400


@require_safe
def cards_page(request: HttpRequest) -> HttpResponseBase:
    """All tables' cards, or those of a zone, eight on a sheet of A4."""
    within = reach_of(request).within(Table.objects.select_related("store").filter(is_active=True), "store")
    zones = list(within.exclude(zone="").order_by("zone").values_list("zone", flat=True).distinct()[:100])
    zone = request.GET.get("zone", "")
    tables = (within.filter(zone=zone) if zone else within).order_by("store__name", "store_id", "number")[:MOST_CARDS]
    address = request.build_absolute_uri("/")
    # After the #: what stands there is sent to no server and written into no log.
    cards = [(table, qr_code(f"{address}#table={table.store.code}/{table.number}")) for table in tables]
    sheets = [cards[start : start + ON_A_SHEET] for start in range(0, len(cards), ON_A_SHEET)]
    context = {"sheets": sheets, "zones": zones, "zone": zone, "address": address}
    return TemplateResponse(request, "tables/cards.html", context)


register_page(Page("tables/cards/", "tables_cards", cards_page, Section.TABLES))
