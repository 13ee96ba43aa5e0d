"""On PostgreSQL the version rises once a transaction, at the commit: its row is locked last and for a moment."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from accounts.models import Store
from menu.models import Category, MenuItem
from menu.selectors import menu_version_of
from tests.factories import MenuItemFactory, StoreFactory, ask

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


def test_many_writes_of_a_transaction_raise_it_once(stew: MenuItem) -> None:
    before = menu_version_of(stew.store.pk)
    with transaction.atomic():
        for price in range(1, 6):
            MenuItem.objects.update(price=price)
        ask(stew, options=4)
        Store.objects.update(name="New name")
    assert menu_version_of(stew.store.pk) == before + 1


def test_savepoints_are_of_their_transaction(stew: MenuItem) -> None:
    before = menu_version_of(stew.store.pk)
    with transaction.atomic():
        MenuItem.objects.update(price=1)
        with transaction.atomic():
            MenuItem.objects.update(price=2)
        with transaction.atomic():
            Category.objects.update(sort_order=2)
            transaction.set_rollback(True)
    assert menu_version_of(stew.store.pk) == before + 1


def test_a_statement_over_many_rows_raises_it_once(category: Category) -> None:
    MenuItemFactory.create_batch(20, category=category)
    before = menu_version_of(category.store.pk)
    MenuItem.objects.update(price=1)
    assert menu_version_of(category.store.pk) == before + 1


def test_two_transactions_raise_it_twice(stew: MenuItem) -> None:
    before = menu_version_of(stew.store.pk)
    MenuItem.objects.update(price=1)
    MenuItem.objects.update(price=1)
    assert menu_version_of(stew.store.pk) == before + 2


def test_each_store_of_a_transaction_rises(stew: MenuItem) -> None:
    other = MenuItemFactory(category__store=StoreFactory())
    before = [menu_version_of(item.store.pk) for item in (stew, other)]
    MenuItem.objects.update(price=1)
    assert [menu_version_of(item.store.pk) for item in (stew, other)] == [version + 1 for version in before]


def in_thread(work: Callable[[], object]) -> threading.Thread:
    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_a_long_edit_does_not_hold_the_version(stew: MenuItem, beer: MenuItem) -> None:
    """Another one commits meanwhile: the version's row is not locked before the commit."""
    before = menu_version_of(stew.store.pk)
    with transaction.atomic():
        MenuItem.objects.filter(pk=stew.pk).update(price=1)
        in_thread(lambda: MenuItem.objects.filter(pk=beer.pk).update(price=1)).join(10)
        assert menu_version_of(stew.store.pk) == before + 1
    assert menu_version_of(stew.store.pk) == before + 2


def test_no_rise_is_lost_between_many_writers(stew: MenuItem) -> None:
    before = menu_version_of(stew.store.pk)
    items = [MenuItemFactory(category=stew.category) for _ in range(4)]
    made = menu_version_of(stew.store.pk)

    def edit(item: MenuItem) -> None:
        for price in range(10):
            MenuItem.objects.filter(pk=item.pk).update(price=price)

    for thread in [in_thread(lambda item=item: edit(item)) for item in items]:  # type: ignore[misc] # bound now
        thread.join(30)
    assert (made, menu_version_of(stew.store.pk)) == (before + 4, made + 40)
