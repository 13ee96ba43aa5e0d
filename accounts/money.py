"""Amounts as people write them, the same way as on the screens."""

from django.utils.translation import get_language

from accounts.models import Currency

# How many digits of an amount come after the point; the others have none.
DIGITS = {Currency.USD: 2, Currency.EUR: 2, Currency.CNY: 2}
SYMBOLS = {Currency.KRW: "₩", Currency.USD: "US$", Currency.EUR: "€", Currency.JPY: "JP¥", Currency.CNY: "CN¥"}
ENGLISH = {Currency.USD: "$", Currency.JPY: "¥"}


def written(amount: int, currency: str) -> str:
    """`amount` of the currency's minor unit in the reader's language: 18000 KRW is ₩18,000, 1250 USD is $12.50."""
    kind = Currency(currency)
    digits = DIGITS.get(kind, 0)
    whole, rest = divmod(abs(amount), 10**digits)
    symbol = SYMBOLS[kind] if (get_language() or "").startswith("ko") else ENGLISH.get(kind, SYMBOLS[kind])
    text = f"{whole:,}.{rest:0{digits}}" if digits else f"{whole:,}"
    return f"{'-' if amount < 0 else ''}{symbol}{text}"
