"""Two tablets of a table send its first orders at the same moment: one session."""

from functools import partial

import pytest

from menu.models import MenuItem
from orders import placing
from tables.models import TableSession
from tests.orders.racing import Collision, at_once, without_row_locks
from tests.personas import StaffCaller, TabletCaller, codes

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def test_both_orders_are_in_one_session(monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem) -> None:
    pressing = Collision(monkeypatch, placing, "_check_and_price")
    first, second = pressing.of(lambda: tablet.order((stew, 1)), lambda: TabletCaller(tablet.table).order((stew, 1)))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["session_id"] == second.json()["session_id"]
    assert tablet.get("/orders").json()["total"] == 18000


def test_without_the_tables_lock_one_would_run_into_an_error(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem
) -> None:
    without_row_locks(monkeypatch)
    pressing = Collision(monkeypatch, placing, "_check_and_price")
    first, second = pressing.of(lambda: tablet.order((stew, 1)), lambda: TabletCaller(tablet.table).order((stew, 1)))
    assert (first.status_code, second.status_code) == (500, 201)


def test_sixteen_first_orders_open_one_session(tablet: TabletCaller, stew: MenuItem) -> None:
    tablets = [TabletCaller(tablet.table) for _ in range(16)]
    answers = at_once([partial(caller.order, (stew, 1)) for caller in tablets])
    assert {answer.status_code for answer in answers} == {201}
    assert {answer.json()["session_id"] for answer in answers} == {str(TableSession.objects.get().pk)}
    assert sorted(answer.json()["number"] for answer in answers) == list(range(1, 17))


def test_guests_seated_and_ordering_at_once_are_in_one_session(
    monkeypatch: pytest.MonkeyPatch, staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    pressing = Collision(monkeypatch, placing, "_check_and_price")
    order, seated = pressing.of(
        lambda: tablet.order((stew, 1)),
        lambda: staff.post(f"/staff/tables/{tablet.table.pk}/open", {"guests": 2}),
    )
    assert order.status_code == 201
    assert (seated.status_code, codes(seated)) == (409, ["table_occupied"])
