"""Lists of orders, sessions and calls: found by day, state, table, number and words, however long they are."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from accounts import paging
from accounts.business_day import utc_now
from accounts.models import Store
from orders.models import Order, OrderLine, OrderStatus
from tables.models import ServiceCall, Table, TableSession
from tests.admin.office import Office
from tests.admin.rows import Rows
from tests.factories import TableFactory

# In Seoul, where a business day begins at five, this is the tenth still.
AFTER_MIDNIGHT = datetime(2026, 2, 10, 19, 30, tzinfo=UTC)


@pytest.fixture
def evening(here: Rows, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An order of today, the tenth, at another table; the store's other order is of the day before."""
    # Wherever the lists ask: a number is looked up in the last 400 days, and these orders grow older.
    for module in ("days", "orders"):
        monkeypatch.setattr(f"orders.admin.{module}.utc_now", lambda: AFTER_MIDNIGHT)
    store = here[Store]
    table = TableFactory(store=store, number=12, name="Window", zone="Hall")
    session = TableSession.objects.create(
        store=store, table=table, business_date="2026-02-10", opened_at=AFTER_MIDNIGHT, closed_at=utc_now()
    )
    order = Order.objects.create(
        store=store, table=table, session=session, number=42, business_date="2026-02-10", total=12000,
        status=OrderStatus.COMPLETED, note="no onions", idempotency_key="evening", body_hash="evening",
        created_at=AFTER_MIDNIGHT, completed_at=AFTER_MIDNIGHT + timedelta(minutes=75),
    )  # fmt: skip
    OrderLine.objects.create(
        store=store, order=order, position=0, menu_item_id=order.pk, name={"ko": "갈비", "en": "Ribs"}, unit_price=6000,
        quantity=2, options=[], line_total=12000,
    )  # fmt: skip
    return order


def shown(office: Office, model: Any = Order, **query: str) -> set[Any]:
    return {row.pk for row in office.list(model, **query).context_data["cl"].result_list}


@pytest.mark.parametrize(
    "query",
    [
        {"day": "today"},
        {"from": "2026-02-10"},
        {"from": "2026-02-10", "to": "2026-02-10", "day": "yesterday"},
        {"status": "completed"},
        {"q": "42"},
        {"q": "#42"},
        {"q": "42번"},
        {"q": "갈비"},
        {"q": "ribs"},
        {"q": "onions"},
        {"q": "window"},
    ],
)
def test_an_order_is_found(manager: Office, here: Rows, evening: Any, elsewhere: Rows, query: dict[str, str]) -> None:
    assert shown(manager, **query) == {evening.pk}


@pytest.mark.parametrize("query", [{"day": "yesterday"}, {"to": "2026-02-09"}, {"status": "open"}, {"q": "1"}])
def test_and_so_is_the_one_of_the_day_before(
    manager: Office, here: Rows, evening: Any, elsewhere: Rows, query: dict[str, str]
) -> None:
    assert shown(manager, **query) == {here[Order].pk}


@pytest.mark.parametrize("query", [{}, {"day": "week"}, {"from": "never"}, {"day": "someday"}, {"status": ""}])
def test_without_a_bound_all_are_shown_newest_first(
    manager: Office, here: Rows, evening: Any, query: dict[str, str]
) -> None:
    rows = manager.list(Order, **query).context_data["cl"].result_list
    assert [row.pk for row in rows] == [evening.pk, here[Order].pk]


def test_a_table_s_orders_sessions_and_calls_are_found(
    manager: Office, here: Rows, evening: Any, elsewhere: Rows
) -> None:
    window, first = str(evening.table_id), str(here[Table].pk)
    assert shown(manager, table=window) == {evening.pk}
    assert shown(manager, TableSession, table=window) == {evening.session_id}
    assert shown(manager, ServiceCall, table=first) == {here[ServiceCall].pk}
    for model in (Order, TableSession, ServiceCall):
        for nothing in (str(elsewhere[Table].pk), "x"):
            assert shown(manager, model, table=nothing) == set()


def test_sessions_are_found_by_who_is_there_and_by_their_table(manager: Office, here: Rows, evening: Any) -> None:
    assert shown(manager, TableSession, state="open") == {here[TableSession].pk}
    for query in ({"state": "over"}, {"q": "12"}, {"q": "window"}, {"q": "hall"}, {"day": "today"}):
        assert shown(manager, TableSession, **query) == {evening.session_id}


def test_a_call_belongs_to_the_business_day_in_which_it_was_made(manager: Office, here: Rows, evening: Any) -> None:
    ServiceCall.objects.filter(pk=here[ServiceCall].pk).update(created_at=AFTER_MIDNIGHT)
    assert shown(manager, ServiceCall, day="today") == {here[ServiceCall].pk}
    assert shown(manager, ServiceCall, day="yesterday") == set()
    assert shown(manager, ServiceCall, state="open", kind="other", q="please") == {here[ServiceCall].pk}
    for query in ({"state": "over"}, {"kind": "water"}, {"q": "nothing of it"}):
        assert shown(manager, ServiceCall, **query) == set()


def test_a_list_is_sorted_by_amounts_within_a_month_and_else_by_time(manager: Office, here: Rows, evening: Any) -> None:
    changes = manager.list(Order, day="month").context_data["cl"]
    by_total = str(changes.list_display.index("amount"))
    assert [row.total for row in manager.list(Order, day="month", o=by_total).context_data["cl"].result_list] == [
        9000,
        12000,
    ]
    for query in ({}, {"from": "2025-01-01"}, {"to": "2026-02-10"}):
        assert [row.total for row in manager.list(Order, o=by_total, **query).context_data["cl"].result_list] == [
            12000,
            9000,
        ]


def test_a_line_says_what_was_ordered_and_how_long_it_took(manager: Office, here: Rows, evening: Any) -> None:
    page = manager.list(Order, day="today").content.decode()
    for text in ("#42", "completed", "Window", "Ribs × 2", "₩12,000", "2026-02-11 04:30", "1 h 15 min"):
        assert text in page


def test_a_long_list_is_counted_and_turned_up_to_a_bound(
    manager: Office, here: Rows, evening: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "COUNTED", 1)
    page = manager.list(Order)
    assert page.context_data["cl"].paginator.written_count == "1+"
    assert "Choose days to see older ones." in page.content.decode()
    monkeypatch.setattr(paging, "COUNTED", 2)
    assert manager.list(Order).context_data["cl"].paginator.written_count == "2"


def test_an_empty_list_says_so(manager: Office, here: Rows) -> None:
    assert "Nothing found." in manager.list(Order, day="today").content.decode()


def test_who_keeps_several_stores_sees_their_orders_by_time(
    both: Office, here: Rows, elsewhere: Rows, evening: Any
) -> None:
    rows = both.list(Order).context_data["cl"].result_list
    assert [row.pk for row in rows] == sorted((row.pk for row in rows), reverse=True)
    assert {row.pk for row in rows} == {here[Order].pk, elsewhere[Order].pk, evening.pk}
    assert shown(both, ServiceCall, day="today") | shown(both, day="today") == {evening.pk}
