"""Hours of a store's clock. A business day has 24 of them, and 23 or 25 when the clocks change."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import BigIntegerField, Func

HOUR = timedelta(hours=1)
QUARTER = 900  # seconds; every zone's clock is a whole number of them from UTC
SECOND_TIME = "+"  # marks the second pass of an hour that the clocks go through twice


class QuarterHour(Func):
    """A moment as the number of quarters of an hour since 1970: what no clock's hour begins inside of."""

    output_field = BigIntegerField()
    template = "FLOOR(EXTRACT(EPOCH FROM %(expressions)s) / 900)::bigint"

    def as_sqlite(self, compiler, connection, **context):  # type: ignore[no-untyped-def] # as Django calls it
        """SQLite keeps moments as text, in UTC."""
        template = "CAST(strftime('%%%%s', %(expressions)s) AS INTEGER) / 900"
        return self.as_sql(compiler, connection, template=template, **context)


def hour_of_quarter(quarter: int, zone: ZoneInfo) -> str:
    """The hour of the clock that a quarter is in: "00" to "23", with a mark when it is that hour's second pass."""
    return hour_of(datetime.fromtimestamp(quarter * QUARTER, UTC), zone)


def hour_of(moment: datetime, zone: ZoneInfo) -> str:
    """The hour of the clock that a moment is in."""
    local = moment.astimezone(zone)
    return f"{local.hour:02}{SECOND_TIME if local.fold else ''}"


def begins_at(day: date, day_start: time, zone: ZoneInfo) -> datetime:
    """When a business day begins."""
    return datetime.combine(day, day_start, zone).astimezone(UTC)


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
