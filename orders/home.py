"""Home of the back office: today at a glance, for the store that is looked at, or for each of several."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from accounts.business_day import utc_now
from accounts.chosen_store import stores_in_reach
from accounts.models import Membership, Store
from accounts.money import written
from accounts.pages import Page, Section, office_page, register_page
from menu.models import MenuItem
from menu.selectors import SOLD_OUT
from orders.models import FigureKind, Order, OrderStatus
from orders.sales.cards import Tile, change
from orders.sales.charts import Chart
from orders.sales.course import hours_chart
from orders.sales.facts import totals_of_day
from orders.sales.hours import days_earlier
from orders.sales.periods import DAY
from orders.sales.report import Asked, sales_reports
from orders.sales.summaries import today_of
from tables.models import ServiceCall, Table, TableSession, Tablet
from tables.selectors import missed

WEEK = 7 * DAY
# Stores side by side cost queries each; whoever has more chooses one.
SIDE_BY_SIDE = 8


@dataclass(frozen=True, slots=True)
class TileOfPage(Tile):
    """A number that leads to the page where one does something about it; `kind` is how urgent that is."""

    address: str = ""
    kind: str = ""


@dataclass(slots=True)
class Today:
    """One store now."""

    store: Store
    tiles: list[TileOfPage] = field(default_factory=list)
    chart: Chart | None = None
    to_do: list[tuple[str, str]] = field(default_factory=list)


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """The page; it fetches itself again while somebody looks at it."""
    stores = stores_in_reach(request)
    alone = len(stores) == 1
    return office_page(
        request,
        "orders/home.html",
        title=gettext("Today"),
        days=[today(store, with_chart=alone) for store in stores[:SIDE_BY_SIDE]],
        alone=alone,
        left_out=len(stores[SIDE_BY_SIDE:]),
    )


def today(store: Store, *, with_chart: bool) -> Today:
    """The store's numbers of this business day until now, and the course of the day beside that of a week ago."""
    now, day = utc_now(), today_of(store)
    shown = Today(store, [_sold(store, now), *_waiting(store, now), *_house(store, now)])
    if with_chart:
        hours = (FigureKind.HOUR,)
        asked = [Asked(one, one, hours) for one in (day, day - WEEK)]
        shown.chart = hours_chart(*sales_reports(store=store, asked=asked))
        shown.to_do = list(_missing(store))
    return shown


def _sold(store: Store, now: datetime) -> TileOfPage:
    day = today_of(store)
    then = days_earlier(now, WEEK.days, ZoneInfo(store.time_zone))
    sold, before = totals_of_day(store, day, until=now), totals_of_day(store, day - WEEK, until=then)
    orders = ngettext("%(count)d order", "%(count)d orders", sold.orders) % {"count": sold.orders}
    compared = gettext("a week ago by this time: %(amount)s") % {"amount": written(before.total, store.currency)}
    return TileOfPage(
        gettext("Sales so far"),
        written(sold.total, store.currency),
        f"{orders} · {compared}",
        change(sold.total, before.total),
        reverse("admin:sales"),
    )


def _waiting(store: Store, now: datetime) -> list[TileOfPage]:
    orders = Order.objects.filter(store=store, status=OrderStatus.PENDING).aggregate(
        n=Count("pk"), oldest=Min("created_at")
    )
    calls = ServiceCall.objects.filter(store=store, acknowledged_at=None).aggregate(
        n=Count("pk"), oldest=Min("created_at")
    )
    kind = "bad" if _minutes(orders["oldest"], now) >= store.late_minutes else "warn" if orders["n"] else ""
    waiting, unanswered = reverse("admin:orders_order_changelist"), reverse("admin:tables_servicecall_changelist")
    return [
        TileOfPage(
            gettext("Orders waiting"),
            str(orders["n"]),
            _oldest(orders["oldest"], now),
            address=f"{waiting}?status=pending",
            kind=kind,
        ),
        TileOfPage(
            gettext("Unanswered calls"),
            str(calls["n"]),
            _oldest(calls["oldest"], now),
            address=f"{unanswered}?state=open",
            kind="warn" if calls["n"] else "",
        ),
    ]


def _house(store: Store, now: datetime) -> list[TileOfPage]:
    seats = Table.objects.filter(store=store, is_active=True).count()
    open_now = TableSession.objects.filter(store=store, closed_at=None).count()
    gone = MenuItem.objects.filter(SOLD_OUT, store=store).count()
    silent = Tablet.objects.filter(missed(), store=store).count()
    return [
        TileOfPage(
            gettext("Open tables"),
            str(open_now),
            gettext("of %(count)d tables") % {"count": seats},
            address=f"{reverse('admin:tables_tablesession_changelist')}?state=open",
        ),
        TileOfPage(
            gettext("Sold out"),
            str(gone),
            address=f"{reverse('admin:menu_menuitem_changelist')}?status=sold_out",
            kind="warn" if gone else "",
        ),
        TileOfPage(
            gettext("Silent tablets"),
            str(silent),
            gettext("not seen for 5 minutes"),
            address=f"{reverse('admin:tables_tablet_changelist')}?state=missed",
            kind="bad" if silent else "",
        ),
    ]


def _minutes(since: datetime | None, now: datetime) -> int:
    return int((now - since).total_seconds() // 60) if since else 0


def _oldest(since: datetime | None, now: datetime) -> str:
    return (
        gettext("the oldest for %(minutes)d min") % {"minutes": _minutes(since, now)}
        if since
        else gettext("nobody waits")
    )


def _missing(store: Store) -> list[tuple[str, str]]:
    """What a new store still lacks, and where it is done."""
    steps: list[tuple[Any, str, str]] = [
        (MenuItem.objects.filter(store=store), gettext("Add your first dish"), "admin:menu_menuitem_add"),
        (Table.objects.filter(store=store), gettext("Create your tables"), "admin:tables_create"),
        (Tablet.objects.filter(store=store), gettext("Pair a tablet with a table"), "admin:tables_table_changelist"),
        (
            Membership.objects.filter(store=store)[1:],
            gettext("Add the people who work here"),
            "admin:accounts_membership_add",
        ),
    ]
    return [(text, reverse(name)) for rows, text, name in steps if not rows.exists()]


register_page(Page("", "index", home, Section.TODAY, _("Today"), 1))
