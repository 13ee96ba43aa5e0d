"""Categories and items are put in order by where they are dropped."""

import uuid

import pytest

from accounts.models import AuditEntry, Store
from menu.arranging import last_place, place_category, place_item, put_into_category
from menu.models import Category, MenuItem
from tests.factories import CategoryFactory, MenuItemFactory, UserFactory


@pytest.fixture
def items(category: Category) -> list[MenuItem]:
    """A, B, C, D, all with the same number as the form once gave them."""
    return [MenuItemFactory(category=category, name={"en": name}) for name in "ABCD"]


def order_of(category: Category) -> str:
    return "".join(item.name["en"] for item in category.items.order_by("sort_order", "id"))


def drop(item: MenuItem, beside: MenuItem, *, after: bool = True) -> bool:
    return place_item(store_id=item.store_id, moved=item.pk, beside=beside.pk, after=after, actor=None)


@pytest.mark.parametrize(
    ("drag", "expected"),
    [
        ("D after A", "ADBC"),
        ("D before A", "DABC"),
        ("A after D", "BCDA"),
        ("A before D", "BCAD"),
        ("B after A", "ABCD"),
    ],
)
def test_an_item_stands_where_it_was_dropped(
    items: list[MenuItem], category: Category, drag: str, expected: str
) -> None:
    moved, side, beside = drag.split()
    assert drop(items["ABCD".index(moved)], items["ABCD".index(beside)], after=side == "after")
    assert order_of(category) == expected
    assert sorted(category.items.values_list("sort_order", flat=True)) == [0, 1, 2, 3]


def test_an_item_that_was_added_meanwhile_is_not_lost(items: list[MenuItem], category: Category) -> None:
    drop(items[3], items[0])
    MenuItemFactory(
        category=category, name={"en": "E"}, sort_order=last_place(MenuItem.objects.filter(category=category))
    )
    drop(items[0], items[2])
    assert order_of(category) == "DBCAE"


def test_nothing_moves_beside_what_is_gone_or_is_in_another_category(
    items: list[MenuItem], category: Category, store: Store
) -> None:
    elsewhere = MenuItemFactory(category=CategoryFactory(store=store))
    assert not drop(items[0], elsewhere)
    assert not drop(items[0], items[0])
    items[1].delete()
    assert not place_item(store_id=store.pk, moved=items[0].pk, beside=uuid.uuid4(), after=True, actor=None)
    assert order_of(category) == "ACD"


def test_another_store_s_rows_are_not_there(items: list[MenuItem], other_store: Store) -> None:
    for place, rows in ((place_item, items), (place_category, [CategoryFactory(), CategoryFactory()])):
        moved, beside = rows[0].pk, rows[1].pk
        assert not place(store_id=other_store.pk, moved=moved, beside=beside, after=True, actor=None)


def test_a_category_stands_where_it_was_dropped(store: Store) -> None:
    first, second, third = (CategoryFactory(store=store, sort_order=number) for number in (3, 5, 9))
    assert place_category(store_id=store.pk, moved=third.pk, beside=first.pk, after=False, actor=None)
    assert list(Category.objects.filter(store=store)) == [third, first, second]


def test_items_that_go_to_another_category_come_last_there_in_the_order_they_had(
    items: list[MenuItem], store: Store, other_store: Store
) -> None:
    there = CategoryFactory(store=store)
    MenuItemFactory(category=there, name={"en": "X"}, sort_order=4)
    foreign = MenuItemFactory(category=CategoryFactory(store=other_store))
    drop(items[3], items[0], after=False)
    chosen = MenuItem.objects.filter(pk__in=[items[0].pk, items[3].pk, foreign.pk])
    person = UserFactory()
    assert put_into_category(items=chosen, category=there, actor=person) == 2
    assert order_of(there) == "XDA"
    assert MenuItem.objects.get(pk=foreign.pk).store == other_store
    told = AuditEntry.objects.filter(actor_id=person.pk)
    assert [set(entry.changes) for entry in told] == [{"category"}, {"category"}]
    assert put_into_category(items=chosen, category=there, actor=person) == 0
