"""A store's own day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def business_date(moment: datetime, *, time_zone: str, day_start: time) -> date:
    """The business day that `moment` falls in: the local date, or the one before until the day's first hour."""
    local = moment.astimezone(ZoneInfo(time_zone))
    return local.date() if local.time() >= day_start else local.date() - timedelta(days=1)


def utc_now() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)
