"""A manager keeps the tables and their tablets."""

from typing import Any

import pytest

from accounts.access import forget_standings
from accounts.models import Store
from tables.models import ServiceCall, Table, TableSession, Tablet
from tests.admin.office import Office, errors_of, page_of
from tests.admin.rows import Rows
from tests.factories import PIN, TableFactory
from tests.personas import Caller, tablet_at


def sign_in(table: Table, pin: str) -> int:
    """The status of a tablet's sign-in at the table."""
    body = {"store_code": table.store.code, "table_number": table.number, "pin": pin}
    status: int = Caller().post("/auth/table/login", body).status_code
    return status


@pytest.fixture
def table(here: Rows) -> Any:
    return here[Table]


def test_a_table_is_added_with_a_pin_that_a_tablet_signs_in_with(manager: Office, store: Store) -> None:
    answer = manager.add(Table, number="12", name="창가", zone="홀", seats="2", new_pin="90210")
    assert answer.status_code == 302
    table = Table.objects.get(number=12)
    assert (table.store, table.name, table.zone, table.seats, table.is_active) == (store, "창가", "홀", 2, True)
    assert "90210" not in table.pin
    assert (sign_in(table, "90210"), sign_in(table, "90211")) == (200, 401)


def test_a_table_is_not_added_without_a_pin(manager: Office, store: Store) -> None:
    assert list(errors_of(manager.add(Table, number="12", new_pin=""))) == ["new_pin"]


@pytest.mark.parametrize("pin", ["123", "1234567890123", "12a4", "١٢٣٤", "1234\n5"])
def test_a_pin_has_four_to_twelve_digits(manager: Office, table: Any, pin: str) -> None:
    assert list(errors_of(manager.change(table, new_pin=pin))) == ["new_pin"]


def test_a_table_stands_on_the_floor_plan_or_nowhere(manager: Office, table: Any) -> None:
    assert manager.change(table, position_x="0", position_y="100").status_code == 302
    table.refresh_from_db()
    assert (table.position_x, table.position_y) == (0, 100)
    assert list(errors_of(manager.change(table, position_x="101"))) == ["position_x"]
    assert errors_of(manager.change(table, position_x="")) == {"__all__": ["A place has both numbers, or neither."]}
    assert manager.change(table, position_x="", position_y="").status_code == 302


def test_a_pin_is_kept_when_left_empty_and_changed_when_given(manager: Office, table: Any) -> None:
    assert manager.change(table, zone="테라스").status_code == 302
    assert sign_in(table, PIN) == 200
    assert manager.change(table, new_pin="90210").status_code == 302
    assert (sign_in(table, PIN), sign_in(table, "90210")) == (401, 200)


def test_a_pin_is_on_no_page(manager: Office, table: Any) -> None:
    refused = manager.change(table, number="0", new_pin="90210").content.decode()
    manager.change(table, new_pin="90210")
    table.refresh_from_db()
    for page in ("change", "history", "delete"):
        refused += manager.get(page_of(Table, page, table)).content.decode()
    assert "90210" not in refused
    assert table.pin not in refused
    assert "manager-here set a new PIN for HERE table" in refused


def test_two_tables_of_a_store_do_not_share_a_number(manager: Office, store: Store, elsewhere: Rows) -> None:
    other = TableFactory(store=store, number=9)
    taken = {"__all__": ["Table 7 is there already. Choose another number."]}
    assert errors_of(manager.change(other, number="7")) == taken
    assert errors_of(manager.add(Table, number="7", new_pin=PIN)) == taken


def test_a_table_that_was_used_is_not_deleted_and_the_page_says_why(manager: Office, table: Any) -> None:
    for refused in (manager.delete(table), manager.act("delete_selected", table, post="yes")):
        assert "1 session" in refused.content.decode()
    assert Table.objects.filter(pk=table.pk).exists()


def test_a_table_that_was_never_used_is_deleted_with_its_tablets_and_calls(manager: Office, store: Store) -> None:
    tablet = tablet_at(store)
    assert tablet.get("/orders").status_code == 200
    assert tablet.post("/service-calls", {"kind": "water"}).status_code == 201
    assert manager.delete(tablet.table).status_code == 302
    assert not Table.objects.filter(pk=tablet.table.pk).exists()
    assert not ServiceCall.objects.filter(table=tablet.table.pk).exists()
    forget_standings()  # as happens by itself within a second
    assert tablet.get("/orders").status_code == 401


def test_a_table_out_of_use_lets_no_tablet_in(manager: Office, table: Any) -> None:
    assert sign_in(table, PIN) == 200
    manager.change(table, is_active=[])
    table.refresh_from_db()
    assert not table.is_active
    assert sign_in(table, PIN) == 401


def test_a_revoked_tablet_s_token_stops_working(
    manager: Office, store: Store, django_capture_on_commit_callbacks: Any
) -> None:
    tablet, other = tablet_at(store), tablet_at(store)
    assert tablet.get("/orders").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        assert manager.act("revoke", tablet.tablet, sure="yes").status_code == 302
    assert tablet.get("/orders").status_code == 401
    assert other.get("/orders").status_code == 200
    assert "revoked" in manager.get(page_of(Tablet, "history", tablet.tablet)).content.decode()


def test_tablets_sessions_and_calls_are_only_looked_at(superuser: Office, here: Rows) -> None:
    for model in (Tablet, TableSession, ServiceCall):
        row = here[model]
        before = model._default_manager.filter(pk=row.pk).values().get()
        assert superuser.get(page_of(model, "add")).status_code == 403
        assert superuser.client.post(page_of(model, "add"), {}).status_code == 403
        assert superuser.client.post(page_of(model, "change", row), {"revoked_at": ""}).status_code == 403
        assert superuser.delete(row).status_code == 403
        superuser.act("delete_selected", row, post="yes")
        assert model._default_manager.filter(pk=row.pk).values().get() == before


def test_a_tablet_s_secret_is_on_no_page(superuser: Office, here: Rows) -> None:
    secret = Tablet.objects.values_list("secret_hash", flat=True).get()
    shown = superuser.list(Tablet).content + superuser.get(page_of(Tablet, "change", here[Tablet])).content
    assert secret not in shown.decode()
