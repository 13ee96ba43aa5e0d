"""What a store's own words and settings may be."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Store
from tests.factories import StoreFactory

pytestmark = pytest.mark.django_db


def faults_of(**values: Any) -> set[str]:
    try:
        StoreFactory.build(**{"code": "han-river", **values}).full_clean()
    except ValidationError as problem:
        return set(problem.message_dict)
    return set()


def test_a_store_with_the_defaults_is_in_order() -> None:
    assert faults_of() == set()


@pytest.mark.parametrize("code", ["", "Han", "han river", "-han", "han_river", "한강", "a" * 41, "han\n", "han/1"])
def test_a_code_is_short_and_easy_to_type(code: str) -> None:
    assert faults_of(code=code) == {"code"}


@pytest.mark.parametrize("code", ["a", "7", "han-river-2", "a" * 40])
def test_letters_digits_and_hyphens_make_a_code(code: str) -> None:
    assert faults_of(code=code) == set()


def test_a_code_is_taken_once() -> None:
    StoreFactory(code="han-river")
    assert faults_of() == {"code"}


@pytest.mark.parametrize("zone", ["", "Seoul", "KST+9", "../etc/passwd", "asia/seoul"])
def test_a_time_zone_is_one_that_exists(zone: str) -> None:
    assert faults_of(time_zone=zone) == {"time_zone"}


@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/New_York", "UTC"])
def test_any_of_the_world_will_do(zone: str) -> None:
    assert faults_of(time_zone=zone) == set()


@pytest.mark.parametrize("languages", [[], ["fr"], ["ko", "ko"], "ko", {"ko": 1}, ["ko", 1], [["ko"]], 5, True, None])
def test_languages_are_a_list_of_the_menus(languages: Any) -> None:
    assert "languages" in faults_of(languages=languages)


def test_the_default_language_is_one_of_the_stores() -> None:
    assert faults_of(languages=["ko", "en"], default_language="ja") == {"default_language"}
    assert faults_of(languages=["ja"], default_language="ja") == set()


@pytest.mark.parametrize("field", ["name", "currency"])
def test_a_store_has_a_name_and_a_known_currency(field: str) -> None:
    assert faults_of(**{field: ""}) == {field}


@pytest.mark.parametrize(
    ("limits", "faults"),
    [
        ({"warning_minutes": 5, "late_minutes": 5}, {"late_minutes"}),
        ({"warning_minutes": 11}, {"late_minutes"}),
        ({"warning_minutes": 0}, {"warning_minutes"}),
        ({"late_minutes": 24 * 60 + 1}, {"late_minutes"}),
        ({"warning_minutes": 1, "late_minutes": 24 * 60}, set()),
    ],
)
def test_an_order_waits_long_before_it_is_late(limits: dict[str, int], faults: set[str]) -> None:
    assert faults_of(**limits) == faults


def test_a_new_store_takes_orders_and_starts_its_day_at_five() -> None:
    store = Store()
    assert (store.accepting_orders, store.business_day_start.isoformat()) == (True, "05:00:00")
