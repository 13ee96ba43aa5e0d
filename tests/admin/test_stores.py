"""A manager sets their store up."""

from typing import Any

import pytest

from accounts.models import Store
from tables.models import TableSession
from tests.admin.office import Office, errors_of, fields_of, page_of
from tests.admin.rows import Rows


def test_a_manager_changes_what_guests_see_and_when_the_day_begins(manager: Office, store: Store) -> None:
    changes = {
        "name": "한강식당 2호점",
        "languages": ["ko", "en"],
        "default_language": "en",
        "time_zone": "Asia/Tokyo",
        "business_day_start": "04:00",
        "warning_minutes": "7",
        "late_minutes": "15",
    }
    assert manager.change(store, **changes).status_code == 302
    store.refresh_from_db()
    assert (store.name, store.languages, store.default_language) == ("한강식당 2호점", ["ko", "en"], "en")
    assert store.time_zone == "Asia/Tokyo"
    assert (store.warning_minutes, store.late_minutes) == (7, 15)
    assert f"{store.business_day_start:%H:%M}" == "04:00"


def test_code_and_currency_are_the_operator_s(manager: Office, superuser: Office, store: Store) -> None:
    forged = {"code": "mine", "currency": "USD"}
    assert manager.change(store, **forged).status_code == 302
    store.refresh_from_db()
    assert (store.code, store.currency) == ("here", "KRW")
    assert superuser.change(store, **forged).status_code == 302
    store.refresh_from_db()
    assert (store.code, store.currency) == ("mine", "USD")


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"languages": []}, "languages"),
        ({"languages": ["ko", "fr"]}, "languages"),
        ({"languages": ["en"]}, "default_language"),
        ({"time_zone": "Seoul"}, "time_zone"),
        ({"name": ""}, "name"),
        ({"warning_minutes": "10"}, "late_minutes"),
        ({"late_minutes": ""}, "late_minutes"),
    ],
)
def test_what_cannot_be_is_refused(manager: Office, store: Store, sent: dict[str, Any], field: str) -> None:
    assert list(errors_of(manager.change(store, **sent))) == [field]


def test_a_pause_that_staff_made_while_the_page_was_open_stays(manager: Office, store: Store) -> None:
    sent = fields_of(manager.get(page_of(Store, "change", store)))
    Store.objects.update(accepting_orders=False)
    manager.client.post(page_of(Store, "change", store), sent | {"name": "New name"})
    store.refresh_from_db()
    assert (store.name, store.accepting_orders) == ("New name", False)


def test_only_a_superuser_opens_a_store_and_nobody_deletes_one(
    manager: Office, owner: Office, superuser: Office, store: Store
) -> None:
    for office in (manager, owner):
        assert office.get(page_of(Store, "add")).status_code == 403
        assert office.client.post(page_of(Store, "add"), {}).status_code == 403
    for office in (manager, owner, superuser):
        assert office.delete(store).status_code == 403
        office.act("delete_selected", store, post="yes")
    opened = superuser.add(Store, code="new", name="New", languages=["ko", "en"])
    assert opened.status_code == 302
    assert set(Store.objects.values_list("code", flat=True)) == {"here", "new"}


def test_times_are_the_store_s(manager: Office, superuser: Office, here: Rows, store: Store) -> None:
    Store.objects.filter(pk=store.pk).update(time_zone="Asia/Seoul")
    session = here[TableSession]
    TableSession.objects.update(opened_at="2026-02-09T10:00:00Z")
    assert "2026-02-09 19:00" in manager.get(page_of(TableSession, "change", session)).content.decode()
    Store.objects.create(code="paris", name="Paris", time_zone="Europe/Paris")
    assert "2026-02-09 19:00" in superuser.get(page_of(TableSession, "change", session)).content.decode()


def test_a_manager_of_one_store_stays_on_its_page(manager: Office, both: Office, store: Store) -> None:
    page = page_of(Store, "change", store)
    assert manager.change(store, name="New name")["Location"] == page
    assert "_continue" not in manager.get(page).content.decode()
    assert both.change(store, name="Newer name")["Location"] == page_of(Store, "changelist")
    assert "_continue" in both.get(page).content.decode()
