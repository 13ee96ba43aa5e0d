"""Two managers drag at the same moment: both drops hold."""

import pytest

from menu import arranging
from menu.arranging import place_item
from menu.models import Category, MenuItem
from tests.factories import MenuItemFactory
from tests.orders.racing import Collision, without_row_locks

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def items(category: Category) -> list[MenuItem]:
    return [MenuItemFactory(category=category, name={"en": name}, sort_order=n) for n, name in enumerate("ABCD")]


def drag_two_at_once(monkeypatch: pytest.MonkeyPatch, items: list[MenuItem]) -> str:
    """A after D and B after D; the order afterwards."""
    first, second, _third, last = items

    def drop(item: MenuItem) -> bool:
        return place_item(store_id=item.store_id, moved=item.pk, beside=last.pk, after=True, actor=None)

    Collision(monkeypatch, arranging, "_number").of(lambda: drop(first), lambda: drop(second))
    return "".join(item.name["en"] for item in MenuItem.objects.order_by("sort_order"))


def test_the_second_drop_sees_the_first(monkeypatch: pytest.MonkeyPatch, items: list[MenuItem]) -> None:
    assert drag_two_at_once(monkeypatch, items) in ("CDAB", "CDBA")


def test_without_the_locks_one_drop_would_be_lost(monkeypatch: pytest.MonkeyPatch, items: list[MenuItem]) -> None:
    without_row_locks(monkeypatch)
    assert drag_two_at_once(monkeypatch, items) == "BCDA"
