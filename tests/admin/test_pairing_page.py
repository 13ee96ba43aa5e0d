"""A manager connects a tablet with a table: a code on one screen, the tablet in the other hand."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest

from accounts.models import Store
from tables.models import Table, Tablet
from tests.admin.office import Office, page_of
from tests.admin.rows import Rows
from tests.factories import TableFactory
from tests.personas import Caller

PAGE = "/admin/tables/table/{}/pairing/"


@pytest.fixture
def table(here: Rows) -> Any:
    return here[Table]


def make_code(office: Office, table: Table) -> tuple[str, dict[str, str]]:
    """The code that the page shows, and the question that the page asks from then on."""
    page = office.client.post(PAGE.format(table.pk)).content.decode()
    found = re.search(r'class="pairing__code">(\d{3}) (\d{3})<', page)
    until = re.search(r'data-until="([^"]+)"', page)
    assert found
    assert until
    return "".join(found.groups()), {"until": unescape(until[1])}


def state_of(office: Office, table: Table, asked: dict[str, str]) -> str:
    state: str = office.get(PAGE.format(table.pk) + "status/", **asked).json()["state"]
    return state


def test_reading_the_page_makes_no_code(manager: Office, table: Any) -> None:
    assert "pairing__code" not in manager.get(PAGE.format(table.pk)).content.decode()
    assert not Table.objects.exclude(pairing_code_hash=None).exists()


def test_the_code_pairs_a_tablet_and_the_page_says_so(manager: Office, table: Any) -> None:
    code, asked = make_code(manager, table)
    assert state_of(manager, table, asked) == "waiting"
    assert Caller().post("/auth/table/pair", {"code": code}).json()["table"]["id"] == str(table.pk)
    assert state_of(manager, table, asked) == "paired"


def test_a_code_that_another_took_the_place_of_is_over(manager: Office, table: Any) -> None:
    _code, first = make_code(manager, table)
    _code, second = make_code(manager, table)
    assert [state_of(manager, table, asked) for asked in (first, second)] == ["over", "waiting"]


def test_the_picture_leads_to_the_code_where_no_server_sees_it(
    manager: Office, table: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("tables.admin.pairing.qr_code", lambda text: drawn.append(text) or "")
    code, _asked = make_code(manager, table)
    assert drawn == [f"http://testserver/#pair={code}"]


def test_the_page_has_a_picture_without_a_style_and_nobody_keeps_it(manager: Office, table: Any) -> None:
    page = manager.client.post(PAGE.format(table.pk))
    body = page.content.decode()
    assert '<svg viewBox="' in body
    assert "style=" not in body
    assert "no-store" in page.headers["Cache-Control"]


def test_who_made_the_code_and_what_came_of_it_is_in_the_trail_and_the_code_is_not(manager: Office, table: Any) -> None:
    code, _asked = make_code(manager, table)
    Caller().post("/auth/table/pair", {"code": code})
    history = manager.get(page_of(Table, "history", table)).content.decode()
    assert "manager-here made a pairing code for HERE table" in history
    assert code not in history + manager.get("/admin/accounts/auditentry/").content.decode()
    tablet = Tablet.objects.get(paired_by=manager.user)
    assert "A tablet was paired with HERE table" in manager.get(page_of(Tablet, "history", tablet)).content.decode()


def test_a_table_out_of_use_gets_none(manager: Office, store: Store) -> None:
    closed = TableFactory(store=store, is_active=False)
    assert "not in use" in manager.client.post(PAGE.format(closed.pk)).content.decode()
    assert not Table.objects.exclude(pairing_code_hash=None).exists()


def test_another_store_s_table_is_not_there(manager: Office, elsewhere: Rows, table: Any) -> None:
    strange = elsewhere[Table]
    _code, asked = make_code(manager, table)
    address = PAGE.format(strange.pk)
    answers = [manager.get(address), manager.client.post(address), manager.get(address + "status/", **asked)]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert not Table.objects.filter(pk=strange.pk).exclude(pairing_code_hash=None).exists()


@pytest.mark.parametrize("until", ["", "soon", "2026-02-09T10:00:00", "2026-13-40T10:00:00+00:00"])
def test_a_question_about_no_moment_finds_nothing(manager: Office, table: Any, until: str) -> None:
    address = PAGE.format(table.pk) + "status/?" + urlencode({"until": until})
    assert manager.client.get(address).status_code == 404
