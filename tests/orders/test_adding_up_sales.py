"""A request adds up no more than it has time for; `manage.py summarise_sales` adds up the rest ahead."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Store
from orders.models import FigureKind, Order, SalesFigure, SalesSubject, SalesSummary
from orders.sales import report as reports
from orders.sales.report import MOST_LIVE, sales_report
from orders.sales.summaries import Summed, summarise_sales, today_of
from tables.models import TableSession
from tests.admin.office import Office
from tests.admin.test_pages import INLINE
from tests.personas import StaffCaller, TabletCaller, codes
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
DAYS = 40


@pytest.fixture
def store(store: Store, tablet: TabletCaller) -> Store:
    """An order of 100 won on each of forty days, until yesterday."""
    today = today_of(store)
    session = TableSession.objects.create(
        store=store,
        table=tablet.table,
        business_date=today,
        opened_at="2026-01-01T00:00Z",
        closed_at="2026-01-01T01:00Z",
    )
    Order.objects.bulk_create(
        Order(
            store=store, table=tablet.table, session=session, business_date=today - number * DAY, number=1, total=100,
            idempotency_key=f"{number}", body_hash="", created_at=session.opened_at,
        )
        for number in range(1, DAYS + 1)
    )  # fmt: skip
    return store


@pytest.fixture
def no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that has no time to add up anything."""
    monkeypatch.setattr(reports, "SECONDS", -1.0)


def period(store: Store, days: int = DAYS) -> dict[str, date]:
    today = today_of(store)
    return {"first": today - days * DAY, "last": today}


def days_added_up() -> list[date]:
    rows = SalesSummary.objects.filter(is_current=True).order_by("first_day")
    return [row.first_day for row in rows if row.first_day == row.last_day]


def test_the_newest_days_come_first_and_the_next_time_goes_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(100))
    monkeypatch.setattr("orders.sales.summaries.time.monotonic", lambda: next(clock))
    assert summarise_sales(store=store, **period(store), seconds=4.5) == Summed(4, DAYS - 4)
    newest = [today_of(store) - number * DAY for number in range(4, 0, -1)]
    assert days_added_up() == newest
    assert summarise_sales(store=store, **period(store), seconds=2.5) == Summed(2, DAYS - 6)
    assert days_added_up()[2:] == newest
    assert summarise_sales(store=store, **period(store)) == Summed(DAYS - 6, 0)


@pytest.mark.usefixtures("no_time")
def test_a_page_says_how_far_it_is_and_asks_again(store: Store, manager: StaffCaller) -> None:
    office = Office(manager.user)
    asked = {name: f"{day}" for name, day in period(store).items()}
    for address in ("/admin/sales/", "/admin/sales/items.csv"):
        body = office.get(address, **asked).content.decode()
        assert f"0 of {DAYS} days are done." in body
        assert 'http-equiv="refresh"' in body
        assert INLINE.findall(body) == []
    summarise_sales(store=store, **period(store))
    body = office.get("/admin/sales/", **asked).content.decode()
    assert "₩4,000" in body
    assert "refresh" not in body


@pytest.mark.usefixtures("no_time")
def test_the_api_says_when_to_ask_again(store: Store, manager: StaffCaller) -> None:
    asked = period(store)
    answer = manager.get(f"/staff/sales?from={asked['first']}&to={asked['last']}")
    assert (answer.status_code, codes(answer), answer.headers["Retry-After"]) == (503, ["sales_not_ready"], "2")
    assert faults(answer, "GET", "/staff/sales") == []


@pytest.mark.usefixtures("no_time")
def test_a_few_days_are_read_from_their_orders_meanwhile(store: Store) -> None:
    report = sales_report(store=store, **period(store, MOST_LIVE))
    assert report.totals.total == sum(share.total for share in report.of(FigureKind.HOUR)) == 100 * MOST_LIVE
    assert days_added_up() == []


def test_the_command_adds_up_all_that_is_finished_and_then_finds_nothing(
    store: Store, other_store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("summarise_sales")
    assert len(days_added_up()) == DAYS
    assert f"{store.code}: added up {DAYS} days." in capsys.readouterr().out
    whole = [row for row in SalesSummary.objects.all() if row.first_day < row.last_day]
    assert whole
    assert max(row.last_day for row in whole) < today_of(store)
    call_command("summarise_sales", store.code)
    assert capsys.readouterr().out == f"{store.code}: added up 0 days.\n"


def test_it_takes_a_store_by_its_code(store: Store, other_store: Store) -> None:
    call_command("summarise_sales", other_store.code)
    assert days_added_up() == []
    with pytest.raises(CommandError, match="nowhere"):
        call_command("summarise_sales", store.code, "nowhere")


def test_a_store_that_goes_takes_its_sums_along(store: Store, other_store: Store) -> None:
    summarise_sales(store=store, **period(store))
    subjects: Any = SalesSubject.objects.filter(store=store)
    assert subjects.exists()
    Order.objects.filter(store=store).delete()
    TableSession.objects.filter(store=store).delete()
    store.delete()
    assert [rows.exists() for rows in (subjects, SalesFigure.objects, SalesSummary.objects)] == [False] * 3
