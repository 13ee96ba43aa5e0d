"""A row that only SQL by hand can make does not take a store's menu away."""

import pytest

from accounts.models import Store
from menu.models import MenuItem, MenuItemOptionGroup
from tests.factories import OptionGroupFactory
from tests.personas import TabletCaller

pytestmark = pytest.mark.django_db


def test_another_stores_choice_is_left_out(tablet: TabletCaller, stew: MenuItem, other_store: Store) -> None:
    foreign = OptionGroupFactory(store=other_store)
    MenuItemOptionGroup.objects.create(store=stew.store, menu_item=stew, option_group=foreign)
    answer = tablet.get("/menu")
    assert answer.status_code == 200
    assert answer.json()["categories"][0]["items"][0]["option_groups"] == []
