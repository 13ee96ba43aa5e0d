"""When an item is served, and when that next changes."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

Hours = tuple[time, time]


def is_served(hours: Hours | None, moment: datetime, *, time_zone: str) -> bool:
    """Whether `moment` is within the store's local hours; `until` before `from` runs over midnight."""
    if hours is None:
        return True
    start, end = hours
    now = moment.astimezone(ZoneInfo(time_zone)).time()
    return start <= now < end if start < end else now >= start or now < end


def next_change(all_hours: Iterable[Hours], moment: datetime, *, time_zone: str) -> datetime | None:
    """The first moment after `moment` at which any of the hours begins or ends; None without any."""
    local = moment.astimezone(ZoneInfo(time_zone))
    edges = [
        datetime.combine(local.date() + timedelta(days=days), edge, local.tzinfo)
        for hours in all_hours
        for edge in hours
        for days in (0, 1)
    ]
    return min((edge for edge in edges if edge > moment), default=None)
