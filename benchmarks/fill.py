"""Fill the database that DATABASE_URL names: `fill.py STORES TABLETS ITEMS`. Prints the tablets as JSON."""

import json
import os
import sys
import uuid
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tableorder.settings")
django.setup()

from accounts.business_day import utc_now  # noqa: E402 # Django must be set up first
from accounts.models import Store  # noqa: E402 # Django must be set up first
from accounts.tokens import table_access_token  # noqa: E402 # Django must be set up first
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup  # noqa: E402 # Django must be set up first
from tables.models import Table, Tablet  # noqa: E402 # Django must be set up first

PRICE = 9000


def main(stores: int, tablets: int, items: int) -> None:
    """Give every store a menu, and spread the tablets over the stores."""
    made = [_store(number, items) for number in range(stores)]
    print(json.dumps([_tablet(*made[number % stores], number) for number in range(tablets)]))


def _store(number: int, items: int) -> tuple[Store, list[tuple[str, int, list[str]]]]:
    store = Store.objects.create(code=f"bench-{number}", name=f"Store {number}")
    category = Category.objects.create(store=store, name={"ko": "메뉴", "en": "Menu"})
    group = OptionGroup.objects.create(store=store, name={"ko": "맵기", "en": "Spice"}, min_choices=1, max_choices=1)
    options = Option.objects.bulk_create(
        Option(store=store, group=group, name={"ko": f"맛 {degree}", "en": f"Degree {degree}"}, sort_order=degree)
        for degree in range(4)
    )
    dishes = MenuItem.objects.bulk_create(
        MenuItem(
            store=store,
            category=category,
            name={"ko": f"요리 {dish}", "en": f"Dish {dish}"},
            description={"ko": "맛있는 요리", "en": "A good dish"},
            price=PRICE,
            sort_order=dish,
        )
        for dish in range(items)
    )
    MenuItemOptionGroup.objects.bulk_create(
        MenuItemOptionGroup(store=store, menu_item=dish, option_group=group) for dish in dishes
    )
    return store, [(str(dish.pk), PRICE, [str(options[0].pk)]) for dish in dishes]


def _tablet(store: Store, items: list[tuple[str, int, list[str]]], number: int) -> dict[str, object]:
    table = Table.objects.create(store=store, number=number + 1, pin="!")
    tablet = Tablet.objects.create(store=store, table=table, secret_hash=uuid.uuid4().hex, last_seen_at=utc_now())
    token = table_access_token(store_id=store.pk, table_id=table.pk, tablet_id=tablet.pk)
    return {"token": str(token), "items": items}


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
