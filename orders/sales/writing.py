"""Values of tables as people read them, and as files hold them."""

from decimal import Decimal

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Store
from accounts.money import digits_of, written
from orders.sales.tables import Column, Kind

NOTHING = "–"
SIZES = ((10**9, "B"), (10**6, "M"), (10**3, "K"))
SIZES_KO = ((10**8, "억"), (10**4, "만"))


def as_read(value: str | int | None, column: Column, store: Store) -> str:
    """On a page."""
    if value is None:
        return NOTHING
    if column.kind is Kind.AMOUNT:
        return written(int(value), store.currency)
    if column.kind is Kind.SECONDS:
        return lasting(int(value))
    return f"{value:,}" if isinstance(value, int) else value


def as_kept(value: str | int | None, column: Column, store: Store) -> str | int | Decimal:
    """In a file: amounts as plain numbers in the currency's main unit, times in minutes."""
    if value is None:
        return ""
    if column.kind is Kind.AMOUNT:
        digits = digits_of(store.currency)
        return Decimal(value).scaleb(-digits)
    return Decimal(f"{int(value) / 60:.1f}") if column.kind is Kind.SECONDS else value


def lasting(seconds: int) -> str:
    """A time that something takes, to the minute; below ten, to the half."""
    if seconds < 3600:
        minutes = f"{seconds / 60:.1f}".removesuffix(".0") if seconds < 600 else f"{(seconds + 30) // 60}"
        return _("%(minutes)s min") % {"minutes": minutes}
    hours, minutes_left = divmod((seconds + 30) // 60, 60)
    return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": minutes_left}


def short(amount: int, currency: str) -> str:
    """An amount for the edge of a chart: 1.2M, 350K; in Korean 120만, 35만."""
    whole = amount / 10 ** digits_of(currency)
    for size, word in SIZES_KO if get_language() == "ko" else SIZES:
        if whole >= size:
            return f"{whole / size:.1f}".removesuffix(".0") + word
    return f"{whole:g}"
