"""Hours over a clock change, and hours of every kind against a plain reckoning."""

import random
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from accounts.opening import OpeningHours, SpecialHours, Window, opening_at

NEW_YORK, BERLIN = "America/New_York", "Europe/Berlin"
MINUTE, FIVE_MINUTES = timedelta(minutes=1), timedelta(minutes=5)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def open_minutes(zone: str, window: Window, day: str, **hours: object) -> tuple[datetime, datetime, int]:
    """The first and the last open minute around a day, and how many there are."""
    special = (SpecialHours(date.fromisoformat(day), date.fromisoformat(day), window),)
    # Closed on all other days: a week that has hours on no day but this one.
    kept = OpeningHours(zone, weekly={date.fromisoformat(day).weekday(): (window,)}, special=special, **hours)  # type: ignore[arg-type] # passed on
    start = datetime.fromisoformat(day).replace(tzinfo=UTC) - timedelta(hours=12)
    found = [moment for step in range(60 * 12) if opening_at(kept, moment := start + FIVE_MINUTES * step).is_open]
    return found[0], found[-1] + FIVE_MINUTES, len(found) * 5


@pytest.mark.parametrize(
    ("zone", "day", "opens", "closes", "start", "end"),
    [
        # 02:00 becomes 03:00 on the night to 8 March
        (NEW_YORK, "2026-03-08", time(1, 30), time(4), "2026-03-08T01:30-05:00", "2026-03-08T04:00-04:00"),
        (NEW_YORK, "2026-03-08", time(2, 30), time(4), "2026-03-08T03:00-04:00", "2026-03-08T04:00-04:00"),
        (NEW_YORK, "2026-03-08", time(2, 30), time(3, 15), "2026-03-08T03:00-04:00", "2026-03-08T03:15-04:00"),
        (NEW_YORK, "2026-03-08", time(1, 30), time(2, 30), "2026-03-08T01:30-05:00", "2026-03-08T03:30-04:00"),
        (NEW_YORK, "2026-03-07", time(22), time(2, 30), "2026-03-07T22:00-05:00", "2026-03-08T03:30-04:00"),
        # 02:00 becomes 01:00 on the night to 1 November
        (NEW_YORK, "2026-11-01", time(1, 30), time(4), "2026-11-01T01:30-04:00", "2026-11-01T04:00-05:00"),
        (NEW_YORK, "2026-10-31", time(22), time(1, 30), "2026-10-31T22:00-04:00", "2026-11-01T01:30-05:00"),
        (NEW_YORK, "2026-11-01", time(1, 15), time(1, 45), "2026-11-01T01:15-04:00", "2026-11-01T01:45-05:00"),
        # 02:00 becomes 03:00 on 29 March, 03:00 becomes 02:00 on 25 October
        (BERLIN, "2026-03-29", time(2, 15), time(2, 45), "2026-03-29T03:00+02:00", "2026-03-29T03:45+02:00"),
        (BERLIN, "2026-03-28", time(18), time(3), "2026-03-28T18:00+01:00", "2026-03-29T03:00+02:00"),
        (BERLIN, "2026-10-25", time(2, 30), time(6), "2026-10-25T02:30+02:00", "2026-10-25T06:00+01:00"),
        (BERLIN, "2026-10-24", time(18), time(2, 30), "2026-10-24T18:00+02:00", "2026-10-25T02:30+01:00"),
    ],
)
def test_hours_over_a_clock_change(  # noqa: PLR0917 # a case
    zone: str, day: str, opens: time, closes: time, start: str, end: str
) -> None:
    first, last, minutes = open_minutes(zone, Window(opens, closes), day)
    assert (first, last) == (at(start), at(end))
    assert minutes == (last - first) // MINUTE  # without a break


def test_the_whole_day_has_23_and_25_hours() -> None:
    whole = Window(time(0), time(0))
    assert open_minutes(NEW_YORK, whole, "2026-03-08")[2] == 23 * 60
    assert open_minutes(NEW_YORK, whole, "2026-11-01")[2] == 25 * 60
    # The business day in which the clocks change is the one of the evening before.
    assert open_minutes(NEW_YORK, whole, "2026-03-07", day_start=time(5))[2] == 23 * 60


