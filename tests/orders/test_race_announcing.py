"""Two processes look for changes at the same moment: each change is told once."""

import pytest

from menu.models import MenuItem
from orders import announcing
from orders.announcing import announce, announce_everywhere
from orders.models import StoreEvent
from tests.orders.racing import Collision, at_once, without_row_locks

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def told() -> list[str]:
    return list(StoreEvent.objects.filter(kind="menu.updated").order_by("number").values_list("data", flat=True))


@pytest.fixture
def changed(stew: MenuItem) -> MenuItem:
    """A price that no screen was told of yet."""
    announce_everywhere()
    StoreEvent.objects.all().delete()
    MenuItem.objects.update(price=1)
    return stew


def test_the_second_finds_it_told(monkeypatch: pytest.MonkeyPatch, changed: MenuItem) -> None:
    looking = Collision(monkeypatch, announcing, "_next_change")
    looking.of(lambda: announce(changed.store_id), lambda: announce(changed.store_id))
    assert len(told()) == 1


def test_without_the_counters_lock_it_would_be_told_twice(monkeypatch: pytest.MonkeyPatch, changed: MenuItem) -> None:
    without_row_locks(monkeypatch)
    looking = Collision(monkeypatch, announcing, "_next_change")
    looking.of(lambda: announce(changed.store_id), lambda: announce(changed.store_id))
    assert len(told()) == 2


def test_eight_processes_at_once_tell_it_once(changed: MenuItem) -> None:
    at_once([announce_everywhere] * 8)
    assert len(told()) == 1
