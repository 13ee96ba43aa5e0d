"""Many items at once: marked, moved, copied, and their prices changed after they were seen."""

from typing import Any

import pytest

from accounts.models import AuditEntry, Role, Store
from menu.choices import SaleStatus
from menu.models import Category, MenuItem
from tests.admin.conftest import person
from tests.admin.office import Office, fields_of
from tests.admin.rows import Rows
from tests.factories import CategoryFactory, MenuItemFactory

PRICES, MOVE = "/admin/menu/menuitem/prices/", "/admin/menu/menuitem/move/"
FIVE_PER_CENT = {"direction": "raise", "by": "5", "unit": "percent", "step": "100"}


@pytest.fixture
def items(here: Rows) -> list[Any]:
    """Stew for 9,000 and rice for 1,000."""
    return [here[MenuItem], MenuItemFactory(category=here[Category], name={"ko": "밥"}, price=1000, sort_order=1)]


def prices() -> set[int]:
    return set(MenuItem.objects.values_list("price", flat=True))


def ask(office: Office, page: Any, button: str = "preview", **changes: str) -> Any:
    """Fill in the page's form and press one of its buttons."""
    return office.client.post(PRICES, fields_of(page) | {button: ""} | changes)


@pytest.mark.parametrize(
    ("action", "status"), [("sold_out", "sold_out"), ("hide", "hidden"), ("back_on_sale", "on_sale")]
)
def test_items_are_marked(manager: Office, items: list[Any], action: str, status: str) -> None:
    MenuItem.objects.filter(pk=items[0].pk).update(status=SaleStatus.HIDDEN if status == "on_sale" else "on_sale")
    assert manager.act(action, *items).status_code == 302
    assert set(MenuItem.objects.values_list("status", flat=True)) == {status}
    assert AuditEntry.objects.filter(target_id=items[0].pk, actor_name="manager-here").count() == 1


def test_what_has_none_left_is_said_to_stay_sold_out(manager: Office, items: list[Any]) -> None:
    MenuItem.objects.filter(pk=items[0].pk).update(remaining=0)
    manager.act("back_on_sale", *items)
    assert "1 of them stays sold out" in manager.list(MenuItem).content.decode()


def test_new_prices_are_shown_and_only_then_applied(manager: Office, items: list[Any]) -> None:
    asked = manager.act("change_prices", *items)
    shown = ask(manager, asked, **FIVE_PER_CENT)
    text = shown.content.decode()
    assert all(amount in text for amount in ("₩9,000", "₩9,500", "₩1,000", "₩1,100", "Change 2 prices"))
    assert prices() == {9000, 1000}
    assert ask(manager, shown, "apply").status_code == 302
    assert prices() == {9500, 1100}
    told = AuditEntry.objects.get(target_id=items[0].pk)
    assert (told.changes, told.actor_name) == ({"price": [9000, 9500]}, "manager-here")


def test_a_price_that_changed_meanwhile_is_shown_again_and_not_overwritten(manager: Office, items: list[Any]) -> None:
    shown = ask(manager, manager.act("change_prices", *items), **FIVE_PER_CENT)
    MenuItem.objects.filter(pk=items[0].pk).update(price=8000)
    again = ask(manager, shown, "apply")
    assert prices() == {8000, 1100}
    text = again.content.decode()
    assert "changed by somebody else" in text
    assert "₩8,400" in text
    assert "밥" not in text
    ask(manager, again, "apply")
    assert prices() == {8400, 1100}


def test_what_would_be_below_zero_is_refused_by_name_and_the_rest_changes(manager: Office, items: list[Any]) -> None:
    lower = {"direction": "lower", "by": "1001", "unit": "amount", "step": "1"}
    shown = ask(manager, manager.act("change_prices", *items), **lower)
    assert "would be below zero" in shown.content.decode()
    ask(manager, shown, "apply")
    assert prices() == {7999, 1000}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"by": ""}, "This field is required."),
        ({"by": "-5"}, "greater than or equal to"),
        ({"by": "0"}, "greater than or equal to"),
        ({"by": "1.5", "unit": "amount"}, "whole number"),
        ({"by": "1001"}, "1,000 % at most"),
        ({"by": "5.555"}, "decimal places"),
        ({"step": "7"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    manager: Office, items: list[Any], wrong: dict[str, str], words: str
) -> None:
    asked = manager.act("change_prices", *items)
    for button in ("preview", "apply"):
        assert words in ask(manager, asked, button, **FIVE_PER_CENT | wrong).content.decode()
    assert prices() == {9000, 1000}


def test_nothing_is_applied_that_was_not_shown(manager: Office, items: list[Any]) -> None:
    asked = manager.act("change_prices", *items)
    ask(manager, asked, "apply", **FIVE_PER_CENT)
    ask(manager, asked, "apply", **FIVE_PER_CENT, chosen=f"{items[0].pk.hex}: nonsense {items[1].pk.hex}:x")
    assert prices() == {9000, 1000}


def test_items_are_moved_to_the_end_of_another_category(manager: Office, items: list[Any], here: Rows) -> None:
    there = CategoryFactory(store=here[Store], name={"ko": "국물"})
    page = manager.act("move_to_category", *items)
    assert "국물" in page.content.decode()
    sent = fields_of(page)
    assert "This field is required" in manager.client.post(MOVE, sent).content.decode()
    assert manager.client.post(MOVE, sent | {"category": str(there.pk)}).status_code == 302
    assert list(there.items.all()) == items


def test_items_are_copied(manager: Office, items: list[Any]) -> None:
    assert manager.act("duplicate", *items).status_code == 302
    assert MenuItem.objects.filter(status=SaleStatus.HIDDEN).count() == 2
    answer = manager.client.post(f"/admin/menu/menuitem/{items[0].pk}/duplicate/")
    copy = MenuItem.objects.order_by("pk").last()
    assert copy
    assert answer.headers["Location"] == f"/admin/menu/menuitem/{copy.pk}/change/"


def test_items_of_two_stores_are_asked_about_one_store_at_a_time(both: Office, here: Rows, elsewhere: Rows) -> None:
    for action in ("change_prices", "move_to_category"):
        both.act(action, here[MenuItem], elsewhere[MenuItem])
        assert "Choose items of one store." in both.list(MenuItem).content.decode()


def test_outsiders_change_nothing(manager: Office, items: list[Any], elsewhere: Rows, store: Store) -> None:
    strange = elsewhere[MenuItem]
    before = MenuItem.objects.filter(pk=strange.pk).values().get()
    chosen = {"chosen": f"{strange.pk.hex}:{strange.price}"}
    shown = manager.client.post(PRICES, FIVE_PER_CENT | chosen | {"apply": ""})
    assert "ELSEWHERE" not in manager.list(MenuItem).content.decode() + shown.content.decode()
    own = {"chosen": f"{items[0].pk.hex}:"}
    for category, of in ((elsewhere[Category], own), (elsewhere[Category], chosen), (items[0].category, chosen)):
        answer = manager.client.post(MOVE, {"category": str(category.pk)} | of)
        assert "Select a valid choice" in answer.content.decode()
    assert manager.client.post(f"/admin/menu/menuitem/{strange.pk}/duplicate/").status_code == 404
    assert MenuItem.objects.filter(pk=strange.pk).values().get() == before
    assert MenuItem.objects.count() == 3
    staff = Office(person(Role.STAFF, store))
    for address in (PRICES, MOVE, f"/admin/menu/menuitem/{items[0].pk}/duplicate/"):
        assert staff.client.post(address, own).status_code == 302
        assert manager.get(address).status_code == 405
