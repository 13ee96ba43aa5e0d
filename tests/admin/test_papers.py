"""The kitchen's ticket and the bill once more, on 80 mm paper, in the store's language."""

from typing import Any

import pytest

from accounts.models import Store
from orders.models import Order, OrderLine, OrderStatus
from tables.models import TableSession
from tests.admin.office import Office
from tests.admin.rows import Rows
from tests.admin.test_pages import INLINE


def ticket(order: Any) -> str:
    return f"/admin/orders/order/{order.pk}/ticket/"


def bill(session: Any) -> str:
    return f"/admin/tables/tablesession/{session.pk}/bill/"


def test_a_ticket_says_what_to_make_in_korean_whoever_reads(manager: Office, here: Rows) -> None:
    OrderLine.objects.update(note="덜 맵게")
    page = manager.get(ticket(here[Order])).content.decode()
    for text in ("주방 주문서", "테이블 7", "주문 1번", "HERE 김치찌개", "- HERE 순한맛", "요청: 덜 맵게", "HERE note"):
        assert text in page
    assert "직원 주문" in page
    for text in (">Print<", ">Back<", '<html lang="ko">', '<nav class="paper-tools" lang="en">'):
        assert text in page


def test_a_cancelled_order_s_ticket_says_so(manager: Office, here: Rows) -> None:
    Order.objects.update(status=OrderStatus.CANCELLED, cancel_reason="품절")
    assert "취소됨: 품절" in manager.get(ticket(here[Order])).content.decode()


def test_a_later_order_is_marked_as_more(manager: Office, here: Rows) -> None:
    first = here[Order]
    later = Order.objects.create(
        store=first.store, table=first.table, session=first.session, number=2, business_date=first.business_date,
        total=0, idempotency_key="later", body_hash="later", created_at=first.created_at,
    )  # fmt: skip
    assert "sheet__more" in manager.get(ticket(later)).content.decode()
    assert "sheet__more" not in manager.get(ticket(first)).content.decode()


def test_a_bill_adds_up_the_same_dishes_and_leaves_cancelled_orders_out(manager: Office, here: Rows) -> None:
    first = here[Order]
    line = OrderLine.objects.get()
    for number, status in ((2, OrderStatus.COMPLETED), (3, OrderStatus.CANCELLED)):
        again = Order.objects.create(
            store=first.store, table=first.table, session=first.session, number=number, total=18000, status=status,
            business_date=first.business_date, idempotency_key=str(number), body_hash="x", created_at=first.created_at,
        )  # fmt: skip
        copied = {"unit_price": 9000, "quantity": 2, "line_total": 18000, "options": line.options, "name": line.name}
        OrderLine.objects.create(store=first.store, order=again, position=0, menu_item_id=line.menu_item_id, **copied)
    page = manager.get(bill(here[TableSession])).content.decode()
    for text in ("계산서", "HERE store", "₩9,000 × 3", "₩27,000", "주문 2건", "이용해 주셔서 감사합니다"):
        assert text in page


def test_paper_is_in_english_where_the_store_is(manager: Office, here: Rows, store: Store) -> None:
    Store.objects.filter(pk=store.pk).update(default_language="en")
    assert "Kitchen ticket" in manager.get(ticket(here[Order])).content.decode()
    assert "Thank you" in manager.get(bill(here[TableSession])).content.decode()


@pytest.mark.parametrize("paper", ["ticket", "bill"])
def test_paper_keeps_to_the_policy_and_to_the_store(manager: Office, here: Rows, elsewhere: Rows, paper: str) -> None:
    address, model = (ticket, Order) if paper == "ticket" else (bill, TableSession)
    own = manager.get(address(here[model]))
    assert (own.status_code, INLINE.findall(own.content.decode())) == (200, [])
    assert "style-src 'self';" in own.headers["Content-Security-Policy"]
    strange = manager.get(address(elsewhere[model]))
    assert strange.status_code == 404
    assert "ELSEWHERE" not in strange.content.decode()
