"""A manager cancels an order in the back office: by the board's own service, for a reason, on the record."""

from typing import Any

import pytest

from accounts.models import AuditEntry, Store
from orders.models import Order, OrderStatus, OrderStep, StoreEvent
from tests.admin.office import Office
from tests.admin.rows import Rows


def address(order: Any) -> str:
    return f"/admin/orders/order/{order.pk}/cancel/"


def stored(order: Any) -> Any:
    return Order.objects.get(pk=order.pk)


@pytest.mark.parametrize(
    ("language", "sent", "reason"),
    [
        ("ko", {"reason": "sold_out"}, "품절"),
        ("ko", {"reason": "guest", "details": "too late"}, "손님 요청: too late"),
        ("en", {"reason": "mistake"}, "Ordered by mistake"),
        ("ja", {"reason": "other", "details": "  rain "}, "rain"),
    ],
)
def test_the_reason_is_kept_in_the_store_s_language(
    manager: Office, here: Rows, language: str, sent: dict[str, str], reason: str
) -> None:
    Store.objects.filter(pk=here[Store].pk).update(default_language=language)
    order = here[Order]
    answer = manager.client.post(address(order), sent)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/admin/orders/order/{order.pk}/change/")
    assert (stored(order).status, stored(order).cancel_reason) == (OrderStatus.CANCELLED, reason)
    page = manager.get(answer.headers["Location"]).content.decode()
    assert "Order 1 is cancelled." in page
    assert f"Cancelled: {reason}" in page


def test_it_is_on_the_record_and_screens_are_told(manager: Office, here: Rows) -> None:
    before = StoreEvent.objects.count()
    manager.client.post(address(here[Order]), {"reason": "duplicate"})
    step = OrderStep.objects.order_by("-id")[0]
    assert (step.by, step.to_status, step.order_id) == (manager.user, "cancelled", here[Order].pk)
    assert StoreEvent.objects.count() == before + 1
    entry = AuditEntry.objects.get(deed="order_cancelled")
    assert (entry.actor_id, entry.store_id) == (manager.user.pk, here[Store].pk)


@pytest.mark.parametrize(
    ("sent", "complaint"),
    [
        ({}, "Please choose a reason."),
        ({"reason": "other"}, "Please write the details."),
        ({"reason": "other", "details": "   "}, "Please write the details."),
        ({"reason": "weather"}, "Select a valid choice"),
        ({"reason": "guest", "details": "x" * 151}, "at most 150 characters"),
    ],
)
def test_a_reason_is_asked_for_and_what_was_typed_stays(
    manager: Office, here: Rows, sent: dict[str, str], complaint: str
) -> None:
    page = manager.client.post(address(here[Order]), sent)
    assert page.status_code == 200
    assert complaint in page.content.decode()
    assert sent.get("details", "").strip() in page.content.decode()
    assert stored(here[Order]).status == OrderStatus.PENDING


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (OrderStatus.COMPLETED, "This order is completed. Only orders"),
        (OrderStatus.CANCELLED, "This order is cancelled already: rain"),
    ],
)
def test_what_the_service_refuses_is_refused_and_the_page_says_why(
    manager: Office, here: Rows, status: OrderStatus, why: str
) -> None:
    order = here[Order]
    Order.objects.filter(pk=order.pk).update(status=status, cancel_reason="rain")
    shown = manager.get(address(order)).content.decode()
    assert why in shown
    assert 'name="reason"' not in shown
    assert address(order) not in manager.get(f"/admin/orders/order/{order.pk}/change/").content.decode()
    refused = manager.client.post(address(order), {"reason": "guest"}).content.decode()
    assert "This step is not possible any more." in refused
    assert why in refused
    assert (stored(order).status, OrderStep.objects.count()) == (status, 1)


def test_another_store_s_order_is_not_there(manager: Office, here: Rows, elsewhere: Rows) -> None:
    for answer in (
        manager.get(address(elsewhere[Order])),
        manager.client.post(address(elsewhere[Order]), {"reason": "guest"}),
    ):
        assert answer.status_code == 404
        assert "ELSEWHERE" not in answer.content.decode()
    assert stored(elsewhere[Order]).status == OrderStatus.PENDING
