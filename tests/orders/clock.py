"""Times of day relative to now, so that tests hold at any hour."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


def hours_later(hours: int, zone: str = "Asia/Seoul") -> time:
    """The local time of day so many hours from now."""
    return (datetime.now(ZoneInfo(zone)) + timedelta(hours=hours)).time().replace(microsecond=0)


def zone_where_it_is_noon() -> str:
    """A time zone where the hour is 12 now: far from every day's beginning."""
    ahead = 12 - datetime.now(ZoneInfo("UTC")).hour
    # POSIX counts westward: Etc/GMT-3 is three hours ahead.
    return f"Etc/GMT{-ahead:+d}"
