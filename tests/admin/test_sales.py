"""The sales pages: the report, its files, the day on paper."""

import csv
import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from accounts.models import Store
from orders.models import Order, OrderLine
from orders.sales.tables import TABLES
from tables.models import TableSession
from tests.admin.office import Office
from tests.admin.rows import DAY, Rows
from tests.admin.test_outsiders import nothing_of
from tests.admin.test_pages import INLINE

THE_DAY = {"first": f"{DAY:%Y-%m-%d}", "last": f"{DAY:%Y-%m-%d}"}
PAGES = ("/admin/sales/", "/admin/sales/day-end/", *(f"/admin/sales/{name}.csv" for name in TABLES))


def table_of(office: Office, name: str, **period: str) -> list[list[str]]:
    """The rows of a file."""
    answer = office.get(f"/admin/sales/{name}.csv", **(period or THE_DAY))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    text = answer.content.decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_page_shows_what_was_sold(manager: Office, here: Rows) -> None:
    page = manager.get("/admin/sales/", **THE_DAY)
    body = page.content.decode()
    assert page.status_code == 200
    assert "₩9,000" in body
    assert "HERE 김치찌개" in body
    assert "HERE 찌개" in body
    assert "HERE table" in body
    assert "Ordered by" in body


@pytest.mark.parametrize("address", PAGES)
def test_nothing_of_another_store_is_on_any_of_them(manager: Office, here: Rows, elsewhere: Rows, address: str) -> None:
    page = manager.get(address, **THE_DAY)
    assert page.status_code == 200
    assert nothing_of(elsewhere, page)


@pytest.mark.parametrize("address", PAGES)
def test_whoever_has_several_stores_is_asked_which(
    both: Office, here: Rows, elsewhere: Rows, other_store: Store, address: str
) -> None:
    asked = both.get(address, **THE_DAY).content.decode()
    assert "HERE store" in asked
    assert "ELSEWHERE store" in asked
    assert "9,000" not in asked
    both.client.post("/admin/choose-store/", {"store": other_store.pk})
    shown = both.get(address, **THE_DAY).content.decode().rpartition('id="content"')[2]
    assert not re.search(r"\bHERE\b", shown)


@pytest.mark.parametrize("address", ["/admin/sales/", "/admin/sales/day-end/"])
def test_no_page_holds_a_style_or_script_that_the_policy_refuses(manager: Office, here: Rows, address: str) -> None:
    assert INLINE.findall(manager.get(address, **THE_DAY).content.decode()) == []


def test_files_hold_every_row_in_plain_numbers(manager: Office, here: Rows) -> None:
    assert table_of(manager, "items") == [["Menu item", "Sold", "Sales"], ["HERE 김치찌개", "1", "9000"]]
    assert table_of(manager, "days")[1][:3] == [f"{DAY}", "1", "9000"]
    assert table_of(manager, "people")[1] == ["HERE", "1", "9000"]
    assert [row[0] for row in table_of(manager, "options")[1:]] == ["Dishes without options", "HERE 순한맛"]


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x")', "+1", "-1", "@x", "\tx", "\nx"])
def test_no_spreadsheet_takes_a_name_for_a_formula(manager: Office, here: Rows, name: str) -> None:
    OrderLine.objects.filter(order=here[Order]).update(name={"ko": name})
    assert table_of(manager, "items")[1][0] == f"'{name}"


def test_a_workbook_holds_the_same_with_numbers_to_reckon_with(
    manager: Office, here: Rows, elsewhere: Rows, store: Store
) -> None:
    Store.objects.filter(pk=store.pk).update(currency="USD")
    OrderLine.objects.filter(order=here[Order]).update(name={"ko": "=1+1"})
    answer = manager.get("/admin/sales/items.xlsx", **THE_DAY)
    assert answer.headers["Content-Disposition"].endswith('.xlsx"')
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet
    assert list(sheet.iter_rows(values_only=True)) == [("Menu item", "Sold", "Sales"), ("=1+1", 1, 90)]
    assert sheet["A2"].data_type == "s"


