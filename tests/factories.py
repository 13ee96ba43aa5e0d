"""Rows for tests, with sensible values and room to override any."""

from datetime import date, time
from typing import Any

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory

from accounts.models import Membership, OpeningWindow, Role, SpecialDay, Store, User, Weekday
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup
from tables.models import Table

PIN = "4821"
PASSWORD = "a-good-password"


class StoreFactory(DjangoModelFactory[Store]):
    class Meta:
        model = Store

    code = factory.Sequence(lambda n: f"store-{n}")
    name = "Han River"


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"person-{n}")
    password = factory.LazyFunction(lambda: make_password(PASSWORD))


class MembershipFactory(DjangoModelFactory[Membership]):
    class Meta:
        model = Membership

    store = factory.SubFactory(StoreFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.STAFF


class OpeningWindowFactory(DjangoModelFactory[OpeningWindow]):
    """Mondays from 11 to 22, last order at 21:30."""

    class Meta:
        model = OpeningWindow

    store = factory.SubFactory(StoreFactory)
    weekday = Weekday.MONDAY
    opens = time(11)
    closes = time(22)
    last_order_minutes = 30


class SpecialDayFactory(DjangoModelFactory[SpecialDay]):
    """A closed Monday."""

    class Meta:
        model = SpecialDay

    store = factory.SubFactory(StoreFactory)
    name = "설날"
    first_date = date(2026, 2, 16)
    last_date = factory.SelfAttribute("first_date")


class TableFactory(DjangoModelFactory[Table]):
    class Meta:
        model = Table

    store = factory.SubFactory(StoreFactory)
    number = factory.Sequence(lambda n: n % 9000 + 100)
    pin = factory.LazyFunction(lambda: make_password(PIN))


class CategoryFactory(DjangoModelFactory[Category]):
    class Meta:
        model = Category

    store = factory.SubFactory(StoreFactory)
    name = {"ko": "찌개", "en": "Stews"}


class MenuItemFactory(DjangoModelFactory[MenuItem]):
    class Meta:
        model = MenuItem

    store = factory.SelfAttribute("category.store")
    category = factory.SubFactory(CategoryFactory)
    name = {"ko": "김치찌개", "en": "Kimchi stew"}
    price = 9000


class OptionGroupFactory(DjangoModelFactory[OptionGroup]):
    class Meta:
        model = OptionGroup

    store = factory.SubFactory(StoreFactory)
    name = {"ko": "맵기", "en": "Spice"}
    min_choices = 0
    max_choices = 1


class OptionFactory(DjangoModelFactory[Option]):
    class Meta:
        model = Option

    store = factory.SelfAttribute("group.store")
    group = factory.SubFactory(OptionGroupFactory)
    name = {"ko": "순한맛", "en": "Mild"}
    price = 0


def ask(item: MenuItem, *, options: int = 2, price: int = 500, **group: Any) -> list[Option]:
    """Give the item a choice to make and return its options."""
    made = OptionGroupFactory(store=item.store, **group)
    MenuItemOptionGroup.objects.create(store=item.store, menu_item=item, option_group=made)
    return [OptionFactory(group=made, price=price, sort_order=number) for number in range(options)]
