"""Items are listed within their hours, by the store's clock, also over midnight."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from accounts.models import Store
from menu.document import menu_document
from menu.hours import is_served
from menu.models import MenuItem
from menu.selectors import menu_version_of
from menu.snapshot import menu_snapshot
from tests.personas import TabletCaller

pytestmark = pytest.mark.django_db
SEOUL = ZoneInfo("Asia/Seoul")
LUNCH = (time(11), time(15))
NIGHT = (time(22), time(2))


def listed(store: Store, clock: str, day: int = 9) -> bool:
    """Whether the store's only item is on the menu when its clock shows this."""
    moment = datetime.combine(date(2026, 2, day), time.fromisoformat(clock), SEOUL)
    document = menu_document(menu_snapshot(store.pk, menu_version_of(store.pk)), moment.astimezone(UTC))
    return b"Kimchi stew" in document.body


@pytest.mark.parametrize(
    ("hours", "clock", "served"),
    [
        (None, "00:00", True),
        (LUNCH, "10:59:59", False),
        (LUNCH, "11:00", True),
        (LUNCH, "14:59:59", True),
        (LUNCH, "15:00", False),
        (NIGHT, "21:59:59", False),
        (NIGHT, "22:00", True),
        (NIGHT, "23:59:59", True),
        (NIGHT, "00:00", True),
        (NIGHT, "01:59:59", True),
        (NIGHT, "02:00", False),
        (NIGHT, "12:00", False),
        ((time(0), time(6)), "00:00", True),
        ((time(18), time(0)), "23:59:59", True),
        ((time(18), time(0)), "00:00", False),
    ],
)
def test_an_item_is_listed_from_its_first_minute_to_before_its_last(
    hours: tuple[time, time] | None, clock: str, served: bool, stew: MenuItem
) -> None:
    stew.available_from, stew.available_until = hours or (None, None)
    stew.full_clean()
    stew.save()
    assert listed(stew.store, clock) is served


def test_the_menu_changes_with_the_hour_and_back(stew: MenuItem) -> None:
    MenuItem.objects.update(available_from=LUNCH[0], available_until=LUNCH[1])
    clocks = ["10:59", "11:00", "14:59", "15:00", "10:59"]
    assert [listed(stew.store, clock) for clock in clocks] == [False, True, True, False, False]
    assert listed(stew.store, "12:00", day=10)


def test_the_hours_are_the_stores_not_the_servers(stew: MenuItem) -> None:
    noon_in_seoul = datetime(2026, 2, 9, 3, tzinfo=UTC)
    assert is_served(LUNCH, noon_in_seoul, time_zone="Asia/Seoul")
    assert not is_served(LUNCH, noon_in_seoul, time_zone="UTC")


@pytest.mark.parametrize(("begins", "ends", "count"), [(-1, 1, 1), (1, 2, 0), (-2, -1, 0)])
def test_the_answer_is_for_now(begins: int, ends: int, count: int, tablet: TabletCaller, stew: MenuItem) -> None:
    now = datetime.now(SEOUL)
    MenuItem.objects.update(
        available_from=(now + timedelta(hours=begins)).time(), available_until=(now + timedelta(hours=ends)).time()
    )
    assert len(tablet.get("/menu").json()["categories"]) == count
