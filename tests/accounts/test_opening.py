"""What a store's hours come to at a moment."""

from datetime import date, datetime, time, timedelta

import pytest

from accounts.opening import Opening, OpeningHours, SpecialHours, Window, opening_at

LUNCH = Window(time(11), time(15), 30)
DINNER = Window(time(17), time(22), 45)
NIGHT = Window(time(20), time(4), 60)
WHOLE_DAY = Window(time(0), time(0))
MONDAY, FRIDAY, SATURDAY = 0, 4, 5
# A Monday.
THIS_WEEK = "2026-02-09"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text if "T" in text else f"{THIS_WEEK}T{text}+09:00")


def seoul(weekly: dict[int, tuple[Window, ...]], *special: SpecialHours, grace: int = 0) -> OpeningHours:
    return OpeningHours("Asia/Seoul", time(5), grace, weekly, special)


def every_day(*windows: Window) -> dict[int, tuple[Window, ...]]:
    return dict.fromkeys(range(7), windows)


def test_a_store_without_hours_is_always_open() -> None:
    assert opening_at(seoul({}), at("03:00")) == Opening(is_open=True)


def test_lunch_and_dinner() -> None:
    hours = seoul(every_day(LUNCH, DINNER))
    assert opening_at(hours, at("10:59")) == Opening(is_open=False, next_opens_at=at("11:00"), until=at("11:00"))
    assert opening_at(hours, at("11:00")) == Opening(
        is_open=True,
        closes_at=at("15:00"),
        last_order_at=at("14:30"),
        orders_until=at("14:30"),
        next_opens_at=at("17:00"),
        until=at("14:30"),
    )
    assert opening_at(hours, at("15:00")) == Opening(is_open=False, next_opens_at=at("17:00"), until=at("17:00"))
    assert opening_at(hours, at("22:00")).next_opens_at == at("2026-02-10T11:00+09:00")


def test_after_the_last_order_the_store_is_still_there_but_takes_none() -> None:
    now = opening_at(seoul(every_day(LUNCH)), at("14:30"))
    assert (now.is_open, now.closes_at, now.last_order_at, now.until) == (False, at("15:00"), at("14:30"), at("15:00"))


def test_minutes_of_grace_come_after_the_last_order() -> None:
    hours = seoul(every_day(LUNCH), grace=5)
    late = opening_at(hours, at("14:34:59"))
    assert (late.is_open, late.last_order_at, late.orders_until, late.until) == (
        True,
        at("14:30"),
        at("14:35"),
        at("14:35"),
    )
    assert not opening_at(hours, at("14:35")).is_open


def test_grace_may_reach_past_closing_and_into_the_next_hours() -> None:
    hours = seoul(every_day(Window(time(11), time(15)), Window(time(15, 3), time(18))), grace=5)
    assert [opening_at(hours, at(clock)).is_open for clock in ("15:00", "15:02", "15:04", "18:04")] == [True] * 4
    assert opening_at(hours, at("15:01")).closes_at == at("15:00")
    assert opening_at(hours, at("15:04")).closes_at == at("18:00")
    assert not opening_at(hours, at("18:05")).is_open


def test_hours_past_midnight_belong_to_the_evening() -> None:
    hours = seoul({FRIDAY: (NIGHT,)})
    assert opening_at(hours, at("2026-02-14T02:59+09:00")).is_open
    assert not opening_at(hours, at("2026-02-14T03:00+09:00")).is_open  # the last order
    assert not opening_at(hours, at("2026-02-13T02:00+09:00")).is_open
    assert opening_at(hours, at("2026-02-14T04:00+09:00")).next_opens_at == at("2026-02-20T20:00+09:00")


def test_closing_at_midnight_is_the_days_end() -> None:
    hours = seoul(every_day(Window(time(18), time(0))))
    assert opening_at(hours, at("23:59:59")).closes_at == at("2026-02-10T00:00+09:00")
    assert not opening_at(hours, at("2026-02-10T00:00+09:00")).is_open


