"""Old events are forgotten, from each store's oldest on."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from accounts.models import Store
from menu.models import MenuItem
from orders.models import StoreEvent, WithdrawnKey
from tests.factories import CategoryFactory, MenuItemFactory
from tests.personas import TabletCaller, tablet_at

pytestmark = pytest.mark.django_db


def age(store: Store, hours: int, *, up_to: int) -> None:
    """Make events of a store older."""
    events = StoreEvent.objects.filter(store=store, number__lte=up_to)
    events.update(created_at=F("created_at") - timedelta(hours=hours))


def numbers(store: Store) -> list[int]:
    return list(StoreEvent.objects.filter(store=store).order_by("number").values_list("number", flat=True))


def prune(*arguments: str) -> str:
    out = StringIO()
    call_command("prune_events", *arguments, stdout=out)
    return out.getvalue()


def test_what_is_older_than_two_days_goes_in_every_store(
    tablet: TabletCaller, outside_tablet: TabletCaller, stew: MenuItem
) -> None:
    foreign = MenuItemFactory(category=CategoryFactory(store=outside_tablet.store))
    for _ in range(4):
        tablet.order((stew, 1))
        outside_tablet.order((foreign, 1))
    age(tablet.store, 49, up_to=2)
    age(outside_tablet.store, 49, up_to=4)
    assert prune() == "Deleted 6 events.\n"
    assert (numbers(tablet.store), numbers(outside_tablet.store)) == ([3, 4, 5], [5])
    assert prune() == "Deleted 0 events.\n"


def test_a_log_never_gets_a_gap_inside(tablet: TabletCaller, stew: MenuItem) -> None:
    for _ in range(4):
        tablet.order((stew, 1))
    # A clock that was set back: number 3 seems older than 1 and 2.
    StoreEvent.objects.filter(number=3).update(created_at=F("created_at") - timedelta(hours=49))
    prune()
    assert numbers(tablet.store) == [4, 5]


def test_the_next_number_goes_on_though_all_were_forgotten(tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1))
    age(tablet.store, 49, up_to=2)
    prune()
    tablet.order((stew, 1))
    assert numbers(tablet.store) == [3]


def test_the_last_day_is_always_kept(tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.order((stew, 1))
    age(tablet.store, 23, up_to=2)
    assert prune("--hours", "24") == "Deleted 0 events.\n"
    with pytest.raises(CommandError, match="24 or more"):
        prune("--hours", "23")
    age(tablet.store, 2, up_to=1)
    assert prune("--hours", "24") == "Deleted 1 events.\n"


def test_a_store_without_events_is_left_alone(store: Store) -> None:
    tablet_at(store)
    assert prune() == "Deleted 0 events.\n"


def test_a_key_given_up_is_kept_as_long_as_an_attempt_could_be_on_its_way(tablet: TabletCaller) -> None:
    for key, hours in (("old", 49), ("late", 47)):
        assert tablet.post("/orders/withdraw", Idempotency_Key=key).status_code == 200
        withdrawn = WithdrawnKey.objects.filter(idempotency_key=key)
        withdrawn.update(withdrawn_at=F("withdrawn_at") - timedelta(hours=hours))
    prune()
    assert [key.idempotency_key for key in WithdrawnKey.objects.all()] == ["late"]
