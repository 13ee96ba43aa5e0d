"""Back office: orders of some business days as a file."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.audit import record
from accounts.business_day import business_date, utc_now
from accounts.chosen_store import stores_in_reach
from accounts.models import Deed, Store
from accounts.pages import Page, Section, office_page, register_page
from orders.downloads import Download, begin_download
from orders.exporting import Content, OrderExport, Span
from orders.spreadsheets import CONTENT_TYPES, csv_pieces, xlsx_pieces

MOST_DAYS = 5 * 366
TITLE = gettext_lazy("Export orders")
FORMATS = {"xlsx": gettext_lazy("XLSX, for Excel"), "csv": gettext_lazy("CSV, for any program")}


class ExportForm(forms.Form):
    """Which days, and what kind of file."""

    first = forms.DateField(label=gettext_lazy("From"), widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=gettext_lazy("Until"), widget=forms.DateInput(attrs={"type": "date"}))
    content = forms.ChoiceField(label=gettext_lazy("One row for each of the"), choices=Content.choices)
    kind = forms.ChoiceField(label=gettext_lazy("File"), choices=list(FORMATS.items()))

    def clean(self) -> dict[str, Any]:
        """The days are in order, and not too many."""
        cleaned: dict[str, Any] = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and not first <= last <= first + timedelta(days=MOST_DAYS):
            self.add_error("last", _("Choose the same day or a later one, five years later at most."))
        return cleaned


def export_page(request: HttpRequest) -> HttpResponseBase:
    """Choose the days; the file comes as the answer."""
    stores = stores_in_reach(request)
    if len(stores) != 1:
        return office_page(request, "orders/export.html", title=TITLE, stores_to_choose=stores)
    store = stores[0]
    form = ExportForm(request.POST or None, initial=_usual_days(store))
    if request.method == "POST" and form.is_valid():
        download = _begin(store, **form.cleaned_data)
        if download:
            return _answer(request, store, download, form.cleaned_data)
        messages.warning(request, _("Another export is being downloaded just now. Try again when it is done."))
    return office_page(request, "orders/export.html", title=TITLE, form=form)


def _usual_days(store: Store) -> dict[str, Any]:
    """The last thirty business days."""
    today = business_date(utc_now(), time_zone=store.time_zone, day_start=store.business_day_start)
    return {"first": str(today - timedelta(days=29)), "last": str(today)}


def _begin(store: Store, *, first: date, last: date, content: str, kind: str) -> Download | None:
    export = OrderExport(store, Span(first, last), Content(content))
    if kind == "csv":
        return begin_download(store.pk, csv_pieces(export.headers, export.rows()))
    return begin_download(store.pk, xlsx_pieces(export.headers, export.rows(), title=_("Orders")))


def _answer(request: HttpRequest, store: Store, download: Download, chosen: dict[str, Any]) -> HttpResponseBase:
    first, last, kind = chosen["first"], chosen["last"], chosen["kind"]
    told = f"{first} – {last} ({kind.upper()})"
    record(store_id=store.pk, actor=request.user, deed=Deed.ORDERS_EXPORTED, target_name=told)
    headers = {
        "Content-Disposition": f'attachment; filename="orders-{slugify(store.code)}-{first}-{last}.{kind}"',
        "Cache-Control": "no-store",
    }
    return StreamingHttpResponse(download, content_type=CONTENT_TYPES[kind], headers=headers)


register_page(Page("orders/export/", "orders_export", export_page, Section.ORDERS, TITLE, order=90))
