"""Guests order within the store's hours; staff always."""

import json
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from accounts.business_day import utc_now
from accounts.models import OpeningWindow, SpecialDay, Store, Weekday
from menu.models import MenuItem, MenuVersion
from orders import announcing, placing
from orders.announcing import announce_everywhere
from orders.models import Order, StoreEvent
from tests.factories import OpeningWindowFactory, SpecialDayFactory
from tests.personas import StaffCaller, TabletCaller, codes, line_of
from tests.wiring.contract import faults

# The version rises with the commit, so these commit.
pytestmark = pytest.mark.django_db(transaction=True)
MILLISECOND = timedelta(milliseconds=1)


def at(clock: str, day: str = "2026-02-09") -> datetime:
    """A Monday, in the store's own time."""
    return datetime.fromisoformat(f"{day}T{clock}+09:00")


@pytest.fixture
def lunch_and_dinner(store: Store) -> Store:
    OpeningWindowFactory(store=store, opens=time(11), closes=time(15), last_order_minutes=30)
    OpeningWindowFactory(store=store, opens=time(17), closes=time(22), last_order_minutes=0)
    return store


class Clock:
    """What time placing and the look believe it is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def set(self, moment: datetime) -> None:
        for module in (placing, announcing):
            self._monkeypatch.setattr(module, "utc_now", lambda: moment.astimezone(UTC))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        (at("10:59:59.999"), 409),
        (at("11:00"), 201),
        (at("14:30"), 201),  # the last order, and five minutes of grace
        (at("14:34:59.999"), 201),
        (at("14:35"), 409),
        (at("16:00"), 409),
        (at("17:00"), 201),
        (at("22:04:59"), 201),
        (at("22:05"), 409),
        (at("12:00", "2026-02-10"), 409),  # a Tuesday
    ],
)
def test_guests_order_within_the_hours(  # noqa: PLR0917 # a case
    lunch_and_dinner: Store, clock: Clock, tablet: TabletCaller, stew: MenuItem, moment: datetime, status: int
) -> None:
    clock.set(moment)
    answer = tablet.order((stew, 1))
    assert answer.status_code == status
    assert Order.objects.count() == (status == 201)


@pytest.mark.parametrize(
    ("moment", "language", "detail", "opens"),
    [
        (at("10:00"), "en", "The restaurant is closed now. It opens at 11:00.", "2026-02-09T02:00:00Z"),
        (at("10:00"), "ko", "지금은 주문 시간이 아니에요. 11:00에 열어요.", "2026-02-09T02:00:00Z"),
        (at("14:40"), "en", "The last orders have been taken. It opens at 17:00.", "2026-02-09T08:00:00Z"),
        (
            at("23:00", "2026-02-15"),
            "en",
            "The restaurant is closed now. It opens tomorrow at 11:00.",
            "2026-02-16T02:00:00Z",
        ),
        (at("23:00"), "en", "The restaurant is closed now. It opens on February 16 at 11:00.", "2026-02-16T02:00:00Z"),
        (at("23:00"), "ko", "지금은 주문 시간이 아니에요. 2월 16일 11:00에 열어요.", "2026-02-16T02:00:00Z"),
    ],
)
def test_a_refusal_says_when_the_store_opens(  # noqa: PLR0917 # a case
    lunch_and_dinner: Store,
    clock: Clock,
    tablet: TabletCaller,
    stew: MenuItem,
    moment: datetime,
    language: str,
    detail: str,
    opens: str,
) -> None:
    clock.set(moment)
    body = {"items": [line_of(stew)], "expected_total": stew.price}
    answer = tablet.post("/orders", body, Idempotency_Key="k", Accept_Language=language)
    assert (answer.status_code, codes(answer)) == (409, ["store_closed"])
    assert (answer.json()["errors"][0]["detail"], answer.json()["next_opens_at"]) == (detail, opens)
    assert faults(answer, "POST", "/orders") == []


def test_staff_order_at_any_hour(
    lunch_and_dinner: Store, clock: Clock, staff: StaffCaller, tablet: TabletCaller, stew: MenuItem
) -> None:
    clock.set(at("03:00"))
    body = {"table": str(tablet.table.pk), "items": [line_of(stew)]}
    assert staff.post("/staff/orders", body, Idempotency_Key="k").status_code == 201


def test_an_order_from_before_closing_is_given_again(
    lunch_and_dinner: Store, clock: Clock, tablet: TabletCaller, stew: MenuItem
) -> None:
    clock.set(at("14:00"))
    placed = tablet.order((stew, 1), key="k").json()
    clock.set(at("16:00"))
    assert tablet.order((stew, 1), key="k").json() == placed


def test_what_a_manager_changes_holds_for_the_next_order(
    lunch_and_dinner: Store, clock: Clock, tablet: TabletCaller, stew: MenuItem
) -> None:
    clock.set(at("12:00"))
    assert tablet.order((stew, 1)).status_code == 201
    holiday = SpecialDayFactory(store=lunch_and_dinner, first_date=date(2026, 2, 9), last_date=date(2226, 2, 9))
    assert codes(tablet.order((stew, 1))) == ["store_closed"]
    SpecialDay.objects.filter(pk=holiday.pk).update(first_date=date(2026, 2, 10))
    assert tablet.order((stew, 1)).status_code == 201
    OpeningWindow.objects.all().update(weekday=Weekday.SUNDAY)
    assert codes(tablet.order((stew, 1))) == ["store_closed"]
    OpeningWindow.objects.all().delete()
    SpecialDay.objects.all().delete()
    assert tablet.order((stew, 1)).status_code == 201


def test_hours_cost_an_order_no_query(
    lunch_and_dinner: Store, clock: Clock, tablet: TabletCaller, stew: MenuItem, django_assert_max_num_queries: Any
) -> None:
    clock.set(at("12:00"))
    tablet.get("/menu")
    with django_assert_max_num_queries(20) as asked:
        tablet.order((stew, 1))
    assert [query for query in asked.captured_queries if "accounts_" in query["sql"] and "day" in query["sql"]] == []


def told(store: Store) -> list[tuple[str, Any]]:
    events = StoreEvent.objects.filter(store=store, kind__in=["menu.updated", "store.updated"]).order_by("number")
    return [(event.kind, json.loads(event.data)) for event in events]


def test_screens_are_told_when_the_store_opens_and_closes(lunch_and_dinner: Store, clock: Clock) -> None:
    clock.set(at("10:00"))
    announce_everywhere()
    StoreEvent.objects.all().delete()
    for moment in (at("10:59:59"), at("11:00"), at("12:00"), at("14:35"), at("15:00")):
        clock.set(moment)
        announce_everywhere()
        announce_everywhere()
    stores = [data["store"]["opening"] for kind, data in told(lunch_and_dinner) if kind == "store.updated"]
    assert [opening["is_open"] for opening in stores] == [True, False, False]
    assert stores[0] == {
        "is_open": True,
        "closes_at": "2026-02-09T06:00:00Z",
        "last_order_at": "2026-02-09T05:30:00Z",
        "orders_until": "2026-02-09T05:35:00Z",
        "next_opens_at": "2026-02-09T08:00:00Z",
    }
    assert [opening["closes_at"] for opening in stores[1:]] == ["2026-02-09T06:00:00Z", None]
    assert MenuVersion.objects.get(store=lunch_and_dinner).next_change_at == at("17:00")


def test_a_changed_week_and_a_new_holiday_are_told(store: Store) -> None:
    announce_everywhere()
    StoreEvent.objects.all().delete()
    OpeningWindowFactory(store=store)
    announce_everywhere()
    SpecialDayFactory(store=store, first_date=utc_now().date(), last_date=date(2226, 1, 1))
    announce_everywhere()
    openings = [data["store"]["opening"] for kind, data in told(store) if kind == "store.updated"]
    assert len(openings) == 2
    assert openings[1]["next_opens_at"] is None


def test_the_tablets_menu_and_sign_in_know_the_hours(
    lunch_and_dinner: Store, tablet: TabletCaller, staff: StaffCaller
) -> None:
    for answer, path in ((tablet.get("/menu"), "/menu"), (staff.get("/auth/me"), "/auth/me")):
        assert faults(answer, "GET", path) == []
        assert answer.json()["store"]["opening"]["next_opens_at"]


def test_a_store_without_hours_says_none(tablet: TabletCaller) -> None:
    assert tablet.get("/menu").json()["store"]["opening"] is None
