"""Menus of chance, with everything in them that a file could stumble over."""

from datetime import time
from random import Random
from typing import Any

from accounts.models import MENU_LANGUAGES, Store
from menu.choices import Allergen, Badge, Dietary, SaleStatus
from menu.models import HIGHEST_PRICE, Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup

# What spreadsheets calculate, split, cut or trim; names that several have; every alphabet.
AWKWARD = (
    *("=1+1", "+82 2 555", "-50%", "@SUM(A1)", "'=1", "''", "'n Beetje", "=HYPERLINK(\"http://x\")", "\tTab"),
    *("a;b", "a, b", 'He said "hi"', "two\nlines", " left", "right ", "007", "1e5", "TRUE", "5-1", "#REF!", "<b>&amp;"),
    *("김치찌개", "김치찌개", "キムチ", "泡菜鍋", "Crème brûlée", "🍲 Stew 👨‍👩‍👧", "mild", "MILD", "item", "g-1"),
)  # fmt: skip


def random_menu(store: Store, seed: int) -> None:
    """Fill the store with a menu; the same seed makes the same one."""
    chance = Random(seed)  # noqa: S311 # no secret
    groups = [_group(store, chance) for _number in range(chance.randint(0, 5))]
    for _number in range(chance.randint(1, 4)):
        category = Category.objects.create(
            store=store,
            name=_texts(chance),
            sort_order=chance.randint(0, 2),
            is_hidden=chance.random() < 0.2,
            station=chance.choice(["", "bar", "=주방"]),
        )
        for _item in range(chance.randint(0, 8)):
            _item_of(category, groups, chance)


def _texts(chance: Random) -> dict[str, str]:
    first, *others = chance.sample(list(MENU_LANGUAGES), chance.randint(1, 4))
    optional = {code: chance.choice([*AWKWARD, ""]) for code in others}
    return {first: chance.choice(AWKWARD), **optional}


def _group(store: Store, chance: Random) -> OptionGroup:
    most = chance.randint(1, 4)
    group = OptionGroup.objects.create(
        store=store, name=_texts(chance), min_choices=chance.randint(0, most), max_choices=most
    )
    for _number in range(chance.randint(0, 4)):
        Option.objects.create(
            store=store,
            group=group,
            name=_texts(chance),
            price=chance.choice([0, 500, HIGHEST_PRICE]),
            status=chance.choice(SaleStatus.values),
            sort_order=chance.randint(0, 2),
        )
    return group


def _item_of(category: Category, groups: list[OptionGroup], chance: Random) -> None:
    def some(among: Any) -> list[str]:
        return chance.sample(among.values, chance.randint(0, 3))

    hours: Any = chance.choice([(None, None), (time(11), time(15, 30)), (time(22, 0, 5), time(2)), (time(0), time(9))])
    item = MenuItem.objects.create(
        store=category.store,
        category=category,
        name=_texts(chance),
        description=chance.choice([{}, _texts(chance)]),
        price=chance.choice([0, 9000, 18500, HIGHEST_PRICE]),
        status=chance.choice(SaleStatus.values),
        remaining=chance.choice([None, 0, 7]),
        badges=some(Badge),
        spiciness=chance.randint(0, 3),
        dietary=some(Dietary),
        allergens=some(Allergen),
        available_from=hours[0],
        available_until=hours[1],
        sort_order=chance.randint(0, 2),
    )
    for place, group in enumerate(chance.sample(groups, chance.randint(0, len(groups)))):
        MenuItemOptionGroup.objects.create(
            store=category.store, menu_item=item, option_group=group, sort_order=place // 2
        )
