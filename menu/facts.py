"""What guests, staff and orders need of a menu's rows, read with a fixed number of queries."""

import uuid
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from menu.choices import SaleStatus
from menu.hours import Hours
from menu.models import MenuItem, MenuItemOptionGroup, Option, OptionGroup
from menu.pictures import small_of, url_of
from menu.translations import Text

ITEM_COLUMNS = (
    "id", "category_id", "name", "description", "price", "image", "status", "remaining", "badges", "spiciness",
    "dietary", "allergens", "available_from", "available_until",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OptionFacts:
    """An option that is not hidden."""

    id: uuid.UUID
    name: Text
    price: int
    is_sold_out: bool


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A choice to make."""

    id: uuid.UUID
    name: Text
    min_choices: int
    max_choices: int
    options: dict[uuid.UUID, OptionFacts]


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """An item. `remaining` is None when stock is not counted."""

    id: uuid.UUID
    name: Text
    description: Text
    price: int
    image: str | None
    image_small: str | None
    is_hidden: bool
    is_sold_out: bool
    remaining: int | None
    badges: list[str]
    spiciness: int
    dietary: list[str]
    allergens: list[str]
    hours: Hours | None
    groups: list[GroupFacts]


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """A category with its items in order, hidden ones too."""

    id: uuid.UUID
    name: Text
    station: str
    is_hidden: bool
    items: list[ItemFacts]


def item_facts_of(item: MenuItem) -> ItemFacts:
    """One item with its choices, hidden or not."""
    [row] = item_rows(item.store_id, [item.pk])
    return item_facts(row, groups_by_item(item.store_id, [item.pk]).get(item.pk, []))


def item_rows(store_id: uuid.UUID, only: Collection[uuid.UUID] | None) -> Iterable[Any]:
    """Of the items. Tuples: a model's instance takes several times as long, for each of thousands."""
    rows = MenuItem.objects.filter(store=store_id)
    return (rows if only is None else rows.filter(pk__in=only)).values_list(*ITEM_COLUMNS, named=True)


def item_facts(row: Any, groups: list[GroupFacts]) -> ItemFacts:
    small = small_of(row.image)
    return ItemFacts(
        id=row.id,
        name=row.name,
        description=row.description,
        price=row.price,
        image=url_of(row.image) if row.image else None,
        image_small=url_of(small) if small else None,
        is_hidden=row.status == SaleStatus.HIDDEN,
        is_sold_out=row.status == SaleStatus.SOLD_OUT,
        remaining=row.remaining,
        badges=row.badges,
        spiciness=row.spiciness,
        dietary=row.dietary,
        allergens=row.allergens,
        hours=(row.available_from, row.available_until) if row.available_from and row.available_until else None,
        groups=groups,
    )


def groups_by_item(store_id: uuid.UUID, only: Collection[uuid.UUID] | None) -> dict[uuid.UUID, list[GroupFacts]]:
    links = MenuItemOptionGroup.objects.filter(store=store_id)
    offered = Option.objects.filter(store=store_id).exclude(status=SaleStatus.HIDDEN)
    asked = OptionGroup.objects.filter(store=store_id)
    if only is not None:
        links = links.filter(menu_item__in=only)
        offered = offered.filter(group__in=links.order_by().values("option_group"))
        asked = asked.filter(pk__in=links.order_by().values("option_group"))
    options: dict[uuid.UUID, dict[uuid.UUID, OptionFacts]] = {}
    for pk, group_id, name, price, status in offered.values_list("pk", "group", "name", "price", "status"):
        options.setdefault(group_id, {})[pk] = OptionFacts(pk, name, price, status == SaleStatus.SOLD_OUT)
    groups = {
        pk: GroupFacts(pk, name, least, most, options.get(pk, {}))
        for pk, name, least, most in asked.values_list("pk", "name", "min_choices", "max_choices")
    }
    by_item: dict[uuid.UUID, list[GroupFacts]] = {}
    for item_id, group_id in links.values_list("menu_item", "option_group"):
        # Only a hand at the database can link another store's choice; it must not take the whole menu away.
        if group_id in groups:
            by_item.setdefault(item_id, []).append(groups[group_id])
    return by_item
