"""`manage.py prune_events`: old events go, from each store's oldest on; what a screen may resume from stays."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Store
from orders.models import StoreCounter, StoreEvent
from orders.pruning import AT_ONCE

pytestmark = pytest.mark.django_db


def events(store: Store, *hours_ago: float) -> None:
    """Events numbered from 1 on, each this many hours old."""
    now = datetime.now(UTC)
    StoreEvent.objects.bulk_create(
        StoreEvent(store=store, number=number, kind="menu.updated", data="{}", created_at=now - timedelta(hours=hours))
        for number, hours in enumerate(hours_ago, 1)
    )
    StoreCounter.objects.update_or_create(store=store, defaults={"last_event": len(hours_ago)})


def numbers(store: Store) -> list[int]:
    return sorted(StoreEvent.objects.filter(store=store).values_list("number", flat=True))


def test_what_is_older_than_two_days_goes(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    events(store, 50, 49, 47, 1)
    call_command("prune_events")
    assert numbers(store) == [3, 4]
    assert "Deleted 2 events." in capsys.readouterr().out


def test_a_day_is_kept_when_told_to_keep_a_day(store: Store) -> None:
    events(store, 25, 24.1, 23.9, 0)
    call_command("prune_events", hours=24)
    assert numbers(store) == [3, 4]


@pytest.mark.parametrize("hours", [23, 1, 0, -5])
def test_less_than_a_day_is_refused(hours: int, store: Store) -> None:
    events(store, 50)
    with pytest.raises(CommandError, match="24 or more"):
        call_command("prune_events", hours=hours)
    assert numbers(store) == [1]


def test_what_is_left_has_no_gap(store: Store) -> None:
    """A clock that was put back makes an older number look younger: it goes along."""
    events(store, 50, 30, 50, 1, 1)
    call_command("prune_events")
    assert numbers(store) == [4, 5]


def test_each_store_is_looked_at_by_itself(store: Store, other_store: Store) -> None:
    events(store, 50, 1)
    events(other_store, 1, 1)
    call_command("prune_events")
    assert (numbers(store), numbers(other_store)) == ([2], [1, 2])


def test_a_store_that_has_nothing_left_goes_on_counting(store: Store) -> None:
    events(store, 50, 50)
    call_command("prune_events")
    assert numbers(store) == []
    assert StoreCounter.objects.get(store=store).last_event == 2


def test_again_it_finds_nothing(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    events(store, 50, 1)
    call_command("prune_events")
    call_command("prune_events")
    assert "Deleted 0 events." in capsys.readouterr().out


def test_many_go_in_short_steps(store: Store) -> None:
    events(store, *[50.0] * (AT_ONCE + 10), 1)
    call_command("prune_events")
    assert numbers(store) == [AT_ONCE + 11]
