"""Guests give an order up while its first attempt is still on its way: stored and shown, or not stored at all."""

from typing import Any

import pytest

from menu.models import MenuItem
from orders import placing, withdrawing
from orders.models import Order, WithdrawnKey
from tests.orders.racing import Collision, at_once, without_row_locks
from tests.personas import TabletCaller, codes

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

ATTEMPTS = 12


def withdraw(tablet: TabletCaller) -> Any:
    return tablet.post("/orders/withdraw", Idempotency_Key="k")


def test_an_order_that_is_being_stored_is_shown(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem
) -> None:
    placed, given_up = Collision(monkeypatch, placing, "_check_and_price").of(
        lambda: tablet.order((stew, 1), key="k"), lambda: withdraw(tablet)
    )
    assert (placed.status_code, given_up.json()["order"]) == (201, placed.json())
    assert not WithdrawnKey.objects.exists()


def test_without_the_tables_lock_guests_would_be_told_that_nothing_came(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem
) -> None:
    without_row_locks(monkeypatch)
    placed, given_up = Collision(monkeypatch, placing, "_check_and_price").of(
        lambda: tablet.order((stew, 1), key="k"), lambda: withdraw(tablet)
    )
    assert (placed.status_code, given_up.json()["order"]) == (201, None)


def test_an_order_that_comes_while_it_is_given_up_is_refused(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem
) -> None:
    given_up, placed = Collision(monkeypatch, withdrawing, "_mark").of(
        lambda: withdraw(tablet), lambda: tablet.order((stew, 1), key="k")
    )
    assert (given_up.json()["order"], placed.status_code, codes(placed)) == (None, 409, ["order_withdrawn"])
    assert not Order.objects.exists()


def test_without_the_tables_lock_it_would_be_stored_behind_their_backs(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem
) -> None:
    without_row_locks(monkeypatch)
    given_up, placed = Collision(monkeypatch, withdrawing, "_mark").of(
        lambda: withdraw(tablet), lambda: tablet.order((stew, 1), key="k")
    )
    assert (given_up.json()["order"], placed.status_code) == (None, 201)


def test_whoever_is_first_all_hear_the_same(tablet: TabletCaller, stew: MenuItem) -> None:
    answers = at_once([lambda: tablet.order((stew, 1), key="k"), lambda: withdraw(tablet)] * ATTEMPTS)
    placed, given_up = answers[::2], answers[1::2]
    order = Order.objects.first()
    known = {str(order.pk)} if order else {None}
    assert {answer.json()["order"] and answer.json()["order"]["id"] for answer in given_up} == known
    assert {answer.json().get("id") for answer in placed} == known
    assert WithdrawnKey.objects.exists() is (order is None)
