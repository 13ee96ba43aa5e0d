"""When the menu next changes by the clock: never later than an item begins or stops being served."""

from datetime import UTC, datetime, time, timedelta

import pytest

from menu.hours import Hours, is_served, next_change

LUNCH = (time(11), time(15))
NIGHT = (time(22), time(2))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("hours", "now", "then"),
    [
        ([LUNCH], "2026-02-09T10:00+09:00", "2026-02-09T11:00+09:00"),
        ([LUNCH], "2026-02-09T11:00+09:00", "2026-02-09T15:00+09:00"),
        ([LUNCH], "2026-02-09T14:59:59+09:00", "2026-02-09T15:00+09:00"),
        ([LUNCH], "2026-02-09T15:00+09:00", "2026-02-10T11:00+09:00"),
        ([NIGHT], "2026-02-09T23:00+09:00", "2026-02-10T02:00+09:00"),
        ([NIGHT], "2026-02-10T00:30+09:00", "2026-02-10T02:00+09:00"),
        ([LUNCH, NIGHT], "2026-02-09T15:00+09:00", "2026-02-09T22:00+09:00"),
        ([LUNCH], "2026-12-31T16:00+09:00", "2027-01-01T11:00+09:00"),
    ],
)
def test_the_next_edge_of_any_items_hours(hours: list[Hours], now: str, then: str) -> None:
    assert next_change(hours, at(now), time_zone="Asia/Seoul") == at(then)


def test_a_menu_without_hours_never_changes_by_itself() -> None:
    assert next_change([], at("2026-02-09T10:00+09:00"), time_zone="Asia/Seoul") is None


MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("zone", "around"),
    [
        ("America/New_York", "2026-03-08"),  # 02:00 becomes 03:00
        ("America/New_York", "2026-11-01"),  # 02:00 becomes 01:00
        ("Europe/Berlin", "2026-03-29"),
        ("Europe/Berlin", "2026-10-25"),
        ("Australia/Lord_Howe", "2026-04-05"),  # by half an hour
        ("Asia/Seoul", "2026-02-09"),
    ],
)
@pytest.mark.parametrize(
    "hours",
    [LUNCH, NIGHT, (time(1), time(2)), (time(1, 30), time(2, 30)), (time(2, 30), time(1, 30)), (time(22), time(1, 30))],
)
def test_nothing_changes_before_it_is_said_to(zone: str, around: str, hours: Hours) -> None:
    start = datetime.fromisoformat(around).replace(tzinfo=UTC) - timedelta(days=1)
    moments = [start + MINUTE * step for step in range(3 * 24 * 60)]
    served = [is_served(hours, moment, time_zone=zone) for moment in moments]
    assert len(set(served)) == 2
    for step, moment in enumerate(moments[::15]):
        change = next_change([hours], moment, time_zone=zone)
        assert change is not None
        assert change > moment
        until = min(int((change - start) / MINUTE), len(moments))
        assert len(set(served[step * 15 : until])) == 1, f"it has changed between {moment} and {change}"
