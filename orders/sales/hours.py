"""Hours of a store's clock. A business day has 24 of them, and 23 or 25 when the clocks change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

HOUR = timedelta(hours=1)
SECOND_TIME = "+"  # marks the second pass of an hour that the clocks go through twice


def hour_of(moment: datetime, zone: ZoneInfo) -> str:
    """The hour of the clock that a moment is in."""
    local = moment.astimezone(zone)
    return f"{local.hour:02}{SECOND_TIME if local.fold else ''}"


def begins_at(day: date, day_start: time, zone: ZoneInfo) -> datetime:
    """When a business day begins."""
    return datetime.combine(day, day_start, zone).astimezone(UTC)


def days_earlier(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The moment when the store's clock showed the same time, so many days before."""
    return (moment.astimezone(zone) - timedelta(days=days)).astimezone(UTC)


def hours_of_day(day: date, day_start: time, zone: ZoneInfo) -> list[str]:
    """The hours that a business day goes through, in order."""
    return list(dict.fromkeys(hour_of(moment, zone) for moment in _quarters(day, day_start, zone)))


def hours_of_clock(day_start: time) -> list[str]:
    """The 24 hours of any day, from the business day's first on."""
    return [f"{(day_start.hour + number) % 24:02}" for number in range(24)]


def _quarters(day: date, day_start: time, zone: ZoneInfo) -> Iterator[datetime]:
    moment, end = begins_at(day, day_start, zone), begins_at(day + timedelta(days=1), day_start, zone)
    while moment < end:
        yield moment
        moment += HOUR / 4
