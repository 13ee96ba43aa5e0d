"""Outsiders at every address of the back office, with the ids of a store that is not theirs."""

import io
import uuid
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from accounts.models import Role, Store
from tests.admin.addresses import Address, every_address
from tests.admin.conftest import person
from tests.admin.office import Office
from tests.admin.rows import Rows

MARK = "ELSEWHERE"
ADDRESSES = every_address()
OURS = ("accounts", "menu", "tables", "orders")
LEAVING = "logout"
# What pages may be asked about in the query.
ASKED_FOR = ("store", "table", "category", "item")
# Open to everybody, and no page of a store: the way in and out, and the language.
OPEN = {"login", "logout", "language"}
ANSWERS = {200, 301, 302, 400, 403, 404, 405}


def text_of(answer: Any) -> str:
    """Everything in an answer, of a file that is packed what is in it."""
    body: bytes = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if body.startswith(b"PK"):
        packed = zipfile.ZipFile(io.BytesIO(body))
        body = b"".join(packed.read(name) for name in packed.namelist())
    return body.decode(errors="replace") + "".join(map(str, answer.headers.values()))


def kept(store: Store) -> dict[str, list[Any]]:
    """Every row that names the store, with every column."""
    models = [model for app in OURS for model in apps.get_app_config(app).get_models()]
    return {
        model._meta.label: list(model._default_manager.filter(store=store).order_by("pk").values())
        for model in models
        if any(field.name == "store" for field in model._meta.fields)
    }


def shows(answer: Any, address: str, elsewhere: Rows) -> bool:
    """Whether the answer has a text or an id of the other store, but for the id that it was asked for."""
    ids = {str(row.pk) for row in elsewhere.values() if isinstance(row.pk, uuid.UUID)}
    text = text_of(answer)
    return MARK in text or any(key in text for key in ids if key not in address)


def sent(elsewhere: Rows) -> dict[str, Any]:
    """What somebody might send to get something done or shown: the other store's ids under every likely name."""
    rows = [row for row in elsewhere.values() if isinstance(row.pk, uuid.UUID)]
    named = {row._meta.model_name: str(row.pk) for row in rows}
    chosen = {"_selected_action": list(named.values()), "ids": list(named.values()), "post": "yes"}
    return named | chosen | {"item": named["menuitem"], "session": named["tablesession"], "person": named["user"]}


def addresses(rows: Rows) -> Iterator[str]:
    """Every address but the way out, with whatever of `rows` could stand in it."""
    return (address for pattern in ADDRESSES if pattern.name != LEAVING for address in pattern.filled(rows))


def test_the_walk_knows_the_back_office() -> None:
    names = {address.name for address in ADDRESSES}
    assert {"index", "orders_order_change", "orders_order_cancel", "tables_tablesession_bill", "autocomplete"} <= names
    assert len(ADDRESSES) > 100


def test_another_store_s_manager_is_shown_nothing(manager: Office, here: Rows, elsewhere: Rows) -> None:
    faults = {}
    for address in addresses(elsewhere):
        answer = manager.get(address)
        if answer.status_code not in ANSWERS or shows(answer, address, elsewhere):
            faults[address] = answer.status_code
        if answer.status_code == 302 and MARK in manager.get("/admin/").content.decode():  # what the page was told
            faults[address] = 302
    assert faults == {}


def test_nor_is_anything_done_or_told_to_who_sends_its_ids(manager: Office, here: Rows, elsewhere: Rows) -> None:
    before = kept(elsewhere[Store])
    faults = {}
    for address in addresses(elsewhere):
        answers = [
            manager.client.post(address, sent(elsewhere) | {"reason": "guest", "status": "hidden", "price": "1"})
        ]
        answers += [manager.get(address, **{name: sent(elsewhere)[name]}) for name in ASKED_FOR]
        if any(answer.status_code not in ANSWERS or MARK in text_of(answer) for answer in answers):
            faults[address] = [answer.status_code for answer in answers]
    assert faults == {}
    assert kept(elsewhere[Store]) == before


@pytest.mark.parametrize("outsider", ["staff", "anonymous"])
def test_who_manages_nothing_is_sent_to_the_door(here: Rows, store: Store, outsider: str) -> None:
    client = Office(person(Role.STAFF, store)).client if outsider == "staff" else Client()
    before = kept(store)
    faults = {}
    for pattern in ADDRESSES:
        if pattern.name in OPEN:
            continue
        for address in pattern.filled(here):
            for answer in (client.get(address), client.post(address, {"post": "yes", "reason": "guest"})):
                door = answer.status_code == 302 and answer.headers["Location"].startswith("/admin/login/")
                if not door and (answer.status_code != 404 or "HERE" in text_of(answer)):
                    faults[address] = answer.status_code
    assert faults == {}
    assert kept(store) == before


def test_a_new_kind_of_address_must_be_told_how_to_be_filled(here: Rows) -> None:
    with pytest.raises(NotImplementedError, match="<slug:code>"):
        list(Address("sales/<slug:code>/", "sales_code").filled(here))
