"""Charts of sales read well from the first order of a day on, in the reader's own numbers."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from accounts.models import Store
from orders.models import Order
from orders.sales.summaries import today_of
from orders.sales.writing import short
from tests.admin.office import Office
from tests.admin.rows import Rows


@pytest.mark.parametrize("hour", [0, 12, 23])
def test_one_order_is_drawn_beside_the_hours_of_a_shift(manager: Office, here: Rows, store: Store, hour: int) -> None:
    day = today_of(store)
    opened = datetime.combine(day, store.business_day_start, ZoneInfo(store.time_zone))
    Order.objects.filter(store=store).update(business_date=day, created_at=opened + timedelta(hours=hour, minutes=5))
    [shown] = manager.get("/admin/").context_data["days"]
    assert len(shown.chart.bars) == 8
    assert len([bar for bar in shown.chart.bars if bar.height]) == 1


@pytest.mark.parametrize(
    ("amount", "english", "korean"),
    [
        (0, "0", "0"),
        (9_500, "9.5K", "9500"),
        (20_000, "20K", "2만"),
        (15_000_000, "15M", "1500만"),
        (250_000_000, "250M", "2.5억"),
    ],
)
def test_amounts_at_the_edge_are_short(amount: int, english: str, korean: str) -> None:
    with override("en"):
        assert short(amount, "KRW") == english
    with override("ko"):
        assert short(amount, "KRW") == korean
