"""The demo store, from menu.json and pictures/ beside this file."""

import hashlib
import json
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from accounts.models import Role, Store, User
from accounts.stores import create_person, employ
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup
from tables.making import create_tables
from tables.models import Table

FOLDER = Path(__file__).parent
CODE = "demo"
PIN = "1234"
PEOPLE = (("staff", "staff1234", Role.STAFF), ("manager", "manager1234", Role.MANAGER))
SUPERUSER = ("admin", "admin1234")
# Zone, seats at each table, and where on the floor plan they stand: the hall in two rows, rooms along the right wall,
# the terrace in front.
ZONES = (
    ("홀", 4, ((12, 14), (34, 14), (56, 14), (12, 46), (34, 46), (56, 46))),
    ("룸", 6, ((86, 14), (86, 46), (86, 84))),
    ("테라스", 2, ((12, 84), (34, 84), (56, 84))),
)
PLACES = [(zone, seats, x, y) for zone, seats, at in ZONES for x, y in at]

Data = dict[str, Any]


def load_demo() -> bool:
    """Load whatever is missing; say whether the store had to be made."""
    menu: Data = json.loads((FOLDER / "menu.json").read_text())
    pictures = {item["picture"]: _store_picture(item["picture"]) for item in _items(menu)}
    if found := Store.objects.filter(code=CODE).first():
        _place_tables(found)
        return False
    with transaction.atomic():
        store = Store.objects.create(code=CODE, name="한강식당")
        _make_people(store)
        _make_tables(store)
        _make_menu(store, menu, pictures)
    return True


def _items(menu: Data) -> list[Data]:
    return [item for category in menu["categories"] for item in category["items"]]


def _store_picture(name: str) -> str:
    content = (FOLDER / "pictures" / name).read_bytes()
    # The name changes with the content, because browsers keep a picture for good.
    path = f"menu/{CODE}/{Path(name).stem}-{hashlib.sha256(content).hexdigest()[:12]}.svg"
    return path if default_storage.exists(path) else default_storage.save(path, ContentFile(content))


def _make_people(store: Store) -> None:
    for username, password, role in PEOPLE:
        user = User.objects.filter(username=username).first() or create_person(username=username, password=password)
        employ(store=store, user=user, role=role)
    username, password = SUPERUSER
    if not User.objects.filter(username=username).exists():
        create_person(username=username, password=password, is_superuser=True)


def _make_tables(store: Store) -> None:
    create_tables(store=store, numbers=range(1, len(PLACES) + 1), pin=PIN)
    _place_tables(store)


def _place_tables(store: Store) -> None:
    """Put the tables on the floor plan, in a store from before there was one too; whoever has arranged any keeps it."""
    tables = Table.objects.filter(store=store)
    if tables.filter(position_x__isnull=False).exists():
        return
    ours = list(tables.filter(number__lte=len(PLACES)))
    for table in ours:
        table.zone, table.seats, table.position_x, table.position_y = PLACES[table.number - 1]
    Table.objects.bulk_update(ours, ["zone", "seats", "position_x", "position_y"])


def _make_menu(store: Store, menu: Data, pictures: dict[str, str]) -> None:
    groups = {entry["key"]: _make_group(store, entry) for entry in menu["option_groups"]}
    for order, entry in enumerate(menu["categories"]):
        category = Category(
            store=store, code=entry["key"], name=entry["name"], station=entry["station"], sort_order=order
        )
        category.full_clean()
        category.save()
        for position, item in enumerate(entry["items"]):
            _make_item(category, position, item, pictures[item["picture"]], groups)


def _make_group(store: Store, entry: Data) -> OptionGroup:
    group = OptionGroup(
        store=store,
        code=entry["key"],
        name=entry["name"],
        min_choices=entry["min_choices"],
        max_choices=entry["max_choices"],
    )
    group.full_clean()
    group.save()
    for order, answer in enumerate(entry["options"]):
        option = Option(store=store, group=group, sort_order=order, **_with_code(answer))
        option.full_clean()
        option.save()
    return group


def _make_item(category: Category, order: int, entry: Data, picture: str, groups: dict[str, OptionGroup]) -> None:
    values = {name: value for name, value in _with_code(entry).items() if name not in ("picture", "option_groups")}
    item = MenuItem(store=category.store, category=category, sort_order=order, **values)
    item.full_clean()
    # After the check, which takes photographs only: these drawings are ours.
    item.image.name = picture
    item.save()
    for position, key in enumerate(entry["option_groups"]):
        MenuItemOptionGroup.objects.create(
            store=category.store, menu_item=item, option_group=groups[key], sort_order=position
        )


def _with_code(entry: Data) -> Data:
    return {"code" if name == "key" else name: value for name, value in entry.items()}
