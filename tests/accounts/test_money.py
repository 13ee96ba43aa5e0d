"""Amounts in the back office are written as on the screens."""

import pytest
from django.utils import translation

from accounts.money import written


@pytest.mark.parametrize(
    ("language", "amount", "currency", "text"),
    [
        ("ko", 18000, "KRW", "₩18,000"),
        ("en", 1234567, "KRW", "₩1,234,567"),
        ("ko", 0, "KRW", "₩0"),
        ("en", 1250, "USD", "$12.50"),
        ("ko", 1250, "USD", "US$12.50"),
        ("en", 5, "EUR", "€0.05"),
        ("en", 900, "JPY", "¥900"),
        ("ko", 900, "JPY", "JP¥900"),
        ("en", 123456, "CNY", "CN¥1,234.56"),
        ("en", -1250, "USD", "-$12.50"),
        ("ko", -500, "KRW", "-₩500"),
    ],
)
def test_an_amount_is_written_as_people_write_it(language: str, amount: int, currency: str, text: str) -> None:
    with translation.override(language):
        assert written(amount, currency) == text
