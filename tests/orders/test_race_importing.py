"""A menu is imported while somebody else imports it, and while guests order."""

from typing import Any

import pytest
from django.utils.translation import override

from menu.models import MenuItem
from menu.transfer import applying
from menu.transfer.applying import import_menu, plan_import
from menu.transfer.resources import Options
from tests.orders.racing import Collision, without_row_locks
from tests.personas import TabletCaller

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


class Upload:
    """A file whose preview somebody has seen."""

    def __init__(self, item: MenuItem, *lines: str) -> None:
        self._what: Any = {"store": item.store, "content": "\r\n".join(lines).encode(), "options": Options()}
        # A preview is in its reader's language, which a new thread does not know.
        with override("ko"):
            self._digest = plan_import(**self._what).digest

    def confirm(self) -> bool:
        """Whether it was imported."""
        with override("ko"):
            return import_menu(**self._what, digest=self._digest, actor=None)[1]


@pytest.fixture
def new_dish(stew: MenuItem) -> Upload:
    return Upload(stew, "kind,category,name_ko,price", "item,찌개,순두부찌개,8000")


@pytest.fixture
def new_stock(stew: MenuItem) -> Upload:
    MenuItem.objects.update(remaining=10)
    return Upload(stew, "kind,code,remaining", f"item,{stew.code},20")


def test_two_who_confirm_the_same_file_add_its_rows_once(monkeypatch: pytest.MonkeyPatch, new_dish: Upload) -> None:
    writing = Collision(monkeypatch, applying, "_write")
    assert writing.of(new_dish.confirm, new_dish.confirm) == (True, False)
    assert MenuItem.objects.filter(name__ko="순두부찌개").count() == 1


def test_without_the_lock_they_would_be_there_twice(monkeypatch: pytest.MonkeyPatch, new_dish: Upload) -> None:
    without_row_locks(monkeypatch)
    writing = Collision(monkeypatch, applying, "_write")
    assert writing.of(new_dish.confirm, new_dish.confirm) == (True, True)
    assert MenuItem.objects.filter(name__ko="순두부찌개").count() == 2


def test_what_guests_take_meanwhile_is_taken_from_the_new_stock(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem, new_stock: Upload
) -> None:
    writing = Collision(monkeypatch, applying, "_write")
    done, ordered = writing.of(new_stock.confirm, lambda: tablet.order((stew, 3)))
    assert (done, ordered.status_code) == (True, 201)
    assert MenuItem.objects.get().remaining == 17


def test_without_the_lock_it_would_be_lost(
    monkeypatch: pytest.MonkeyPatch, tablet: TabletCaller, stew: MenuItem, new_stock: Upload
) -> None:
    without_row_locks(monkeypatch)
    writing = Collision(monkeypatch, applying, "_write")
    writing.of(new_stock.confirm, lambda: tablet.order((stew, 3)))
    assert MenuItem.objects.get().remaining == 20
