"""The back office's sales pages: the report, its tables as files, and the day-end report."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from accounts.business_day import utc_now
from accounts.chosen_store import stores_in_reach
from accounts.models import Store
from accounts.pages import Page, Section, office_page, register_page
from orders.errors import SalesNotReady
from orders.models import FigureKind
from orders.sales.cards import Card, card, card_of, cards, tiles
from orders.sales.charts import Chart
from orders.sales.course import days_chart, days_numbers, hours_chart
from orders.sales.day_end import day_end
from orders.sales.facts import totals_of_day
from orders.sales.figures import Totals
from orders.sales.hours import days_earlier
from orders.sales.periods import DAY, PeriodForm, Question, asked_for, usual_periods
from orders.sales.report import LONGEST, Asked, Report, sales_report, sales_reports
from orders.sales.summaries import today_of
from orders.sales.tables import TABLES
from orders.sales.writing import as_kept
from orders.spreadsheets import CONTENT_TYPES, csv_pieces, xlsx_pieces

StoreView = Callable[..., HttpResponseBase]
PAPERS = ("a4", "roll")


def of_one_store(view: StoreView) -> Callable[..., HttpResponseBase]:
    """Call the view with the store that is looked at; where there are several, ask which.

    While its days are still being added up, say how far that is; the page asks again by itself.
    """

    @wraps(view)
    @require_safe
    def with_store(request: HttpRequest, **named: Any) -> HttpResponseBase:
        stores = stores_in_reach(request)
        if len(stores) != 1:
            return office_page(request, "orders/sales/which_store.html", title=gettext("Sales"), choices=stores)
        try:
            return view(request, stores[0], **named)
        except SalesNotReady as progress:  # the API's handler would say it; these pages have none
            return office_page(request, "orders/sales/not_ready.html", title=gettext("Sales"), progress=progress)

    return with_store


@of_one_store
def sales(request: HttpRequest, store: Store) -> HttpResponseBase:
    """The report."""
    today = today_of(store)
    question = asked_for(request.GET, today)
    period, compared = question.period, question.period.before(question.comparison)
    asked = [Asked(period.first, period.last), Asked(compared.first, compared.last, (FigureKind.HOUR,))]
    report, before = sales_reports(store=store, asked=asked)
    return office_page(
        request,
        "orders/sales/page.html",
        title=gettext("Sales"),
        store=store,
        question=question,
        compared=compared,
        usual=_usual(question, today),
        tiles=list(tiles(report.totals, _so_far(before, report, today), store.currency)),
        drawn=list(_drawn(report, before)),
        cards=list(cards(report)),
        unfinished=period.first <= today <= period.last,
        today=today,
    )


@of_one_store
def sales_file(request: HttpRequest, store: Store, table: str, kind: str) -> HttpResponseBase:
    """One of the report's tables, whole, as CSV or XLSX."""
    if table not in TABLES or kind not in CONTENT_TYPES:
        raise Http404
    question = asked_for(request.GET, today_of(store))
    kept, period = TABLES[table], question.period
    report = sales_report(store=store, first=period.first, last=period.last, kinds=kept.kinds)
    made = kept.make(report)
    headers = [str(column.label) for column in made.columns]
    rows = (
        [as_kept(value, column, store) for value, column in zip(row, made.columns, strict=True)]
        for row in made.named_rows(store)
    )
    pieces = csv_pieces(headers, rows) if kind == "csv" else xlsx_pieces(headers, rows, title=str(kept.title))
    name = f"{store.code}-{table}-{report.first:%Y%m%d}-{report.last:%Y%m%d}.{kind}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(b"".join(pieces), content_type=CONTENT_TYPES[kind], headers=disposition)


@of_one_store
def day_end_page(request: HttpRequest, store: Store) -> HttpResponseBase:
    """One business day on paper: A4, or the 80 mm roll of a receipt printer."""
    today = today_of(store)
    form = PeriodForm(request.GET)
    day: date = (form.is_valid() and form.cleaned_data.get("first")) or today
    paper = request.GET.get("paper")
    return office_page(
        request,
        "orders/sales/day_end.html",
        title=gettext("Day-end report"),
        store=store,
        report=day_end(store, day),
        paper=paper if paper in PAPERS else PAPERS[0],
        earlier=day - DAY,
        later=day + DAY if day < today else None,
    )


def _drawn(report: Report, before: Report) -> Iterator[tuple[Chart, Card]]:
    """Charts, each with its numbers."""
    if report.first != report.last:
        yield days_chart(report, before), card_of("days", days_numbers(report), report.store, LONGEST)
    yield hours_chart(report, before), card("hours", report, LONGEST)


def _usual(question: Question, today: date) -> list[dict[str, Any]]:
    return [
        {"label": label, "query": replace(question, period=period).query, "current": question.period == period}
        for label, period in usual_periods(today)
    ]


def _so_far(before: Report, report: Report, today: date) -> Totals:
    """The totals to compare with: of the day that corresponds to today, only up to this time of day."""
    if report.last != today:
        return before.totals
    until = days_earlier(utc_now(), (report.last - before.last).days, report.zone)
    totals = Totals()
    for day, of_day in before.days.items():
        totals.add(of_day if day < before.last else totals_of_day(before.store, day, until=until))
    return totals


register_page(Page("sales/", "sales", sales, Section.SALES, _("Sales"), 1))
register_page(Page("sales/day-end/", "sales_day_end", day_end_page, Section.SALES, _("Day-end report"), 2))
register_page(Page("sales/<slug:table>.<slug:kind>", "sales_file", sales_file, Section.SALES))
