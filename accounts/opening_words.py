"""A store's hours in words, in the reader's language and by the store's clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Store, hours_text


def clock_of(moment: datetime, time_zone: str) -> str:
    """What the store's clock shows then: 21:30."""
    return date_format(moment.astimezone(ZoneInfo(time_zone)), "H:i")


def opens_next(moment: datetime | None, now: datetime, time_zone: str) -> str:
    """When it opens, with the day if that is another one; nothing when that is not in sight."""
    if moment is None:
        return ""
    local, today = (each.astimezone(ZoneInfo(time_zone)).date() for each in (moment, now))
    words = {
        0: _("It opens at %(time)s."),
        1: _("It opens tomorrow at %(time)s."),
    }.get((local - today).days, _("It opens on %(day)s at %(time)s."))
    return words % {"time": clock_of(moment, time_zone), "day": date_format(local, "MONTH_DAY_FORMAT")}


def nights_after(store: Store) -> list[str]:
    """What is meant by hours that open before the business day starts, where that may not be what was meant."""
    words = _(
        "%(day)s %(hours)s: this is before the business day starts (%(start)s), so it is the night after %(day)s. "
        "If the morning is meant, let the business day start earlier."
    )
    hours = store.clock.hours
    return [
        words
        % {
            "day": row.get_weekday_display(),
            "hours": hours_text(row.opens, row.closes),
            "start": f"{store.business_day_start:%H:%M}",
        }
        for row in store.opening_windows.all()
        if hours.is_after_midnight(row.window)
    ]


def state_of(store: Store, now: datetime) -> str:
    """How the store stands by its hours."""
    opening = store.clock.at(now)
    if not store.clock.hours:
        return _("Always open: there are no opening hours yet.")
    if opening.is_open and opening.closes_at and opening.last_order_at:
        times = {"closes": opening.closes_at, "last": opening.last_order_at}
        shown = {name: clock_of(moment, store.time_zone) for name, moment in times.items()}
        return _("Open until %(closes)s, last orders at %(last)s.") % shown
    if opening.is_open:
        return _("Open.")
    closed = _("The last orders have been taken.") if opening.closes_at else _("Closed.")
    return f"{closed} {opens_next(opening.next_opens_at, now, store.time_zone)}".strip()
