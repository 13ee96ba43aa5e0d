"""Orders of some days leave as a file: whole, in the store's own time, and the store's alone."""

import csv
import io
from datetime import datetime, timedelta
from typing import Any

import openpyxl
import pytest

from accounts.models import AuditEntry, Deed, Role, Store
from accounts.trail import sentence_of
from orders import exporting, spreadsheets
from orders.downloads import MOST, begin_download
from orders.models import Order, OrderLine, OrderStatus
from tables.models import TableSession
from tests.admin.conftest import person
from tests.admin.office import Office
from tests.admin.rows import DAY, Rows

PAGE = "/admin/orders/export/"
DAYS = {"first": str(DAY), "last": str(DAY)}


def export(office: Office, *, kind: str = "csv", content: str = "lines", **days: str) -> Any:
    """Choose the days and press Download."""
    return office.client.post(PAGE, {"kind": kind, "content": content} | DAYS | days)


def table_of(answer: Any) -> list[list[Any]]:
    """The file's rows, headers first; of every sheet."""
    assert answer.status_code == 200
    content = answer.getvalue()
    if answer.headers["Content-Type"].startswith("text/csv"):
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    return [list(row) for sheet in sheets for row in sheet.iter_rows(values_only=True)]


def further_orders(rows: Rows, count: int, **columns: Any) -> None:
    """More orders of the day, each with the same line."""
    first: Order = rows[Order]
    line = OrderLine.objects.get(order=first)
    for number in range(2, count + 2):
        order = Order.objects.get(pk=first.pk)
        order.pk, order._state.adding = None, True
        order.id = exporting.uuid.uuid4()
        order.number, order.idempotency_key = number, f"more-{number}"
        for name, value in columns.items():
            setattr(order, name, value)
        order.save(force_insert=True)
        line.pk = exporting.uuid.uuid4()
        line.order = order
        line.save(force_insert=True)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_line_says_what_was_ordered_when_where_and_by_whom(manager: Office, here: Rows, kind: str) -> None:
    placed = datetime.fromisoformat("2026-02-09T18:30:00+00:00")  # half past three in Seoul, on the day before
    Order.objects.update(
        created_at=placed, status=OrderStatus.CANCELLED, cancelled_at=placed, cancel_reason="=sold out"
    )
    OrderLine.objects.update(quantity=2, line_total=20000, note="덜 맵게")
    options = [{"name": {"ko": "매운맛", "en": "Hot"}, "price": 1000}, {"name": {"ko": "순한맛"}, "price": 0}]
    OrderLine.objects.update(options=options)
    headers, row = table_of(export(manager, kind=kind))
    assert headers == [
        *("Business day", "Order number", "Placed at", "Table", "Status", "Item", "Options", "Quantity", "Unit price"),
        *("Line total", "Note", "Placed by", "Cancelled at", "Reason"),
    ]
    seoul = datetime.fromisoformat("2026-02-10 03:30:00")
    values = [
        *(DAY, 1, seoul, 7, "cancelled", "HERE 김치찌개", "매운맛 (+1000), 순한맛", 2, 9000, 20000, "덜 맵게"),
        *("HERE", seoul, "=sold out"),
    ]
    if kind == "csv":
        assert row == [str(value) for value in values[:-1]] + ["'=sold out"]
    else:
        assert row == [datetime.combine(DAY, datetime.min.time()), *values[1:]]


def test_an_order_has_one_row_where_orders_are_asked_for(manager: Office, here: Rows) -> None:
    OrderLine.objects.update(quantity=3, line_total=27000)
    headers, row = table_of(export(manager, content="orders"))
    told = dict(zip(headers, row, strict=True))
    assert (told["Items"], told["Total"], told["Note"], told["Status"]) == ("3", "9000", "HERE note", "received")


def test_amounts_are_as_people_of_the_currency_write_them(manager: Office, store: Store, here: Rows) -> None:
    Store.objects.filter(pk=store.pk).update(currency="USD")
    _headers, row = table_of(export(manager))
    assert row[8:10] == ["90.00", "90.00"]
    _headers, row = table_of(export(manager, kind="xlsx"))
    assert row[8:10] == [90, 90]