def test_a_currency_with_cents_is_written_with_its_point(manager: Office, here: Rows, store: Store) -> None:
    Store.objects.filter(pk=store.pk).update(currency="USD")
    assert table_of(manager, "items")[1][2] == "90.00"


def test_there_is_no_file_of_another_name(manager: Office, here: Rows) -> None:
    for name in ("secrets.csv", "items.pdf"):
        assert manager.get(f"/admin/sales/{name}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"first": "2026-02-09", "last": "2026-02-08"}, "not before the first"),
        ({"first": "2024-01-01", "last": "2026-02-08"}, "366 days at most"),
        ({"first": "soon"}, "valid date"),
    ],
)
def test_a_period_that_cannot_be_is_explained(manager: Office, here: Rows, asked: Any, said: str) -> None:
    page = manager.get("/admin/sales/", **asked)
    assert page.status_code == 200
    assert said in page.content.decode()


def test_a_period_is_compared_with_the_same_weekdays_or_the_days_before(manager: Office, here: Rows) -> None:
    period = {"first": "2026-02-09", "last": "2026-02-18"}
    weekdays = manager.get("/admin/sales/", **period).context_data["compared"]
    assert (weekdays.first, weekdays.last) == (date(2026, 1, 26), date(2026, 2, 4))
    before = manager.get("/admin/sales/", **period, compare="before").context_data["compared"]
    assert (before.first, before.last) == (date(2026, 1, 30), date(2026, 2, 8))


def test_a_change_is_shown_in_per_cent(manager: Office, here: Rows) -> None:
    week_after = DAY + timedelta(days=7)
    order = here[Order]
    Order.objects.create(
        **{name: getattr(order, name) for name in ("store", "table", "session", "created_at")},
        business_date=week_after, number=1, total=13_500, idempotency_key="2", body_hash="2",
    )  # fmt: skip
    page = manager.get("/admin/sales/", first=f"{week_after}", last=f"{week_after}")
    assert page.context_data["tiles"][0].change.text == "▲ 50.0%"


def test_the_day_on_paper_says_what_is_not_finished(manager: Office, here: Rows) -> None:
    def page() -> str:
        body: str = manager.get("/admin/sales/day-end/", first=f"{DAY}").content.decode()
        return body

    assert "Still open: HERE table." in page()
    assert "1 order is neither completed nor cancelled." in page()
    TableSession.objects.update(closed_at=here[TableSession].opened_at)
    Order.objects.update(status="completed")
    assert "Still open" not in page()
    assert "neither" not in page()
    assert "₩9,000" in page()


@pytest.mark.parametrize(("paper", "sizes_it"), [("a4", "orders/paper_a4.css"), ("roll", "orders/paper.js")])
def test_it_is_printed_on_two_kinds_of_paper(manager: Office, here: Rows, paper: str, sizes_it: str) -> None:
    body = manager.get("/admin/sales/day-end/", first=f"{DAY}", paper=paper).content.decode()
    assert sizes_it in body
    assert f"day-end--{paper}" in body


def test_a_long_period_costs_as_many_queries_as_a_short_one(manager: Office, here: Rows) -> None:
    def cost(first: date) -> int:
        period = {"first": f"{first}", "last": f"{DAY}"}
        manager.get("/admin/sales/", **period)
        with CaptureQueriesContext(connection) as queries:
            manager.get("/admin/sales/", **period)
        return len(queries)

    assert cost(DAY - timedelta(days=300)) == cost(DAY - timedelta(days=2)) <= 45


def test_charts_have_a_name_a_description_and_the_numbers_as_a_table(manager: Office, here: Rows) -> None:
    body = manager.get("/admin/sales/", first=f"{DAY - timedelta(days=6)}", last=f"{DAY}").content.decode()
    charts = re.findall(r'<svg class="chart".*?</svg>', body, re.DOTALL)
    assert len(charts) == 2
    for chart in charts:
        assert 'role="img"' in chart
        assert "<desc" in chart
    assert body.count('class="figures"') >= 2
