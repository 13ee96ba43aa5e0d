"""A manager keeps the opening hours, plans special days, and pauses ordering."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.urls import reverse

from accounts.business_day import utc_now
from accounts.models import AuditEntry, Deed, OpeningWindow, SpecialDay, Store, Weekday
from tests.admin.office import Office, errors_of, page_of
from tests.factories import OpeningWindowFactory, SpecialDayFactory

TOMORROW = utc_now().date() + timedelta(days=2)


def week(*rows: dict[str, Any]) -> dict[str, str]:
    """What the page sends for new rows of the week."""
    return _rows("opening_windows", [{"weekday": "0", "opens": "11:00", "closes": "22:00"} | row for row in rows])


def special(*rows: dict[str, Any]) -> dict[str, str]:
    """And for new special days."""
    return _rows("special_days", [{"first_date": TOMORROW.isoformat()} | row for row in rows])


def _rows(prefix: str, rows: list[dict[str, Any]]) -> dict[str, str]:
    sent = {f"{prefix}-TOTAL_FORMS": str(len(rows))}
    for number, row in enumerate(rows):
        filled = {"last_order_minutes": "30", "name": "", "last_date": "", "opens": "", "closes": ""} | row
        sent |= {f"{prefix}-{number}-{name}": str(value) for name, value in filled.items()}
    return sent


def stored_week(store: Store) -> list[tuple[int, time, time, int]]:
    rows = OpeningWindow.objects.filter(store=store)
    return list(rows.values_list("weekday", "opens", "closes", "last_order_minutes"))


def test_a_manager_sets_lunch_and_dinner(manager: Office, store: Store) -> None:
    rows = week({"closes": "15:00"}, {"opens": "17:00", "closes": "00:00"}, {"weekday": 6, "last_order_minutes": 0})
    assert manager.change(store, **rows).status_code == 302
    assert stored_week(store) == [
        (0, time(11), time(15), 30),
        (0, time(17), time(0), 30),
        (6, time(11), time(22), 0),
    ]
    added = AuditEntry.objects.filter(store=store, deed=Deed.ADDED, part_of_id=store.pk)
    assert added.count() == 3


def test_hours_are_changed_and_taken_away(manager: Office, store: Store) -> None:
    OpeningWindowFactory(store=store)
    OpeningWindowFactory(store=store, weekday=Weekday.SUNDAY)
    changes = {"opening_windows-0-closes": "21:00", "opening_windows-1-DELETE": "on"}
    assert manager.change(store, **changes).status_code == 302
    assert stored_week(store) == [(0, time(11), time(21), 30)]
    deeds = set(AuditEntry.objects.filter(part_of_id=store.pk).values_list("deed", flat=True))
    assert deeds == {Deed.CHANGED, Deed.DELETED}


def test_the_last_order_is_at_closing_time_where_nothing_is_said(manager: Office, store: Store) -> None:
    rows = week({"last_order_minutes": ""}) | special({"opens": "11:00", "closes": "15:00", "last_order_minutes": ""})
    assert manager.change(store, **rows).status_code == 302
    assert OpeningWindow.objects.get().last_order_minutes == 0
    assert SpecialDay.objects.get().last_order_minutes == 0


@pytest.mark.parametrize(
    ("rows", "field"),
    [
        (week({"closes": "11:00"}), "opening_windows-0-closes"),
        (week({"closes": ""}), "opening_windows-0-closes"),
        (week({"weekday": 7}), "opening_windows-0-weekday"),
        (week({"last_order_minutes": 660}), "opening_windows-0-last_order_minutes"),
        (week({}, {"opens": "21:59", "closes": "23:00"}), "opening_windows-1-opens"),
        # The night after 02:00 to 04:00, within what the evening goes on for.
        (week({"opens": "20:00", "closes": "03:00"}, {"opens": "02:00", "closes": "04:00"}), "opening_windows-1-opens"),
        (week({"opens": "00:00", "closes": "00:00"}, {}), "opening_windows-1-opens"),
        (special({"opens": "11:00"}), "special_days-0-closes"),
        (special({"last_date": "2020-01-01"}), "special_days-0-last_date"),
        (special({"first_date": ""}), "special_days-0-first_date"),
        (
            special({"opens": "11:00", "closes": "15:00"}, {"opens": "14:00", "closes": "18:00"}),
            "special_days-1-opens",
        ),
    ],
)
def test_what_cannot_be_is_refused_by_field(manager: Office, store: Store, rows: dict[str, str], field: str) -> None:
    assert field in errors_of(manager.change(store, **rows))
    assert not OpeningWindow.objects.exists()
    assert not SpecialDay.objects.exists()


def test_hours_of_two_days_do_not_overlap(manager: Office, store: Store) -> None:
    rows = week({"opens": "20:00", "closes": "04:00"}, {"weekday": 1, "opens": "20:00", "closes": "04:00"})
    assert manager.change(store, **rows).status_code == 302


def test_special_days(manager: Office, store: Store) -> None:
    last = TOMORROW + timedelta(days=3)
    rows = special(
        {"name": "설날", "last_date": last.isoformat()},
        {"name": "단축 영업", "opens": "11:00", "closes": "15:00"},
        {"opens": "17:00", "closes": "20:00"},
    )
    assert manager.change(store, **rows).status_code == 302
    stored = SpecialDay.objects.filter(store=store).order_by("opens")
    assert {(day.name, day.first_date, day.last_date, day.opens) for day in stored} == {
        ("설날", TOMORROW, last, None),
        ("단축 영업", TOMORROW, TOMORROW, time(11)),
        ("", TOMORROW, TOMORROW, time(17)),
    }


def test_days_that_are_over_are_not_shown_and_stay(manager: Office, store: Store) -> None:
    SpecialDayFactory(store=store, first_date=date(2020, 1, 1), name="Long ago")
    assert "Long ago" not in manager.get(page_of(Store, "change", store)).content.decode()
    assert manager.change(store, **special({"name": "New"})).status_code == 302
    assert set(SpecialDay.objects.values_list("name", flat=True)) == {"Long ago", "New"}


def test_rows_of_another_store_are_out_of_reach(manager: Office, store: Store, other_store: Store) -> None:
    theirs = OpeningWindowFactory(store=other_store)
    forged = week({"id": theirs.pk}) | {"opening_windows-INITIAL_FORMS": "1"}
    assert manager.change(store, **forged).status_code == 200
    theirs.refresh_from_db()
    assert theirs.store_id == other_store.pk


def messages_of(page: Any) -> list[str]:
    return [str(message) for message in page.context["messages"]]


def test_a_manager_is_told_what_a_new_clock_moves(manager: Office, store: Store) -> None:
    manager.change(store, time_zone="Asia/Tokyo")
    told = messages_of(manager.get(page_of(Store, "change", store)))
    assert any("Business days now begin by the new clock" in text for text in told)


def test_a_manager_is_told_which_night_early_hours_are_of(manager: Office, store: Store) -> None:
    manager.change(store, **week({"weekday": 4, "opens": "04:00", "closes": "10:00"}))
    told = messages_of(manager.get(page_of(Store, "change", store)))
    assert any("Friday 04:00 – 10:00: this is before the business day starts (05:00)" in text for text in told)


def pause(office: Office, store: Store, **sent: str) -> Any:
    return office.client.post(reverse("admin:accounts_store_pausing", args=(store.pk,)), sent)


@pytest.mark.parametrize("minutes", [10, 20, 30, 60])
def test_one_touch_pauses_for_a_while(manager: Office, store: Store, minutes: int) -> None:
    assert pause(manager, store, pause=str(minutes)).status_code == 302
    store.refresh_from_db()
    assert store.paused_until
    assert timedelta(minutes=minutes - 1) < store.paused_until - utc_now() <= timedelta(minutes=minutes)
    assert "paused until" in manager.get(page_of(Store, "change", store)).content.decode()
    assert pause(manager, store, pause="resume").status_code == 302
    store.refresh_from_db()
    assert (store.accepting_orders, store.paused_until) == (True, None)
    assert list(AuditEntry.objects.filter(target_id=store.pk, deed__startswith="ordering").values_list("deed")) == [
        (Deed.ORDERING_RESUMED,),
        (Deed.ORDERING_PAUSED,),
    ]


def test_a_pause_until_somebody_resumes(manager: Office, store: Store) -> None:
    pause(manager, store, pause="open")
    store.refresh_from_db()
    assert (store.accepting_orders, store.paused_until) == (False, None)


def test_another_s_store_is_not_paused(manager: Office, other_store: Store) -> None:
    assert pause(manager, other_store, pause="open").status_code == 404
    assert manager.get(reverse("admin:accounts_store_pausing", args=(other_store.pk,))).status_code == 405
    other_store.refresh_from_db()
    assert other_store.accepting_orders


def test_the_page_says_how_the_store_stands(manager: Office, store: Store) -> None:
    page = page_of(Store, "change", store)
    assert "Always open: there are no opening hours yet." in manager.get(page).content.decode()
    SpecialDayFactory(store=store, first_date=date(2020, 1, 1), last_date=date(2226, 1, 1))
    assert "Closed." in manager.get(page).content.decode()
    SpecialDay.objects.all().delete()
    for day in Weekday:
        OpeningWindowFactory(store=store, weekday=day, opens=time(0), closes=time(0), last_order_minutes=0)
    assert "Open." in manager.get(page).content.decode()


def test_a_manager_of_one_store_is_led_to_it(manager: Office, both: Office, store: Store) -> None:
    for office, leads_to in ((manager, page_of(Store, "change", store)), (both, page_of(Store, "changelist"))):
        groups = office.get("/admin/password_change/").context["navigation"]
        assert leads_to in {link.url for group in groups for link in group.links}
