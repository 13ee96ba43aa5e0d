"""What the database refuses of stores and memberships, whoever writes."""

from datetime import date, time
from typing import Any

import pytest

from accounts.models import Membership, Role, Store
from tests.factories import MembershipFactory, OpeningWindowFactory, SpecialDayFactory, StoreFactory, UserFactory
from tests.wiring.constraints import Breaks, assert_refused, named_constraints

pytestmark = pytest.mark.django_db


def twice_in_a_store() -> None:
    member = MembershipFactory()
    Membership.objects.create(store=member.store, user=member.user, role=Role.OWNER)


def a_window_twice() -> None:
    first = OpeningWindowFactory()
    OpeningWindowFactory(store=first.store)


def a_special_day_twice(**hours: Any) -> None:
    first = SpecialDayFactory(**hours)
    SpecialDayFactory(store=first.store, **hours)


BREAKS: Breaks = {
    "store_grace_is_short": lambda: StoreFactory(closing_grace_minutes=61),
    "opening_window_opens_once": a_window_twice,
    "opening_window_weekday_known": lambda: OpeningWindowFactory(weekday=7),
    "opening_window_has_a_length": lambda: OpeningWindowFactory(opens=time(11), closes=time(11)),
    "opening_window_last_order_bounded": lambda: OpeningWindowFactory(last_order_minutes=721),
    "special_day_opens_once": lambda: a_special_day_twice(opens=time(11), closes=time(15)),
    "special_day_closed_once": a_special_day_twice,
    "special_day_ends_after_it_begins": lambda: SpecialDayFactory(last_date=date(2026, 2, 15)),
    "special_day_hours_both_or_neither": lambda: SpecialDayFactory(opens=time(11)),
    "special_day_last_order_bounded": lambda: SpecialDayFactory(last_order_minutes=721),
    "store_has_a_code": lambda: StoreFactory(code=""),
    "store_currency_known": lambda: StoreFactory(currency="XXX"),
    "store_default_language_known": lambda: StoreFactory(default_language="fr"),
    "store_warns_before_it_is_late": lambda: StoreFactory(warning_minutes=10, late_minutes=10),
    "one_membership_per_store_and_person": twice_in_a_store,
    "membership_role_known": lambda: MembershipFactory(role="chef"),
}


def test_every_constraint_has_its_case() -> None:
    assert set(BREAKS) == named_constraints("accounts")


@pytest.mark.parametrize("name", BREAKS)
def test_the_database_refuses(name: str) -> None:
    assert_refused(name, BREAKS[name])


def test_a_special_day_has_a_length_too() -> None:
    assert_refused("special_day_hours_both_or_neither", lambda: SpecialDayFactory(opens=time(11), closes=time(11)))


def test_a_whole_day_is_allowed() -> None:
    OpeningWindowFactory(opens=time(0), closes=time(0))
    SpecialDayFactory(opens=time(0), closes=time(0))


def test_a_store_code_is_given_once() -> None:
    first = StoreFactory()
    assert_refused("code", lambda: Store.objects.create(code=first.code, name="x"))


def test_a_user_name_is_given_once() -> None:
    first = UserFactory()
    assert_refused("username", lambda: UserFactory(username=first.username))
