"""A store's own day: from its own hour, in its own time zone, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from accounts.business_day import business_date

FIVE = time(5)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-02-09T04:59:59.999999+09:00", date(2026, 2, 8)),
        ("2026-02-09T05:00:00+09:00", date(2026, 2, 9)),
        ("2026-02-09T23:59:59+09:00", date(2026, 2, 9)),
        ("2026-02-10T00:00:00+09:00", date(2026, 2, 9)),
        ("2026-02-09T10:00:00+00:00", date(2026, 2, 9)),
        ("2026-01-01T03:00:00+09:00", date(2025, 12, 31)),
        ("2024-03-01T04:00:00+09:00", date(2024, 2, 29)),
    ],
)
def test_the_day_begins_at_the_stores_hour(moment: str, day: date) -> None:
    assert business_date(at(moment), time_zone="Asia/Seoul", day_start=FIVE) == day


def test_the_same_moment_is_another_day_elsewhere() -> None:
    moment = at("2026-02-09T22:00:00+00:00")
    zones = {zone: business_date(moment, time_zone=zone, day_start=FIVE) for zone in ("Asia/Seoul", "America/New_York")}
    assert zones == {"Asia/Seoul": date(2026, 2, 10), "America/New_York": date(2026, 2, 9)}


def test_a_day_that_begins_at_midnight_is_the_calendars() -> None:
    assert business_date(at("2026-02-09T00:00:00+09:00"), time_zone="Asia/Seoul", day_start=time(0)) == date(2026, 2, 9)


@pytest.mark.parametrize(
    ("last", "first", "before", "after"),
    [
        # Clocks go forward on 8 March 2026, from 02:00 to 03:00: 05:00 is 09:00 UTC and was 10:00.
        ("2026-03-08T08:59:59+00:00", "2026-03-08T09:00:00+00:00", date(2026, 3, 7), date(2026, 3, 8)),
        ("2026-03-07T09:59:59+00:00", "2026-03-07T10:00:00+00:00", date(2026, 3, 6), date(2026, 3, 7)),
        # And back on 1 November, from 02:00 to 01:00.
        ("2026-11-01T09:59:59+00:00", "2026-11-01T10:00:00+00:00", date(2026, 10, 31), date(2026, 11, 1)),
        ("2026-10-31T08:59:59+00:00", "2026-10-31T09:00:00+00:00", date(2026, 10, 30), date(2026, 10, 31)),
    ],
)
def test_the_hour_is_the_walls_when_clocks_change(last: str, first: str, before: date, after: date) -> None:
    assert business_date(at(last), time_zone="America/New_York", day_start=FIVE) == before
    assert business_date(at(first), time_zone="America/New_York", day_start=FIVE) == after


@pytest.mark.parametrize("first", ["2026-03-07", "2026-10-31"])
def test_days_follow_each_other_over_a_clock_change(first: str) -> None:
    start = datetime.fromisoformat(first).replace(tzinfo=UTC)
    moments = [start + timedelta(minutes=10 * step) for step in range(3 * 144)]
    days = [business_date(moment, time_zone="America/New_York", day_start=FIVE) for moment in moments]
    assert days == sorted(days)
    assert len(set(days)) == 4
