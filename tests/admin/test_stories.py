"""What happened to guests and their orders, moment by moment: on their own pages, with who it was and how long."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import translation

from accounts.models import Membership
from orders.models import Order, OrderLine, OrderStatus, OrderStep
from orders.stories import Moment, order_story, session_story
from tables.models import ServiceCall, Table, TableSession
from tests.admin.office import Office, page_of
from tests.admin.rows import Rows
from tests.factories import TableFactory
from tests.personas import StaffCaller


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def host(here: Rows) -> StaffCaller:
    return StaffCaller(here[Membership])


def told(moments: list[Moment]) -> list[str]:
    return [moment.text for moment in moments]


def test_an_order_s_steps_say_who_made_them_and_how_long_each_took(here: Rows) -> None:
    order = here[Order]
    OrderStep.objects.all().delete()
    at = order.created_at
    steps = [
        ("pending", "preparing", 2, False),
        ("preparing", "cancelled", 3, False),
        ("cancelled", "preparing", 4, True),
    ]
    for before, after, minute, is_undo in steps:
        OrderStep.objects.create(
            order=order, from_status=before, to_status=after, is_undo=is_undo, at=at + timedelta(minutes=minute),
            reason="rain" if after == "cancelled" else "",
        )  # fmt: skip
    OrderLine.objects.update(done_at=at + timedelta(minutes=5))
    moments = order_story(order, [])
    assert told(moments) == [
        "Ordered by staff for HERE table",
        "The kitchen began",
        "Cancelled",
        "Taken back: cancelled, now preparing again",
        "Ticked off by the kitchen",
    ]
    assert [moment.took for moment in moments[1:4]] == [timedelta(minutes=number) for number in (2, 1, 1)]
    assert [moment.note for moment in moments] == ["", "", "rain", "", "HERE 김치찌개 × 1"]


def test_a_session_s_story_goes_from_seating_to_leaving(here: Rows, host: StaffCaller) -> None:
    session, table = here[TableSession], here[Table]
    target = TableFactory(store=session.store, number=9, name="Terrace")
    assert host.post(f"/staff/tables/{table.pk}/move", {"to": str(target.pk)}).status_code == 200
    assert host.post(f"/staff/orders/{here[Order].pk}/cancel", {"reason": "rain"}).status_code == 200
    assert host.post(f"/staff/tables/{target.pk}/close", {}).status_code == 200
    session.refresh_from_db()
    moments = session_story(session, session.orders.all(), session.service_calls.all())
    assert told(moments) == [
        "Seated by staff",
        "Called: other",
        "Order 1",
        "The guests went from HERE table to Terrace",
        "Order 1 was cancelled",
        "Call taken: other",
        "Finished",
    ]
    assert {moment.by for moment in moments if moment.kind in ("moved", "closed", "taken")} == {host.user}


def test_a_merge_leads_from_each_session_to_the_other(manager: Office, here: Rows, host: StaffCaller) -> None:
    ending, table = here[TableSession], here[Table]
    target = TableFactory(store=ending.store, number=9, name="Terrace")
    assert host.post(f"/staff/tables/{target.pk}/open", {"guests": 2}).status_code == 201
    assert host.post(f"/staff/tables/{table.pk}/merge", {"to": str(target.pk)}).status_code == 200
    staying = TableSession.objects.get(table=target)
    for session, other, words in (
        (ending, staying, "The bill of HERE table joined that of Terrace, and this session ended"),
        (staying, ending, "The bill of HERE table joined this one at Terrace"),
    ):
        page = manager.get(page_of(TableSession, "change", session)).content.decode()
        assert f'<a href="{page_of(TableSession, "change", other)}">{words}</a>' in page
    assert "₩9,000" in manager.get(page_of(TableSession, "change", staying)).content.decode()


def test_a_session_s_page_has_its_bill_and_the_way_to_everything(manager: Office, here: Rows) -> None:
    session, order = here[TableSession], here[Order]
    Order.objects.create(
        store=order.store, table=order.table, session=session, number=2, business_date=order.business_date, total=500,
        status=OrderStatus.CANCELLED, cancelled_at=order.created_at, cancel_reason="rain", idempotency_key="2",
        body_hash="2", created_at=order.created_at,
    )  # fmt: skip
    page = manager.get(page_of(TableSession, "change", session)).content.decode()
    for text in ("₩9,000", "1 order", "at the table", "HERE 김치찌개 × 1", "Called: other", "HERE please", "rain"):
        assert text in page
    for row in (order, here[Table]):
        assert page_of(type(row), "change", row) in page
    assert f"/admin/tables/tablesession/{session.pk}/bill/" in page


def test_a_call_s_page_says_who_came_and_how_soon(manager: Office, here: Rows, host: StaffCaller) -> None:
    call = here[ServiceCall]
    assert "HERE please" in manager.get(page_of(ServiceCall, "change", call)).content.decode()
    assert host.post(f"/staff/service-calls/{call.pk}/acknowledge").status_code == 200
    page = manager.get(page_of(ServiceCall, "change", call)).content.decode()
    assert page_of(type(host.user), "change", host.user) in page
    assert "taken" in page


def test_somebody_who_left_has_a_name_and_no_page(manager: Office, here: Rows, host: StaffCaller) -> None:
    Membership.objects.filter(user=host.user).delete()
    page: Any = manager.get(page_of(Order, "change", here[Order])).content.decode()
    assert page_of(type(host.user), "change", host.user) not in page
    assert "The kitchen began · HERE" in page
