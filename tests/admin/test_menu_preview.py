"""An item as a guest sees it, from the back office."""

import uuid
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from accounts.models import Role, Store
from menu.choices import SaleStatus
from menu.models import Category, MenuItem
from tests.admin.conftest import person
from tests.admin.office import Office, page_of
from tests.admin.rows import Rows
from tests.personas import tablet_at


def address_of(item: Any, data: bool = False) -> str:
    return f"/admin/menu/menuitem/{item.pk}/preview/{'menu' if data else ''}"


@pytest.fixture
def item(here: Rows) -> Any:
    return here[MenuItem]


def test_it_is_what_the_tablet_gets(manager: Office, item: Any, store: Store) -> None:
    shown = manager.get(address_of(item, data=True)).json()
    menu = tablet_at(store).get("/menu").json()
    assert shown["menu"]["categories"] == menu["categories"]
    assert shown["menu"]["store"] == menu["store"]
    assert shown["unseen"] is None


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"status": SaleStatus.HIDDEN}, "hidden"),
        ({"status": SaleStatus.SOLD_OUT}, None),
        ({"available_from": "00:00", "available_until": "00:01"}, "hours"),
    ],
)
def test_an_item_that_guests_do_not_see_is_shown_with_the_reason(
    manager: Office, item: Any, changes: dict[str, str], why: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    MenuItem.objects.filter(pk=item.pk).update(**changes)
    monkeypatch.setattr("menu.preview.is_served", lambda hours, *_now, **_zone: hours is None)
    shown = manager.get(address_of(item, data=True)).json()
    assert shown["unseen"] == why
    assert shown["menu"]["categories"][0]["items"][0]["id"] == str(item.pk)


def test_a_hidden_category_is_a_reason_too(manager: Office, item: Any) -> None:
    Category.objects.update(is_hidden=True)
    assert manager.get(address_of(item, data=True)).json()["unseen"] == "category_hidden"


def test_the_page_is_the_built_one_and_is_linked_from_the_item_s(
    manager: Office, item: Any, settings: Any, tmp_path: Path
) -> None:
    settings.CLIENT_ROOT = tmp_path
    assert manager.get(address_of(item)).status_code == 503
    (tmp_path / "preview.html").write_text("the page")
    page = manager.get(address_of(item))
    assert b"".join(page.streaming_content) == b"the page"
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert address_of(item) in manager.get(page_of(MenuItem, "change", item)).content.decode()


def test_outsiders_see_nothing(manager: Office, item: Any, elsewhere: Rows, store: Store) -> None:
    staff = Office(person(Role.STAFF, store))
    for data in (False, True):
        assert manager.get(address_of(elsewhere[MenuItem], data)).status_code == 404
        assert manager.get(f"/admin/menu/menuitem/{uuid.uuid4()}/preview/").status_code == 404
        assert manager.client.post(address_of(item, data)).status_code == 405
        for stranger in (staff.client, Client()):
            assert stranger.get(address_of(item, data)).headers["Location"].startswith("/admin/login/")
