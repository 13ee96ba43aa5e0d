"""Texts by language, and lists of known words: what a menu may say."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Store
from menu.models import Category, MenuItem
from menu.translations import pick
from tests.factories import CategoryFactory, MenuItemFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(category: Category) -> MenuItem:
    return MenuItemFactory.build(store=category.store, category=category)


def faults_of(item: MenuItem, **values: Any) -> set[str]:
    for name, value in values.items():
        setattr(item, name, value)
    try:
        item.full_clean()
    except ValidationError as problem:
        return set(problem.message_dict)
    return set()


@pytest.mark.parametrize(
    "text",
    [{"ko": "찌개"}, {"en": "Stew"}, {"ko": "찌개", "en": "Stews", "ja": "チゲ", "zh": "锅"}, {"ko": "", "en": "Stew"}],
)
def test_a_name_is_given_in_any_of_the_languages(text: dict[str, str], item: MenuItem) -> None:
    assert faults_of(item, name=text) == set()


@pytest.mark.parametrize(
    "text",
    [
        {},
        {"ko": ""},
        {"ko": "   "},
        {"fr": "Ragoût"},
        {"ko": "찌개", "fr": "Ragoût"},
        {"ko": None},
        {"ko": 5},
        {"ko": ["찌개"]},
        {"ko": "x" * 81},
        ["찌개"],
        "찌개",
        5,
        None,
    ],
)
def test_a_name_is_nothing_else(text: Any, item: MenuItem) -> None:
    assert faults_of(item, name=text) == {"name"}


def test_a_description_may_be_missing_and_is_longer(item: MenuItem) -> None:
    assert faults_of(item, description={}) == set()
    assert faults_of(item, description={"ko": "x" * 500}) == set()
    assert faults_of(item, description={"ko": "x" * 501}) == {"description"}
    assert faults_of(item, description={"fr": "x"}) == {"description"}


def test_every_fault_has_words(item: MenuItem) -> None:
    item.name = {"ko": "x" * 81}
    with pytest.raises(ValidationError) as problem:
        item.full_clean()
    assert "80" in problem.value.message_dict["name"][0]


@pytest.mark.parametrize(
    ("field", "good"), [("badges", ["best", "new"]), ("dietary", ["vegan"]), ("allergens", ["soy", "egg"])]
)
def test_words_are_of_their_list_each_once(field: str, good: list[str], item: MenuItem) -> None:
    assert faults_of(item, **{field: good}) == set()
    assert faults_of(item, **{field: []}) == set()
    for wrong in (["magic"], [good[0], good[0]], good[0], {good[0]: 1}, [5], [[good[0]]], 5):
        assert faults_of(item, **{field: wrong}) == {field}


@pytest.mark.parametrize("price", [-1, 1_000_000_001, None, "x"])
def test_a_price_is_a_bounded_amount(price: Any, item: MenuItem) -> None:
    assert faults_of(item, price=price)


def test_the_text_of_the_first_language_that_has_one_is_picked() -> None:
    text = {"ko": "찌개", "en": "", "ja": "チゲ"}
    assert pick(text, "en", "ja") == "チゲ"
    assert pick(text, "zh") == "찌개"
    assert pick({}, "ko") == ""


def test_rows_are_called_by_their_text(store: Store) -> None:
    assert str(CategoryFactory(store=store, name={"en": "Stews"})) == "Stews"
    assert str(MenuItemFactory(category=CategoryFactory(store=store), name={"ja": "チゲ"})) == "チゲ"