def test_the_words_are_the_reader_s_and_dishes_are_in_the_store_s_language(manager: Office, here: Rows) -> None:
    Store.objects.update(default_language="en")
    OrderLine.objects.update(name={"ko": "김치찌개", "en": "Kimchi stew"})
    headers, row = table_of(
        manager.client.post(PAGE, {"kind": "csv", "content": "lines"} | DAYS, headers={"Accept-Language": "ko"})
    )
    assert headers[:2] == ["영업일", "주문번호"]
    assert row[4:6] == ["접수", "Kimchi stew"]


def test_every_order_comes_once_however_many_batches_there_are(
    manager: Office, here: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "BATCH", 3)
    further_orders(here, 8)
    later = DAY + timedelta(days=40)
    Order.objects.filter(number__gte=6).update(business_date=later)
    rows = table_of(export(manager, last=str(later)))[1:]
    assert [(row[0], int(row[1])) for row in rows] == [
        (str(DAY if number < 6 else later), number) for number in range(1, 10)
    ]
    assert len(table_of(export(manager))[1:]) == 5


def test_what_one_sheet_does_not_hold_is_on_the_next(
    manager: Office, here: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 4)
    further_orders(here, 6)
    answer = export(manager, kind="xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.getvalue()))
    assert [(sheet.title, sheet.max_row) for sheet in book] == [("Orders", 4), ("Orders 2", 4), ("Orders 3", 2)]
    assert len({sheet["A1"].value for sheet in book}) == 1


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_day_without_orders_makes_a_file_with_headers(manager: Office, here: Rows, kind: str) -> None:
    assert len(table_of(export(manager, kind=kind, first="2020-01-01", last="2020-01-02"))) == 1


def test_an_export_is_in_the_audit_trail(manager: Office, here: Rows) -> None:
    table_of(export(manager))
    told = AuditEntry.objects.get(deed=Deed.ORDERS_EXPORTED)
    assert sentence_of(told) == "manager-here exported orders: 2026-02-09 – 2026-02-09 (CSV)"
    assert told.store_id == here[Store].pk


def test_another_store_s_orders_are_in_no_file(manager: Office, here: Rows, elsewhere: Rows) -> None:
    for content in ("lines", "orders"):
        body = b"".join(export(manager, content=content).streaming_content).decode()
        assert "HERE" in body
        assert "ELSEWHERE" not in body


def test_staff_get_no_file_and_whoever_has_several_stores_chooses_one(
    both: Office, store: Store, here: Rows, elsewhere: Rows
) -> None:
    assert export(Office(person(Role.STAFF, store))).status_code == 302
    answer = export(both)
    assert "Which one?" in answer.content.decode()
    assert not AuditEntry.objects.filter(deed=Deed.ORDERS_EXPORTED).exists()
    both.client.post("/admin/choose-store/", {"store": str(elsewhere[Store].pk), "next": PAGE})
    assert "ELSEWHERE" in export(both).getvalue().decode()


@pytest.mark.parametrize("days", [{"first": "2026-02-10"}, {"last": "2126-01-01"}, {"first": "soon"}, {"kind": "exe"}])
def test_days_that_make_no_sense_are_refused_where_they_stand(
    manager: Office, here: Rows, days: dict[str, str]
) -> None:
    answer = manager.client.post(PAGE, {"kind": "csv", "content": "lines"} | DAYS | days)
    assert answer.context["form"].errors
    assert not AuditEntry.objects.filter(deed=Deed.ORDERS_EXPORTED).exists()


def test_one_download_for_a_store_and_few_in_all(manager: Office, here: Rows) -> None:
    first = export(manager)
    refused = export(manager)
    assert "Another export is being downloaded just now." in refused.content.decode()
    assert len(table_of(first)) == 2
    assert len(table_of(export(manager))) == 2
    others = [begin_download(exporting.uuid.uuid4(), iter(())) for _place in range(MOST)]
    assert "Another export is being downloaded just now." in export(manager).content.decode()
    for other in others:
        assert other
        other.close()


def test_a_download_that_stands_still_gives_way_and_is_seen_to_fail(
    manager: Office, here: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orders.downloads.STANDS_STILL", -1.0)
    stalled = begin_download(here[Store].pk, iter([b"a", b"b"]))
    assert stalled
    next(stalled)
    assert len(table_of(export(manager))) == 2
    with pytest.raises(TimeoutError):
        next(stalled)


def test_a_file_has_the_orders_that_the_session_s_guests_have_now(manager: Office, here: Rows) -> None:
    session: TableSession = here[TableSession]
    session.table.number = 12
    session.table.save()
    assert table_of(export(manager))[1][3] == "12"
