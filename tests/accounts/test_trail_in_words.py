"""A line of the audit trail reads as a sentence, in the reader's language."""

from datetime import date, time
from typing import Any

import pytest
from django.utils import translation

from accounts.audit import record
from accounts.models import AuditEntry, Deed, Store
from accounts.trail import SENTENCES, changes_in_words, sentence_of
from menu.models import MenuItem
from orders.models import Order
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with translation.override("en"):
        yield


def line(deed: Deed, target: Any = None, **more: Any) -> AuditEntry:
    store = Store.objects.first() or Store.objects.create(code="s", name="Han")
    kim = UserFactory(first_name="민수")
    made = record(store_id=store.pk, actor=kim, deed=deed, target=target, **more)
    made.refresh_from_db()
    return made


def test_one_change_is_told_whole(stew: MenuItem) -> None:
    entry = line(Deed.CHANGED, stew, changes={"price": [9000, 12500]})
    assert sentence_of(entry) == "민수 changed the price of 김치찌개 from ₩9,000 to ₩12,500"


def test_several_changes_follow_the_sentence(stew: MenuItem) -> None:
    changes = {"status": ["on_sale", "sold_out"], "remaining": [None, 3], "badges": [[], ["best", "new"]]}
    entry = line(Deed.CHANGED, stew, changes=changes)
    assert sentence_of(entry) == "민수 changed 김치찌개"
    assert set(changes_in_words(entry)) == {
        ("status", "on sale", "sold out"),
        ("left in stock", "", "3"),
        ("badges", "", "best, new"),
    }


def test_what_was_set_or_removed_is_not_told_as_from_nothing(stew: MenuItem) -> None:
    entry = line(Deed.CHANGED, stew, changes={"remaining": [None, 3]})
    assert sentence_of(entry) == "민수 changed 김치찌개"


def test_a_text_is_told_by_language_and_only_where_it_differs(stew: MenuItem) -> None:
    names = [{"ko": "김치찌개", "en": "Stew"}, {"ko": "김치찌개", "en": "Kimchi stew"}]
    entry = line(Deed.CHANGED, stew, changes={"name": names})
    assert sentence_of(entry) == "민수 changed the name (English) of 김치찌개 from Stew to Kimchi stew"


def test_times_and_yes_and_no_are_in_words(store: Store) -> None:
    changes = {"business_day_start": [time(5), time(6, 30)], "accepting_orders": [True, False]}
    told = set(changes_in_words(line(Deed.CHANGED, store, changes=changes)))
    assert told == {("business day starts", "05:00", "06:30"), ("accepting orders", "yes", "no")}


def test_a_cancel_tells_the_reason_and_the_amount() -> None:
    changes = {"reason": ["", "out of tofu"], "total": [18000, 0]}
    entry = line(Deed.ORDER_CANCELLED, Order(number=17, business_date=date(2026, 2, 9)), changes=changes)
    assert sentence_of(entry) == "민수 cancelled 2026-02-09 #17"
    assert set(changes_in_words(entry)) == {("reason", "", "out of tofu"), ("total", "₩18,000", "₩0")}


def test_the_system_has_a_name() -> None:
    store = Store.objects.create(code="s", name="Han")
    assert sentence_of(record(store_id=store.pk, actor=None, deed=Deed.ORDERING_RESUMED)).startswith("The system ")


@pytest.mark.parametrize("deed", Deed)
def test_every_deed_has_a_sentence(deed: Deed) -> None:
    assert deed in SENTENCES
    assert "%(" not in sentence_of(line(deed, target_name="x"))


def test_what_is_not_known_any_more_is_still_told() -> None:
    """A deed, a model or a column of another release."""
    store = Store.objects.create(code="s", name="Han")
    entry = AuditEntry(store=store, actor_name="kim", deed="flambéed", target_type="menu.gone", target_name="x")
    entry.changes = {"heat": ["low", "high"]}
    assert sentence_of(entry) == "kim: flambéed x"
    assert list(changes_in_words(entry)) == [("heat", "low", "high")]
    entry.target_type, entry.changes = "menu.menuitem", {"gone": [1, 2]}
    assert list(changes_in_words(entry)) == [("gone", "1", "2")]
