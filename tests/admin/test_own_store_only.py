"""What belongs to one store stays with what belongs to it, even for somebody who manages two."""

from typing import Any

import pytest

from accounts.models import Store
from menu.models import Category, MenuItem, OptionGroup
from tables.models import Table
from tests.admin.office import Office, errors_of, fields_of, page_of
from tests.admin.rows import Rows

ELSEWHERE = ["This belongs to another store."]


@pytest.fixture(params=["both", "superuser"])
def keeper(request: pytest.FixtureRequest) -> Office:
    """Who may see both stores."""
    found: Office = request.getfixturevalue(request.param)
    return found


def test_an_item_is_not_put_into_another_store_s_category(keeper: Office, here: Rows, elsewhere: Rows) -> None:
    strange = str(elsewhere[Category].pk)
    assert errors_of(keeper.change(here[MenuItem], category=strange)) == {"category": ELSEWHERE}
    added = keeper.add(MenuItem, store=str(here[Store].pk), category=strange, name_ko="국", price="1")
    assert errors_of(added) == {"category": ELSEWHERE}


def test_an_item_does_not_ask_for_another_store_s_choice(keeper: Office, here: Rows, elsewhere: Rows) -> None:
    strange = str(elsewhere[OptionGroup].pk)
    changed = keeper.change(here[MenuItem], **{"group_links-0-option_group": strange})
    assert errors_of(changed) == {"group_links-0-option_group": ELSEWHERE}
    item: dict[str, Any] = {"store": str(here[Store].pk), "category": str(here[Category].pk), "name_ko": "국"}
    link = {"TOTAL_FORMS": "1", "0-option_group": strange, "0-sort_order": "0"}
    added = keeper.add(MenuItem, **item, price="1", **{f"group_links-{name}": value for name, value in link.items()})
    assert errors_of(added) == {"group_links-0-option_group": ELSEWHERE}


def test_a_row_stays_in_its_store(keeper: Office, here: Rows, elsewhere: Rows) -> None:
    for model in (Category, OptionGroup, MenuItem, Table):
        row = here[model]
        assert "store" not in fields_of(keeper.get(page_of(model, "change", row)))
        assert keeper.change(row, store=str(elsewhere[Store].pk)).status_code == 302
        row.refresh_from_db()
        assert row.store == here[Store]


def test_whoever_manages_two_stores_says_which_a_new_row_is_for(keeper: Office, elsewhere: Rows, here: Rows) -> None:
    assert "store" in errors_of(keeper.add(Category, name_ko="국"))
    assert keeper.add(Category, name_ko="국", store=str(elsewhere[Store].pk)).status_code == 302
    assert Category.objects.get(name__ko="국").store == elsewhere[Store]


def test_the_store_of_a_manager_of_one_is_chosen_already(manager: Office, store: Store) -> None:
    assert fields_of(manager.get(page_of(Category, "add")))["store"] == str(store.pk)
    assert manager.add(Category, name_ko="국").status_code == 302
    assert Category.objects.get(name__ko="국").store == store
