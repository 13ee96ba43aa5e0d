"""When the demo store is open, said from now on: whatever the time is that a test runs at."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from accounts.business_day import business_date, utc_now
from tests.server import Server

CODE = """
from accounts.models import SpecialDay, Store
store = Store.objects.get(code="demo")
SpecialDay.objects.filter(store=store).delete()
{change}
"""


def business_day() -> date:
    """The demo store's: until 05:00 it is the day before that of the calendar."""
    return business_date(utc_now(), time_zone="Asia/Seoul", day_start=time(5))


def opens(server: Server, *, since: timedelta, until: timedelta, last_order_minutes: int = 0) -> None:
    """Open from so long ago until so long from now, on every day around today."""
    now = datetime.now(ZoneInfo("Asia/Seoul"))
    hours = f'opens="{now - since:%H:%M}", closes="{now + until:%H:%M}", last_order_minutes={last_order_minutes}'
    _say(server, f"SpecialDay.objects.create(store=store, {_days(now, 1)}, {hours})")


def is_closed(server: Server) -> None:
    """A holiday, that ends the day after tomorrow."""
    _say(server, f"SpecialDay.objects.create(store=store, {_days(datetime.now(ZoneInfo('Asia/Seoul')), 1)})")


def is_always_open(server: Server) -> None:
    """As the demo is by itself."""
    _say(server, "")


def _days(now: datetime, around: int) -> str:
    first, last = now - timedelta(days=around), now + timedelta(days=around)
    return f'first_date="{first:%Y-%m-%d}", last_date="{last:%Y-%m-%d}"'


def _say(server: Server, change: str) -> None:
    server.manage("shell", "-v0", "-c", CODE.format(change=change))
