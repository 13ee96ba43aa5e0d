"""What a menu costs the database: the same small number of queries, however large it is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Store
from menu.models import MenuItem
from tests.factories import CategoryFactory, MenuItemFactory, ask
from tests.personas import TabletCaller

pytestmark = pytest.mark.django_db(transaction=True)


def fill(store: Store, items: int) -> None:
    categories = CategoryFactory.create_batch(max(1, items // 10), store=store)
    for number in range(items):
        item = MenuItemFactory(category=categories[number % len(categories)])
        if number % 3 == 0:
            ask(item, options=3)


def queries_of(tablet: TabletCaller, **headers: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert tablet.get("/menu", **headers).status_code in (200, 304)
    return len(queries)


@pytest.mark.parametrize("items", [5, 50])
def test_the_first_read_takes_ten_and_a_repeated_one_takes_one(items: int, tablet: TabletCaller) -> None:
    fill(tablet.store, items)
    first = queries_of(tablet)  # the tablet's standing, the version, six for the menu and two for the hours
    assert (first, queries_of(tablet), queries_of(tablet)) == (10, 1, 1)


def test_so_does_a_304(tablet: TabletCaller, stew: MenuItem) -> None:
    etag = tablet.get("/menu")["ETag"]
    assert queries_of(tablet, If_None_Match=etag) == 1


@pytest.mark.parametrize("items", [5, 50])
def test_after_a_change_the_menu_is_read_once_more(items: int, tablet: TabletCaller) -> None:
    fill(tablet.store, items)
    tablet.get("/menu")
    MenuItem.objects.update(price=1)
    assert (queries_of(tablet), queries_of(tablet)) == (9, 1)


def test_the_stores_other_tablets_share_it(tablet: TabletCaller, other_tablet: TabletCaller, stew: MenuItem) -> None:
    tablet.get("/menu")
    assert queries_of(other_tablet) == 2


def test_another_stores_change_costs_this_one_nothing(tablet: TabletCaller, other_store: Store, stew: MenuItem) -> None:
    tablet.get("/menu")
    MenuItemFactory(category=CategoryFactory(store=other_store))
    assert queries_of(tablet) == 1
