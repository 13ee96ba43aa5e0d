"""Business days on which the clocks change: 23 or 25 hours, each hour under its name, nothing lost at the borders."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from accounts.business_day import begins_at, business_date
from accounts.models import Store
from orders.models import FigureKind, Order
from orders.sales.breakdowns import by_hour
from orders.sales.report import sales_report
from tables.models import TableSession
from tests.admin.office import Office
from tests.orders.evenings import Clock
from tests.personas import StaffCaller, TabletCaller

pytestmark = pytest.mark.django_db

QUARTER = timedelta(minutes=15)
BERLIN, NEW_YORK, SEOUL = "Europe/Berlin", "America/New_York", "Asia/Seoul"
FIVE, MIDNIGHT, HALF_PAST_TWO = time(5), time(0), time(2, 30)
# The business day on which the clocks change: with a day that starts at 05:00 it is Saturday's.
DAYS = [
    (BERLIN, FIVE, date(2026, 3, 28), 23),
    (BERLIN, FIVE, date(2026, 10, 24), 25),
    (BERLIN, MIDNIGHT, date(2026, 3, 29), 23),
    (BERLIN, MIDNIGHT, date(2026, 10, 25), 25),
    (NEW_YORK, FIVE, date(2026, 3, 7), 23),
    (NEW_YORK, MIDNIGHT, date(2026, 11, 1), 25),
    (SEOUL, FIVE, date(2026, 10, 24), 24),
]
ZONES = [(zone, start) for zone in (BERLIN, NEW_YORK) for start in (FIVE, MIDNIGHT, HALF_PAST_TWO)]


def in_zone(store: Store, zone: str, start: time) -> Store:
    Store.objects.filter(pk=store.pk).update(time_zone=zone, business_day_start=start)
    store.refresh_from_db()
    return store


def order_at(store: Store, moments: Iterator[datetime]) -> None:
    """An order of 1 at each moment, on the day that placing would stamp it with."""
    session = TableSession.objects.get(store=store)
    where = {"time_zone": store.time_zone, "day_start": store.business_day_start}
    Order.objects.bulk_create(
        Order(
            store=store, table=session.table, session=session, number=number, total=1, created_at=moment,
            business_date=business_date(moment, **where), idempotency_key=f"{number}", body_hash="",
        )
        for number, moment in enumerate(moments, 1)
    )  # fmt: skip


def quarters(begin: datetime, end: datetime) -> Iterator[datetime]:
    while begin < end:
        yield begin
        begin += QUARTER


@pytest.fixture
def seated(tablet: TabletCaller) -> Store:
    today = date(2026, 1, 1)
    opened = datetime(2026, 1, 1, tzinfo=UTC)
    TableSession.objects.create(store=tablet.store, table=tablet.table, business_date=today, opened_at=opened)
    return tablet.store


@pytest.mark.parametrize(("zone", "start", "day", "hours"), DAYS)
def test_every_hour_of_the_day_is_there_under_its_name(
    seated: Store, zone: str, start: time, day: date, hours: int
) -> None:
    store = in_zone(seated, zone, start)
    begin, end = (begins_at(one, time_zone=zone, day_start=start) for one in (day, day + timedelta(days=1)))
    order_at(store, quarters(begin - QUARTER, end + QUARTER))
    report = sales_report(store=store, first=day, last=day)
    assert report.totals.orders == report.totals.total == hours * 4
    rows = by_hour(report)
    assert [share.orders for _hour, share in rows if share] == [4] * hours
    names = [hour for hour, _share in rows]
    assert len(set(names)) == len(names) == hours
    assert [name for name in names if name.endswith("+")] == (
        ["01+" if zone == NEW_YORK else "02+"] if hours == 25 else []
    )
    assert ("02" in names) is (hours != 23)


@pytest.mark.parametrize(("zone", "start", "day", "hours"), DAYS)
def test_over_several_days_the_clock_s_24_hours_have_all_of_it(
    seated: Store, zone: str, start: time, day: date, hours: int
) -> None:
    store = in_zone(seated, zone, start)
    begin = begins_at(day, time_zone=zone, day_start=start)
    end = begins_at(day + timedelta(days=2), time_zone=zone, day_start=start)
    order_at(store, quarters(begin, end))
    for _again in range(2):  # from its orders and from its summaries; drawn twice, as the page does
        report = sales_report(store=store, first=day, last=day + timedelta(days=1))
        assert [totals.orders for totals in report.days.values()] == [hours * 4, 96]
        for rows in (by_hour(report), by_hour(report)):
            assert len(rows) == 24
            assert sum(share.total for _hour, share in rows if share) == report.totals.total == (hours + 24) * 4
        assert sum(share.total for share in report.of(FigureKind.HOUR)) == report.totals.total


@pytest.mark.parametrize(("zone", "start"), ZONES)
@pytest.mark.parametrize("month", [3, 10, 11])
def test_business_days_follow_each_other_without_going_back(zone: str, start: time, month: int) -> None:
    """Also where the day's first hour is the one that is skipped, or that comes twice."""
    moment, days = datetime(2026, month, 1, tzinfo=UTC), []
    while moment.month == month:
        days.append((moment, business_date(moment, time_zone=zone, day_start=start)))
        moment += QUARTER
    for (_before, day), (at, following) in pairwise(days):
        assert following in (day, day + timedelta(days=1))
        if following != day:
            assert begins_at(following, time_zone=zone, day_start=start) == at


@pytest.mark.parametrize(
    ("now", "until"),
    [
        # 13:00 in Berlin, of the Saturday before summer time and of the one after.
        (datetime(2026, 4, 1, 11, tzinfo=UTC), datetime(2026, 3, 25, 12, tzinfo=UTC)),
        (datetime(2026, 10, 28, 12, tzinfo=UTC), datetime(2026, 10, 21, 11, tzinfo=UTC)),
    ],
)
def test_today_is_compared_with_the_week_before_until_the_same_time_on_the_clock(
    seated: Store, manager: StaffCaller, now: datetime, until: datetime
) -> None:
    store = in_zone(seated, BERLIN, FIVE)
    order_at(store, iter([until - QUARTER, until, until + timedelta(minutes=1), now]))
    today = now.date()
    office = Office(manager.user)
    with Clock(now).worn():
        page = office.get("/admin/sales/", first=f"{today}", last=f"{today}")
        [shown] = office.get("/admin/").context_data["days"]
    assert page.context_data["tiles"][0].change.text == "▼ 50.0%"
    assert shown.tiles[0].change.text == "▼ 50.0%"
