"""A store's own day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def begins_at(day: date, *, time_zone: str, day_start: time) -> datetime:
    """When a business day begins, in UTC: an hour that comes twice begins it the first time."""
    return datetime.combine(day, day_start, ZoneInfo(time_zone)).astimezone(UTC)


def business_date(moment: datetime, *, time_zone: str, day_start: time) -> date:
    """The business day that `moment` falls in: the local date, or the one before until the day's first hour.

    Moments and not clocks are compared: where the clocks go back past the first hour, the day that began goes on.
    """
    today = moment.astimezone(ZoneInfo(time_zone)).date()
    has_begun = moment >= begins_at(today, time_zone=time_zone, day_start=day_start)
    return today if has_begun else today - timedelta(days=1)


def utc_now() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)
