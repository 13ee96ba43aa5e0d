"""When a store is open for guests: its hours, and what they come to at a moment. Pure: no database, no clock.

Hours belong to a business day, as orders do. With a day that starts at 05:00, Friday's 22:00 to 04:00 ends on Saturday
morning, and a window that opens at 01:00 on Friday opens in the night after. A closed Friday is closed until Saturday's
05:00, but what Thursday opened runs on past midnight.

Where the clocks change, hours are never shorter than the clock on the wall says: an hour that comes twice is open from
its first beginning to its second end, and one that is skipped opens as soon as the clocks have gone forward.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MIDNIGHT = time(0)
DAY = timedelta(days=1)
# Days. How far the next closing or opening is looked for; after half of it one looks again.
LOOK_AHEAD = 60


@dataclass(frozen=True, slots=True)
class Window:
    """Open from `opens` to `closes`, local times; at or before `opens`, it closes on the next day.

    00:00 to 00:00 is the whole business day. The last order is `last_order_minutes` before closing.
    """

    opens: time
    closes: time
    last_order_minutes: int = 0

    @property
    def is_whole_day(self) -> bool:
        """From the business day's first moment to its last."""
        return self.opens == self.closes

    @property
    def minutes(self) -> int:
        """How long it is on a day without a clock change."""
        return (_minute_of(self.closes) - _minute_of(self.opens) - 1) % (24 * 60) + 1


WHOLE_DAY = Window(MIDNIGHT, MIDNIGHT)


@dataclass(frozen=True, slots=True)
class SpecialHours:
    """What holds from `first` to `last` (business dates) in place of the week's hours. Without a window: closed."""

    first: date
    last: date
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """A store's hours. A store without weekly ones is open all day, but for its special days."""

    time_zone: str
    day_start: time = MIDNIGHT
    grace_minutes: int = 0
    weekly: Mapping[int, tuple[Window, ...]] = field(default_factory=dict)
    special: tuple[SpecialHours, ...] = ()

    def __bool__(self) -> bool:
        """Whether any are kept."""
        return bool(self.weekly or self.special)

    def on(self, day: date) -> list[Window]:
        """The windows of a business day, in order; none when it is closed."""
        special = [hours for hours in self.special if hours.first <= day <= hours.last]
        windows = [hours.window for hours in special if hours.window]
        if not special:
            windows = list(self.weekly.get(day.weekday(), ()) if self.weekly else (WHOLE_DAY,))
        return sorted(
            windows, key=lambda window: (not window.is_whole_day, self.is_after_midnight(window), window.opens)
        )

    def is_after_midnight(self, window: Window) -> bool:
        """Whether the window opens in the night after its day's evening."""
        return window.opens < self.day_start and not window.is_whole_day


@dataclass(frozen=True, slots=True)
class Opening:
    """What a store's hours come to at a moment.

    `is_open`: guests may order. `closes_at`, `last_order_at` and `orders_until` (with the minutes of grace) are of the
    hours that are running, also after the last order. `until`: nothing of this changes before; None: never.
    """

    is_open: bool
    closes_at: datetime | None = None
    last_order_at: datetime | None = None
    orders_until: datetime | None = None
    next_opens_at: datetime | None = None
    until: datetime | None = None


ALWAYS_OPEN = Opening(is_open=True)


@dataclass(frozen=True, slots=True)
class _Run:
    """Hours that follow each other without a break. `end` is None when none is in sight."""

    start: datetime
    end: datetime | None
    last_order: datetime | None
    orders_until: datetime | None

    def is_over(self, moment: datetime) -> bool:
        if self.end is None or self.orders_until is None:
            return False
        return moment >= max(self.end, self.orders_until)

    def takes_orders(self, moment: datetime) -> bool:
        return self.orders_until is None or moment < self.orders_until


