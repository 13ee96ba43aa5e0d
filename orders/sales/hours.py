"""Hours of a store's clock. A business day has 24 of them, and 23 or 25 when the clocks change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from accounts.business_day import begins_at
from accounts.models import Store

QUARTER = timedelta(minutes=15)  # no clock's hour begins inside of one
SECOND_TIME = "+"  # marks the second pass of an hour that the clocks go through twice


def hour_of(moment: datetime, zone: ZoneInfo) -> str:
    """The hour of the clock that a moment is in."""
    local = moment.astimezone(zone)
    return f"{local.hour:02}{SECOND_TIME if local.fold else ''}"


def days_earlier(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The moment when the store's clock showed the same time, so many days before."""
    return (moment.astimezone(zone) - timedelta(days=days)).astimezone(UTC)


def hours_of_day(day: date, store: Store) -> list[str]:
    """The hours that a business day goes through, in order."""
    zone = ZoneInfo(store.time_zone)
    return list(dict.fromkeys(hour_of(moment, zone) for moment in _quarters(day, store)))


def hours_of_clock(day_start: time) -> list[str]:
    """The 24 hours of any day, from the business day's first on."""
    return [f"{(day_start.hour + number) % 24:02}" for number in range(24)]


def begins(day: date, store: Store) -> datetime:
    """When a store's business day begins."""
    return begins_at(day, time_zone=store.time_zone, day_start=store.business_day_start)


def _quarters(day: date, store: Store) -> Iterator[datetime]:
    moment, end = begins(day, store), begins(day + timedelta(days=1), store)
    while moment < end:
        yield moment
        moment += QUARTER
