"""Fill the database that DATABASE_URL names with a year of two restaurants: `year.py ORDERS ITEMS`.

The first has ORDERS orders with five lines each and a menu of ITEMS dishes; the second a hundredth of both. `manager`
and `owner` work in the first, `manager-of-both` in both, `operator` is a superuser. PostgreSQL only; it must be one to
throw away, and the role a superuser.
"""

import os
import sys
import uuid
from datetime import timedelta
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tableorder.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402 # Django must be set up first
from psycopg import ClientCursor  # noqa: E402 # Django must be set up first

from accounts.business_day import utc_now  # noqa: E402 # Django must be set up first
from accounts.models import Membership, Role, Store, User  # noqa: E402 # Django must be set up first
from menu.choices import Allergen, Badge, Dietary, SaleStatus  # noqa: E402 # Django must be set up first
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup  # noqa: E402 # Django must be set up first
from orders.models import StoreCounter  # noqa: E402 # Django must be set up first
from tables.models import Table, Tablet  # noqa: E402 # Django must be set up first

DAYS = 365
SQL = Path(__file__).with_suffix(".sql")
DISHES = (
    ("김치찌개", "Kimchi stew", "キムチチゲ", "泡菜汤"),
    ("소갈비", "Beef ribs", "牛カルビ", "牛排骨"),
    ("해물파전", "Seafood pancake", "海鮮チヂミ", "海鲜葱饼"),
    ("비빔밥", "Bibimbap", "ビビンバ", "拌饭"),
    ("물냉면", "Cold noodles", "水冷麺", "水冷面"),
    ("생막걸리", "Makgeolli", "マッコリ", "米酒"),
)
TRACKED = (
    "orders_order",
    "orders_orderline",
    "orders_orderstep",
    "tables_tablesession",
    "tables_servicecall",
    "accounts_auditentry",
)


def main(orders: int, items: int) -> None:
    """Two stores, their people, and their year."""
    busy = _store("busy", "바쁜식당", tables=120, people=40, items=items)
    quiet = _store("quiet", "조용한식당", tables=20, people=8, items=max(items // 100, 10))
    _person("owner", Role.OWNER, busy)
    _person("manager", Role.MANAGER, busy)
    _person("manager-of-both", Role.MANAGER, busy, quiet)
    User.objects.create(username="operator", is_superuser=True)
    _live(busy, orders)
    _live(quiet, max(orders // 100, 100))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        for table in TRACKED:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 # a constant
            print(f"{table:24} {cursor.fetchone()[0]:>10,}")


def _store(code: str, name: str, *, tables: int, people: int, items: int) -> Store:
    with transaction.atomic():
        store = Store.objects.create(code=code, name=name)
        StoreCounter.objects.get_or_create(store=store)
        for number in range(people):
            _person(f"{code}-{number}", Role.STAFF, store)
        _tables(store, tables)
        _menu(store, items)
    return store


def _person(username: str, role: Role, *stores: Store) -> None:
    user = User.objects.create(username=username, last_name="김", first_name=username, password="!")
    Membership.objects.bulk_create(Membership(store=store, user=user, role=role) for store in stores)


def _tables(store: Store, count: int) -> None:
    zones = ("홀", "룸", "테라스")
    made = Table.objects.bulk_create(
        Table(store=store, number=number, zone=zones[number % 3], pin="!") for number in range(1, count + 1)
    )
    now = utc_now()
    # Each has had another tablet before.
    Tablet.objects.bulk_create(
        Tablet(store=store, table=table, secret_hash=uuid.uuid4().hex, last_seen_at=now - age, revoked_at=revoked_at)
        for table in made
        for age, revoked_at in ((timedelta(days=90), now - timedelta(days=90)), (timedelta(0), None))
    )


def _menu(store: Store, items: int) -> None:
    categories = Category.objects.bulk_create(
        Category(store=store, name=_names(number), sort_order=number) for number in range(max(items // 250, 5))
    )
    groups = OptionGroup.objects.bulk_create(
        OptionGroup(store=store, name=_names(number), min_choices=0, max_choices=2)
        for number in range(max(items // 50, 3))
    )
    Option.objects.bulk_create(
        Option(store=store, group=group, name=_names(number), price=500 * number, sort_order=number)
        for group in groups
        for number in range(4)
    )
    dishes = MenuItem.objects.bulk_create(_dish(store, categories, number) for number in range(items))
    MenuItemOptionGroup.objects.bulk_create(
        MenuItemOptionGroup(store=store, menu_item=dish, option_group=groups[(number + link) % len(groups)])
        for number, dish in enumerate(dishes)
        for link in range(2)
    )


def _dish(store: Store, categories: list[Category], number: int) -> MenuItem:
    statuses = [SaleStatus.ON_SALE] * 18 + [SaleStatus.SOLD_OUT, SaleStatus.HIDDEN]
    return MenuItem(
        store=store,
        category=categories[number % len(categories)],
        name=_names(number) if number % 9 else {"ko": _names(number)["ko"]},
        description={"ko": "맛있는 요리", "en": "A good dish"} if number % 4 else {},
        price=3000 + number * 7919 % 400 * 100,
        image="" if number % 3 else "menu/busy/none.webp",
        status=statuses[number % 20],
        remaining=None if number % 10 else 1_000_000,
        badges=[Badge.BEST] if number % 30 == 0 else [],
        dietary=[Dietary.VEGAN] if number % 15 == 0 else [],
        allergens=[Allergen.SOY, Allergen.WHEAT] if number % 2 else [],
        sort_order=number,
    )


def _names(number: int) -> dict[str, str]:
    texts = DISHES[number % len(DISHES)]
    return {language: f"{text} {number}" for language, text in zip(("ko", "en", "ja", "zh"), texts, strict=True)}


def _live(store: Store, orders: int) -> None:
    connection.ensure_connection()
    # Names are put into the text, because many statements in one take no parameters.
    with ClientCursor(connection.connection) as cursor:
        cursor.execute(SQL.read_text(), {"store": store.pk, "days": DAYS, "orders": orders})


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
