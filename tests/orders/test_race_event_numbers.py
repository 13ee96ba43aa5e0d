"""A store's events are numbered without gaps, and are seen in the order of their numbers."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from typing import Any

import pytest
from django.db import connections

from menu.models import MenuItem
from orders import placing
from orders.events import take_numbers
from orders.models import StoreEvent
from tests.orders.racing import Collision, at_once
from tests.personas import TabletCaller, tablet_at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]

WRITERS = 16
ORDERS_EACH = 6


def seen() -> list[int]:
    return list(StoreEvent.objects.order_by("number").values_list("number", flat=True))


def test_sixteen_writers_leave_no_gap_at_any_moment(tablet: TabletCaller, stew: MenuItem) -> None:
    tablets = [tablet_at(tablet.store) for _ in range(WRITERS)]
    done = threading.Event()
    looks: list[list[int]] = []

    def watch() -> None:
        while not done.is_set():
            looks.append(seen())
        connections.close_all()

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        writing = [partial(_order_often, caller, stew) for caller in tablets]
        statuses = [status for some in at_once(writing) for status in some]
    finally:
        done.set()
        watcher.join()
    assert statuses == [201] * (WRITERS * ORDERS_EACH)
    assert seen() == list(range(1, WRITERS * (ORDERS_EACH + 1) + 1))
    for look in looks:
        assert look == list(range(1, len(look) + 1))
    assert len({len(look) for look in looks}) > 2


def test_a_later_number_waits_for_the_earlier(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    seen_meanwhile = _collide(monkeypatch, tablet, other_tablet, stew)
    assert seen_meanwhile == []
    assert seen() == [1, 2, 3, 4]


def test_numbers_taken_outside_the_transaction_would_be_seen_with_a_gap(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> None:
    monkeypatch.setattr(placing, "take_numbers", _take_numbers_apart)
    # A screen that reads now and goes on from 4 never hears of 1 and 2.
    assert _collide(monkeypatch, tablet, other_tablet, stew) == [3, 4]


def _collide(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem
) -> list[int]:
    """Two orders, the first held when it has its numbers; what is seen when the second is done or waits."""
    looks: list[list[int]] = []

    class Looking(Collision):
        def let_go(self) -> None:
            looks.append(seen())
            super().let_go()

    first, second = Looking(monkeypatch, placing, "insert_order").of(
        lambda: tablet.order((stew, 1)), lambda: other_tablet.order((stew, 1))
    )
    assert (first.status_code, second.status_code) == (201, 201)
    return looks[0]


def _order_often(tablet: TabletCaller, item: MenuItem) -> list[int]:
    return [tablet.order((item, 1)).status_code for _ in range(ORDERS_EACH)]


def _take_numbers_apart(**named: Any) -> tuple[int, int]:
    """As a sequence would: committed at once, whatever becomes of the order."""

    def take() -> tuple[int, int]:
        try:
            return take_numbers(store_id=named["store_id"], events=named["events"], business_date=_date(named))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as apart:
        return apart.submit(take).result()


def _date(named: dict[str, Any]) -> date:
    found: date = named["business_date"]
    return found
