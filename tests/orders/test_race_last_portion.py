"""Two tables want the last portion."""

from functools import partial

import pytest

from menu.models import Category, MenuItem
from orders import stock
from orders.models import Order
from tests.factories import MenuItemFactory
from tests.orders.racing import Collision, at_once, without_row_locks
from tests.personas import StaffCaller, TabletCaller, codes, tablet_at

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cake(category: Category) -> MenuItem:
    """One is left."""
    return MenuItemFactory(category=category, remaining=1)


def left(item: MenuItem) -> int | None:
    return MenuItem.objects.get(pk=item.pk).remaining


def test_one_gets_it_and_the_other_is_told_that_it_is_sold_out(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, other_tablet: TabletCaller, cake: MenuItem
) -> None:
    portion = Collision(monkeypatch, stock, "_add")
    first, second = portion.of(lambda: tablet.order((cake, 1)), lambda: other_tablet.order((cake, 1)))
    assert first.status_code == 201
    assert (second.status_code, codes(second)) == (422, ["menu_item_sold_out"])
    assert (left(cake), Order.objects.count()) == (0, 1)


def test_without_the_items_lock_the_other_would_run_into_an_error(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, other_tablet: TabletCaller, cake: MenuItem
) -> None:
    without_row_locks(monkeypatch)
    portion = Collision(monkeypatch, stock, "_add")
    first, second = portion.of(lambda: tablet.order((cake, 1)), lambda: other_tablet.order((cake, 1)))
    # The constraint keeps the stock at zero, but nobody is told why.
    assert (first.status_code, second.status_code) == (500, 201)
    assert left(cake) == 0


def test_of_sixteen_tables_as_many_are_served_as_there_are_portions(tablet: TabletCaller, category: Category) -> None:
    items = [MenuItemFactory(category=category, remaining=5) for _ in range(3)]
    tablets = [tablet_at(tablet.store) for _ in range(16)]
    # In every order of lines: whoever locked them as they come would wait for each other.
    carts = [[(item, 1) for item in items[number % 3 :] + items[: number % 3]] for number in range(16)]
    answers = at_once([partial(seat.order, *cart) for seat, cart in zip(tablets, carts, strict=True)])
    assert sorted(answer.status_code for answer in answers) == [201] * 5 + [422] * 11
    assert [left(item) for item in items] == [0, 0, 0]


def test_a_cancellation_and_an_order_at_once_lose_no_portion(
    monkeypatch: pytest.MonkeyPatch,
    staff: StaffCaller,
    tablet: TabletCaller,
    other_tablet: TabletCaller,
    cake: MenuItem,
) -> None:
    order = tablet.order((cake, 1)).json()
    returning = Collision(monkeypatch, stock, "_add")
    cancelled, ordered = returning.of(
        lambda: staff.post(f"/staff/orders/{order['id']}/cancel", {"reason": "dropped"}),
        lambda: other_tablet.order((cake, 1)),
    )
    assert (cancelled.status_code, ordered.status_code) == (200, 201)
    assert left(cake) == 0
