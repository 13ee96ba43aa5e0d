"""A store's hours as they are stored: what is refused in words, and what they come to."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from accounts.models import OpeningWindow, SpecialDay, Store, Weekday
from accounts.opening import SpecialHours, Window
from tests.factories import OpeningWindowFactory, SpecialDayFactory

pytestmark = pytest.mark.django_db


def faults(row: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    return {field: list(map(str, messages)) for field, messages in refused.value.message_dict.items()}


@pytest.mark.parametrize(
    ("hours", "field"),
    [
        ({"opens": time(11), "closes": time(11)}, "closes"),
        ({"opens": time(11), "closes": time(15), "last_order_minutes": 240}, "last_order_minutes"),
        ({"opens": time(22), "closes": time(2), "last_order_minutes": 240}, "last_order_minutes"),
        ({"weekday": 7}, "weekday"),
    ],
)
def test_a_window_says_which_field_is_wrong(store: Store, hours: dict[str, Any], field: str) -> None:
    given: dict[str, Any] = {"store": store, "weekday": Weekday.MONDAY, "opens": time(11), "closes": time(22)} | hours
    assert list(faults(OpeningWindow(**given))) == [field]


@pytest.mark.parametrize(
    ("day", "field"),
    [
        ({"last_date": date(2026, 2, 15)}, "last_date"),
        ({"last_date": date(2027, 2, 20)}, "last_date"),
        ({"opens": time(11)}, "closes"),
        ({"closes": time(11)}, "opens"),
        ({"opens": time(11), "closes": time(11)}, "closes"),
        ({"opens": time(11), "closes": time(12), "last_order_minutes": 60}, "last_order_minutes"),
    ],
)
def test_a_special_day_says_which_field_is_wrong(store: Store, day: dict[str, Any], field: str) -> None:
    given = {"store": store, "first_date": date(2026, 2, 16), "last_date": date(2026, 2, 16)} | day
    assert list(faults(SpecialDay(**given))) == [field]


def test_how_hours_are_written(store: Store) -> None:
    with translation.override("en"):
        assert str(OpeningWindow(store=store, weekday=4, opens=time(18), closes=time(0))) == "Friday 18:00 – 24:00"
    assert str(SpecialDay(store=store, name="설날", first_date=date(2026, 2, 16))) == "2026-02-16 설날"


def test_the_rows_of_a_store_are_its_hours(store: Store, other_store: Store) -> None:
    OpeningWindowFactory(store=store, opens=time(17), closes=time(22))
    OpeningWindowFactory(store=store, opens=time(11), closes=time(15), last_order_minutes=0)
    OpeningWindowFactory(store=other_store, weekday=Weekday.SUNDAY)
    SpecialDayFactory(store=store, first_date=date(2020, 2, 16))  # over
    SpecialDayFactory(store=store, first_date=date(2226, 2, 16), opens=time(11), closes=time(12))
    Store.objects.filter(pk=store.pk).update(closing_grace_minutes=7)
    hours = Store.objects.get(pk=store.pk).clock.hours
    assert (hours.time_zone, hours.day_start, hours.grace_minutes) == ("Asia/Seoul", time(5), 7)
    assert hours.weekly == {0: (Window(time(11), time(15)), Window(time(17), time(22), 30))}
    assert hours.special == (SpecialHours(date(2226, 2, 16), date(2226, 2, 16), Window(time(11), time(12))),)


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-02-09T{clock}+09:00")


def test_a_pause_with_an_end_is_over_by_the_clock(store: Store) -> None:
    store.paused_until = at("12:00")
    assert [store.is_paused_at(at(clock)) for clock in ("11:59:59.999999", "12:00")] == [True, False]
    assert [store.resumes_at(at(clock)) for clock in ("11:59", "12:00")] == [at("12:00"), None]
    assert [store.next_change_after(at(clock)) for clock in ("11:59", "12:00")] == [at("12:00"), None]


def test_a_pause_without_an_end_stays(store: Store) -> None:
    store.accepting_orders = False
    store.paused_until = at("12:00")
    assert store.is_paused_at(at("13:00"))
    assert (store.resumes_at(at("11:00")), store.next_change_after(at("11:00"))) == (None, None)


def test_the_store_next_changes_with_its_hours_or_its_pause(store: Store) -> None:
    OpeningWindowFactory(store=store)
    store.paused_until = at("12:00")
    assert [store.next_change_after(at(clock)) for clock in ("10:00", "11:00", "12:00")] == [
        at("11:00"),
        at("12:00"),
        at("21:35"),  # the last order, and the minutes of grace
    ]