def test_what_opens_before_the_days_start_is_of_the_night_after() -> None:
    hours = seoul({FRIDAY: (Window(time(1), time(3)),)})
    assert opening_at(hours, at("2026-02-14T01:00+09:00")).is_open
    assert not opening_at(hours, at("2026-02-13T01:00+09:00")).is_open


def test_the_whole_day_is_the_business_day() -> None:
    hours = seoul({FRIDAY: (WHOLE_DAY,)})
    assert opening_at(hours, at("2026-02-13T04:59+09:00")).next_opens_at == at("2026-02-13T05:00+09:00")
    assert opening_at(hours, at("2026-02-13T05:00+09:00")).closes_at == at("2026-02-14T05:00+09:00")


def test_hours_without_a_break_are_one_whatever_the_last_order_between() -> None:
    hours = seoul({FRIDAY: (Window(time(0), time(0), 30),), SATURDAY: (Window(time(5), time(12), 60),)})
    between = opening_at(hours, at("2026-02-14T04:45+09:00"))
    assert between.is_open
    assert (between.last_order_at, between.closes_at) == (at("2026-02-14T11:00+09:00"), at("2026-02-14T12:00+09:00"))


def test_a_store_that_never_closes_says_no_end() -> None:
    now = opening_at(seoul(every_day(WHOLE_DAY)), at("12:00"))
    assert (now.is_open, now.closes_at, now.last_order_at, now.orders_until, now.next_opens_at) == (True, *[None] * 4)
    assert now.until
    assert now.until > at("12:00")


def holiday(first: str, last: str = "", window: Window | None = None) -> SpecialHours:
    return SpecialHours(date.fromisoformat(first), date.fromisoformat(last or first), window)


def test_a_holiday_closes_its_business_day_and_not_the_night_before() -> None:
    hours = seoul(every_day(NIGHT), holiday("2026-02-10"))
    assert opening_at(hours, at("2026-02-10T02:00+09:00")).is_open  # Monday's night
    evening = opening_at(hours, at("2026-02-10T21:00+09:00"))
    assert (evening.is_open, evening.next_opens_at) == (False, at("2026-02-11T20:00+09:00"))


def test_a_holiday_of_a_store_without_weekly_hours() -> None:
    hours = seoul({}, holiday("2026-02-10"))
    assert opening_at(hours, at("12:00")).closes_at == at("2026-02-10T05:00+09:00")
    assert opening_at(hours, at("2026-02-10T12:00+09:00")).next_opens_at == at("2026-02-11T05:00+09:00")


def test_a_holiday_of_several_days() -> None:
    hours = seoul(every_day(LUNCH), holiday("2026-02-10", "2026-02-12"))
    assert opening_at(hours, at("16:00")).next_opens_at == at("2026-02-13T11:00+09:00")


def test_a_special_day_has_its_own_hours_in_place_of_the_weeks() -> None:
    hours = seoul(
        every_day(LUNCH), holiday(THIS_WEEK, window=DINNER), holiday(THIS_WEEK, window=Window(time(8), time(9)))
    )
    assert [opening_at(hours, at(clock)).is_open for clock in ("08:30", "12:00", "18:00")] == [True, False, True]


def test_own_hours_within_a_longer_holiday_count() -> None:
    hours = seoul(every_day(LUNCH), holiday("2026-02-08", "2026-02-20"), holiday(THIS_WEEK, window=DINNER))
    assert opening_at(hours, at("18:00")).is_open
    assert not opening_at(hours, at("12:00")).is_open


def test_a_closing_longer_than_anybody_looks_ahead_is_looked_at_again() -> None:
    now = opening_at(seoul(every_day(LUNCH), holiday("2026-02-01", "2026-12-31")), at("12:00"))
    assert (now.is_open, now.next_opens_at) == (False, None)
    assert now.until
    assert at("12:00") < now.until < at("12:00") + timedelta(days=60)


@pytest.mark.parametrize(
    ("window", "minutes"), [(LUNCH, 240), (NIGHT, 480), (WHOLE_DAY, 1440), (Window(time(18), time(0)), 360)]
)
def test_how_long_a_window_is(window: Window, minutes: int) -> None:
    assert window.minutes == minutes