def test_a_day_that_starts_in_the_skipped_hour() -> None:
    hours = OpeningHours(NEW_YORK, time(2, 30), weekly=dict.fromkeys(range(7), (Window(time(0), time(0)),)))
    start = at("2026-03-07T00:00-05:00")
    assert all(opening_at(hours, start + FIVE_MINUTES * step).is_open for step in range(3 * 24 * 12))


def any_hours(chance: random.Random, zone: str) -> OpeningHours:
    def a_time() -> time:
        return time(chance.randrange(24), chance.choice((0, 0, 30, 45)))

    def a_window() -> Window:
        opens, closes = a_time(), a_time()
        window = Window(opens, closes) if opens != closes else Window(time(0), time(0))
        return Window(window.opens, window.closes, chance.choice((0, 0, min(30, window.minutes - 1))))

    weekly = {day: tuple(a_window() for _ in range(chance.randint(1, 3))) for day in range(7) if chance.random() < 0.8}
    first = date(2026, 3, 5) + timedelta(days=chance.randrange(6))
    special = SpecialHours(first, first + timedelta(days=chance.randrange(3)), chance.choice((None, a_window())))
    return OpeningHours(zone, a_time(), chance.choice((0, 5)), weekly, (special,) if chance.random() < 0.5 else ())


def is_open_by_plain_reckoning(hours: OpeningHours, moment: datetime) -> bool:
    """By the clock on the wall alone, for zones whose clocks never change; without last orders and grace."""
    wall = moment.astimezone(ZoneInfo(hours.time_zone)).replace(tzinfo=None)
    for back in range(4):
        day = wall.date() - timedelta(days=back)
        special = [each.window for each in hours.special if each.first <= day <= each.last]
        weekly = hours.weekly.get(day.weekday(), ()) if hours.weekly else (Window(time(0), time(0)),)
        for window in special or weekly:
            if window is None:
                continue
            opens = hours.day_start if window.is_whole_day else window.opens
            start = datetime.combine(day, opens) + timedelta(days=opens < hours.day_start)
            if start <= wall < start + timedelta(minutes=window.minutes):
                return True
    return False


@pytest.mark.parametrize("seed", range(20))
def test_any_hours_agree_with_a_plain_reckoning(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 # repeatable
    drawn = any_hours(chance, "Asia/Seoul")
    for _ in range(60):
        moment = datetime(2026, 3, 4, tzinfo=UTC) + MINUTE * chance.randrange(10 * 24 * 60)
        now = opening_at(drawn, moment)
        is_running = now.is_open if now.closes_at is None else moment < now.closes_at  # not in the minutes of grace
        assert is_running == is_open_by_plain_reckoning(drawn, moment), moment


@pytest.mark.parametrize("zone", [NEW_YORK, BERLIN, "Asia/Seoul", "Australia/Lord_Howe"])
@pytest.mark.parametrize("seed", range(10))
def test_nothing_changes_before_it_is_said_to(zone: str, seed: int) -> None:
    hours = any_hours(random.Random(f"{zone}{seed}"), zone)  # noqa: S311 # repeatable
    moment, end = datetime(2026, 3, 6, tzinfo=UTC), datetime(2026, 3, 10, tzinfo=UTC)
    if not hours:
        return
    while moment < end:
        now = opening_at(hours, moment)
        assert now.until
        assert now.until > moment
        for share in (0.3, 0.7, 0.999):
            assert opening_at(hours, moment + (now.until - moment) * share) == now
        if now.next_opens_at and not now.closes_at and not now.orders_until:
            assert now.until == now.next_opens_at
            assert opening_at(hours, now.next_opens_at).is_open
        moment = now.until


@pytest.mark.parametrize("seed", range(10))
def test_what_is_said_of_a_moment_is_in_order(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 # repeatable
    hours = any_hours(chance, chance.choice((NEW_YORK, BERLIN)))
    for step in range(0, 8 * 24 * 60, 97):
        moment = datetime(2026, 3, 4, tzinfo=UTC) + MINUTE * step
        now = opening_at(hours, moment)
        if now.is_open and now.orders_until and now.last_order_at and now.closes_at:
            assert moment < now.orders_until == now.last_order_at + MINUTE * hours.grace_minutes
            assert now.last_order_at <= now.closes_at
        assert now.next_opens_at is None or now.next_opens_at > moment