def opening_at(hours: OpeningHours, moment: datetime) -> Opening:
    """What the hours come to at an aware moment. All times of the answer are in UTC."""
    if not hours:
        return ALWAYS_OPEN
    running: _Run | None = None
    following: datetime | None = None
    for run in _runs(hours, moment):
        if run.start > moment:
            following = run.start
            break
        if not run.is_over(moment):
            running = run  # the later one, where one's grace reaches into the next
    edges = [running.end, running.orders_until, following] if running else [following]
    look_again = moment.astimezone(UTC) + DAY * (LOOK_AHEAD // 2)
    return Opening(
        is_open=running is not None and running.takes_orders(moment),
        closes_at=running.end if running else None,
        last_order_at=running.last_order if running else None,
        orders_until=running.orders_until if running else None,
        next_opens_at=following,
        until=min((edge for edge in edges if edge and edge > moment), default=look_again),
    )


class OpeningClock:
    """Reads a store's hours. While the answer is the same it is not reckoned again."""

    def __init__(self, hours: OpeningHours) -> None:
        self.hours = hours
        self._known: tuple[datetime, Opening] | None = None

    def at(self, moment: datetime) -> Opening:
        """What the hours come to at an aware moment."""
        known = self._known
        if known and known[0] <= moment and (known[1].until is None or moment < known[1].until):
            return known[1]
        opening = opening_at(self.hours, moment)
        self._known = moment, opening
        return opening


def _runs(hours: OpeningHours, moment: datetime) -> Iterator[_Run]:
    """Runs of hours that are not long over at the moment, in order."""
    spans = _spans(hours, moment)
    first = next(spans, None)
    if first is None:
        return
    start, end, last_order = first
    for opens, closes, last in spans:
        if opens <= end:
            end, last_order = max(end, closes), max(last_order, last)
            continue
        yield _run(hours, start, end, last_order)
        start, end, last_order = opens, closes, last
    in_sight = end < moment + DAY * (LOOK_AHEAD - 2)
    yield _run(hours, start, end, last_order) if in_sight else _Run(start, None, None, None)


def _run(hours: OpeningHours, start: datetime, end: datetime, last_order: datetime) -> _Run:
    last_order = max(start, last_order)
    return _Run(start, end, last_order, last_order + timedelta(minutes=hours.grace_minutes))


def _spans(hours: OpeningHours, moment: datetime) -> Iterator[tuple[datetime, datetime, datetime]]:
    """Each window with its beginning, end and last order in UTC, in order, from before the moment on."""
    zone = ZoneInfo(hours.time_zone)
    today = moment.astimezone(zone).date()
    # A window opens in the night after its day at the latest, and is open for a day at the longest.
    for offset in range(-3, LOOK_AHEAD):
        day = today + DAY * offset
        for window in hours.on(day):
            start, end = _span(hours, window, day, zone)
            if start < end:
                yield start, end, end - timedelta(minutes=window.last_order_minutes)


def _span(hours: OpeningHours, window: Window, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    opens, closes = window.opens, window.closes
    if window.is_whole_day:
        opens = closes = hours.day_start
    first = day + DAY if hours.is_after_midnight(window) else day
    last = first if opens < closes else first + DAY
    return _first_moment(datetime.combine(first, opens), zone), _last_moment(datetime.combine(last, closes), zone)


def _first_moment(wall: datetime, zone: ZoneInfo) -> datetime:
    """When a clock on the wall first shows this time or, where it is skipped, a later one."""
    early, late = _readings(wall, zone)
    if early.astimezone(zone).replace(tzinfo=None) == wall:
        return early
    seconds = range(int((late - early).total_seconds()) + 1)
    skipped = bisect_left(
        seconds, wall, key=lambda second: (early + timedelta(seconds=second)).astimezone(zone).replace(tzinfo=None)
    )
    return early + timedelta(seconds=skipped)


def _last_moment(wall: datetime, zone: ZoneInfo) -> datetime:
    """When a clock on the wall last shows this time; where it is skipped, as if it had not been."""
    return _readings(wall, zone)[1]


def _readings(wall: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The moments that a local time can mean, the earlier one first; twice the same on most days."""
    first = wall.replace(tzinfo=zone).astimezone(UTC)
    second = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return (first, second) if first <= second else (second, first)


def _minute_of(clock: time) -> int:
    return clock.hour * 60 + clock.minute
