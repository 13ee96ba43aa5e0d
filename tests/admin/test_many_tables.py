"""Tables are made, arranged and printed many at a time."""

import re
from typing import Any

import pytest

from accounts.models import AuditEntry, Store
from tables.models import Table
from tests.admin.office import Office
from tests.admin.rows import Rows
from tests.factories import TableFactory
from tests.personas import Caller

CREATE, FLOOR, CARDS = "/admin/tables/create/", "/admin/tables/floor/", "/admin/tables/cards/"
ASKED = {"first": "1", "last": "4", "zone": "홀", "seats": "6", "pin": "90210"}


def create(office: Office, **changes: Any) -> Any:
    return office.client.post(CREATE, ASKED | changes)


def errors_of(page: Any) -> dict[str, Any]:
    assert page.status_code == 200
    found: dict[str, Any] = page.context_data["form"].errors
    return found


def sign_in(table: Table, pin: str) -> int:
    body = {"store_code": table.store.code, "table_number": table.number, "pin": pin}
    status: int = Caller().post("/auth/table/login", body).status_code
    return status


def test_numbers_become_tables_and_those_there_already_are_said(manager: Office, store: Store, here: Rows) -> None:
    TableFactory(store=store, number=2, zone="룸")
    assert create(manager).status_code == 302
    said = manager.get("/admin/tables/table/").content.decode()
    assert "3 tables are made." in said
    assert "stay as they are: 2" in said
    made = Table.objects.filter(store=store, number__in=(1, 3, 4))
    assert set(made.values_list("zone", "seats")) == {("홀", 6)}
    assert Table.objects.get(store=store, number=2).zone == "룸"
    assert sign_in(made[0], "90210") == 200
    lines = AuditEntry.objects.filter(store=store, deed="added", target_type="tables.table")
    assert (lines.count(), lines[0].actor_id) == (3, manager.user.pk)
    assert "90210" not in str(list(lines.values()))


def test_each_may_have_a_pin_of_its_own_shown_this_once(manager: Office, store: Store, here: Rows) -> None:
    shown = create(manager, own_pins="on", pin="", last="2").content.decode()
    pins = re.findall(r"<strong>(\d{6})</strong>", shown)
    tables = Table.objects.filter(store=store, number__in=(1, 2)).order_by("number")
    assert [sign_in(table, pin) for table, pin in zip(tables, pins, strict=True)] == [200, 200]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"first": "0"}, "first"),
        ({"last": "10000"}, "last"),
        ({"first": "5"}, "last"),
        ({"last": "201"}, "last"),
        ({"last": "41", "own_pins": "on"}, "last"),
        ({"pin": ""}, "pin"),
        ({"pin": "12a4"}, "pin"),
        ({"seats": "0"}, "seats"),
        ({"zone": "가" * 51}, "zone"),
    ],
)
def test_what_cannot_be_is_said_by_the_field(
    manager: Office, store: Store, here: Rows, changes: dict[str, str], field: str
) -> None:
    before = Table.objects.count()
    refused = create(manager, **changes)
    assert list(errors_of(refused)) == [field]
    assert "90210" not in refused.content.decode()
    assert Table.objects.count() == before


def test_two_hundred_at_once(manager: Office, store: Store, here: Rows) -> None:
    assert create(manager, first="101", last="300").status_code == 302
    assert Table.objects.filter(store=store).count() == 201


def test_whoever_manages_two_stores_says_for_which_and_nobody_makes_any_elsewhere(
    both: Office, manager: Office, store: Store, other_store: Store
) -> None:
    assert list(errors_of(create(both))) == ["store_id"]
    assert create(both, store_id=str(other_store.pk)).status_code == 302
    create(manager, store_id=str(other_store.pk), first="50", last="50")
    assert Table.objects.filter(store=other_store).count() == 5
    assert Table.objects.filter(store=store, number=50).exists()


def arrange(office: Office, table: Table, **fields: str) -> Any:
    sent = {"zone": "홀", "seats": "2", "x": "10", "y": "90"} | fields
    return office.client.post(FLOOR, {f"{table.pk}-{name}": value for name, value in sent.items()})


def test_a_table_is_put_where_it_stands_and_what_changed_is_recorded(manager: Office, here: Rows) -> None:
    table = here[Table]
    assert arrange(manager, table).status_code == 302
    table.refresh_from_db()
    assert (table.zone, table.seats, table.position_x, table.position_y) == ("홀", 2, 10, 90)
    entry = AuditEntry.objects.get(target_id=table.pk)
    assert entry.changes["seats"] == [4, 2]
    assert "1 table is changed." in manager.get(FLOOR).content.decode()


def test_a_table_that_was_not_sent_stays_where_it_is(manager: Office, store: Store, here: Rows) -> None:
    other = TableFactory(store=store, zone="룸", position_x=5, position_y=5)
    arrange(manager, here[Table])
    other.refresh_from_db()
    assert (other.zone, other.position_x) == ("룸", 5)


@pytest.mark.parametrize("fields", [{"x": "101"}, {"x": ""}, {"seats": ""}, {"zone": "가" * 51}])
def test_a_row_at_fault_is_said_and_nothing_is_changed(manager: Office, here: Rows, fields: dict[str, str]) -> None:
    refused = arrange(manager, here[Table], **fields)
    assert refused.status_code == 200
    assert "errorlist" in refused.content.decode()
    here[Table].refresh_from_db()
    assert here[Table].position_x is None


def test_another_store_s_table_stays_where_it_is(manager: Office, here: Rows, elsewhere: Rows) -> None:
    arrange(manager, elsewhere[Table])
    elsewhere[Table].refresh_from_db()
    assert elsewhere[Table].position_x is None
    assert "ELSEWHERE" not in manager.get(FLOOR).content.decode()


def test_a_plan_is_of_one_store(both: Office, here: Rows, elsewhere: Rows) -> None:
    assert "Which one?" in both.get(FLOOR).content.decode()
    arrange(both, here[Table])
    here[Table].refresh_from_db()
    assert here[Table].position_x is None


def test_cards_lead_to_each_table_s_sign_in_without_a_secret(
    manager: Office, store: Store, here: Rows, elsewhere: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    TableFactory(store=store, number=8, zone="룸")
    TableFactory(store=store, number=9, is_active=False)
    drawn: list[str] = []
    monkeypatch.setattr("tables.admin.cards.qr_code", lambda text: drawn.append(text) or "")
    page = manager.get(CARDS).content.decode()
    assert drawn == ["http://testserver/#table=here/7", "http://testserver/#table=here/8"]
    assert "ELSEWHERE" not in page
    drawn.clear()
    manager.get(CARDS, zone="룸")
    assert drawn == ["http://testserver/#table=here/8"]
    drawn.clear()
    manager.get(CARDS, zone="ELSEWHERE")
    assert drawn == []


def test_eight_cards_are_on_a_sheet(manager: Office, store: Store, here: Rows) -> None:
    for number in range(20, 28):
        TableFactory(store=store, number=number)
    body = manager.get(CARDS).content.decode()
    assert (body.count('class="sheet"'), body.count('class="table-card"'), body.count("<svg")) == (2, 9, 9)
    assert "style=" not in body
