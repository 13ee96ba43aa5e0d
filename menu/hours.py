"""When an item is served, and when that next changes."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
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
    """The first moment after `moment` at which any of the hours may begin or end; None without any.

    A clock change counts too: an item's hours can begin or end with it.
    """
    zone = ZoneInfo(time_zone)
    today = moment.astimezone(zone).date()
    edges = {
        datetime.combine(today + timedelta(days=days), edge, zone).replace(fold=fold).astimezone(UTC)
        for hours in all_hours
        for edge in hours
        for days in (0, 1)
        for fold in (0, 1)
    }
    changes = edges | _clock_changes(moment, zone) if edges else edges
    return min((change for change in changes if change > moment), default=None)


def _clock_changes(moment: datetime, zone: ZoneInfo) -> set[datetime]:
    """When the clocks go forward or back within two days of `moment`, which is always on a quarter of an hour."""
    first = moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    quarters = [first + timedelta(minutes=15 * step) for step in range(4 * 48)]
    offsets = [quarter.astimezone(zone).utcoffset() for quarter in quarters]
    return {quarter for quarter, now, before in zip(quarters[1:], offsets[1:], offsets, strict=False) if now != before}
