"""Amounts as people write them, the same way as on the screens."""

from django.utils.translation import get_language

from accounts.models import Currency

# The others have none.
DIGITS = {Currency.USD: 2, Currency.EUR: 2, Currency.CNY: 2}
SYMBOLS = {Currency.KRW: "₩", Currency.USD: "US$", Currency.EUR: "€", Currency.JPY: "JP¥", Currency.CNY: "CN¥"}
ENGLISH = {Currency.USD: "$", Currency.JPY: "¥"}


def digits_of(currency: str) -> int:
    """How many digits of the currency's amounts come after the point."""
    return DIGITS.get(Currency(currency), 0)


def written(amount: int, currency: str) -> str:
    """`amount` of the currency's minor unit in the reader's language: 18000 KRW is ₩18,000, 1250 USD is $12.50."""
    kind = Currency(currency)
    digits = digits_of(kind)
    whole, rest = divmod(abs(amount), 10**digits)
    symbol = SYMBOLS[kind] if (get_language() or "").startswith("ko") else ENGLISH.get(kind, SYMBOLS[kind])
    text = f"{whole:,}.{rest:0{digits}}" if digits else f"{whole:,}"
    return f"{'-' if amount < 0 else ''}{symbol}{text}"
