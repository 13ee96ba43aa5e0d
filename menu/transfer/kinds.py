"""What a category, an item, an option group and an option have in a file."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from import_export.widgets import Widget

from accounts.models import MENU_LANGUAGES
from menu.models import HIGHEST_PRICE, Category, MenuItem, Option, OptionGroup
from menu.transfer.cells import (
    ChoiceCell,
    ClockCell,
    NumberCell,
    ReferenceCell,
    ReferencesCell,
    SeveralCell,
    TextCell,
    YesNoCell,
)
from menu.transfer.references import References
from menu.transfer.resources import NEEDED, Column, MenuResource, Options
from menu.transfer.stored import StoredMenu
from menu.transfer.words import ALLERGEN, BADGE, DIETARY, STATUS

MOST = 2_147_483_647
MOST_CHOICES = 32_767


def texts(place: str, most: int) -> list[Column]:
    """A column for each language."""
    return [Column(f"{place}_{code}", TextCell(most), place=f"{place}.{code}") for code in MENU_LANGUAGES]


def unless_empty(key: str, widget: Widget, *, place: str = "") -> Column:
    """A column whose empty cells leave the row as it is."""
    return Column(key, widget, place=place, saves_null_values=False)


class CategoryResource(MenuResource):
    """Categories."""

    kind, model = "category", Category

    def __init__(self, menu: StoredMenu, references: dict[str, References], options: Options) -> None:
        super().__init__(
            menu,
            [
                *texts("name", 60),
                Column("station", TextCell(20)),
                Column("is_hidden", YesNoCell()),
                unless_empty("sort_order", NumberCell(0, MOST)),
            ],
            options,
        )


class OptionGroupResource(MenuResource):
    """Choices to make."""

    kind, model = "option_group", OptionGroup

    def __init__(self, menu: StoredMenu, references: dict[str, References], options: Options) -> None:
        super().__init__(
            menu,
            [
                *texts("name", 60),
                unless_empty("min_choices", NumberCell(0, MOST_CHOICES)),
                unless_empty("max_choices", NumberCell(1, MOST_CHOICES)),
            ],
            options,
        )

    def broken_rules(self, instance: OptionGroup) -> dict[str, Any]:
        """There is something to choose, and not less than must be."""
        wrong = instance.max_choices < max(1, instance.min_choices)
        message = _("This must be 1 or more, and not less than the number above.")
        return super().broken_rules(instance) | ({"max_choices": message} if wrong else {})


class OptionResource(MenuResource):
    """Answers to a choice."""

    kind, model, parent = "option", Option, "option_group"
    code_is_of_parent = True

    def __init__(self, menu: StoredMenu, references: dict[str, References], options: Options) -> None:
        super().__init__(
            menu,
            [
                unless_empty("option_group", ReferenceCell(references["option_group"]), place="group_id"),
                *texts("name", 60),
                unless_empty("price", NumberCell(0, HIGHEST_PRICE)),
                unless_empty("status", ChoiceCell(STATUS)),
                unless_empty("sort_order", NumberCell(0, MOST)),
            ],
            options,
        )


class ItemResource(MenuResource):
    """Dishes and drinks."""

    kind, model, parent = "item", MenuItem, "category"

    def __init__(self, menu: StoredMenu, references: dict[str, References], options: Options) -> None:
        choices = ReferencesCell(references["option_group"])
        super().__init__(
            menu,
            [
                unless_empty("category", ReferenceCell(references["category"]), place="category_id"),
                *texts("name", 80),
                unless_empty("price", NumberCell(0, HIGHEST_PRICE)),
                unless_empty("status", ChoiceCell(STATUS)),
                Column("remaining", NumberCell(0, MOST)),
                Column("option_groups", choices, place="option_groups_in_order"),
                Column("badges", SeveralCell(BADGE)),
                unless_empty("spiciness", NumberCell(0, 3)),
                Column("dietary", SeveralCell(DIETARY)),
                Column("allergens", SeveralCell(ALLERGEN)),
                Column("available_from", ClockCell()),
                Column("available_until", ClockCell()),
                unless_empty("sort_order", NumberCell(0, MOST)),
                *texts("description", 500),
            ],
            options,
        )

    def broken_rules(self, instance: MenuItem) -> dict[str, Any]:
        """It has a price; hours have a beginning and an end."""
        rules = super().broken_rules(instance)
        if instance.price is None:
            rules["price"] = NEEDED
        start, end = instance.available_from, instance.available_until
        if (start is None) != (end is None):
            rules["available_until"] = _("Give both hours or neither.")
        elif start is not None and start == end:
            rules["available_until"] = _("The hours begin and end at the same time.")
        return rules


# In the order in which they are read: a kind comes after those that it names.
RESOURCES: tuple[type[MenuResource], ...] = (CategoryResource, OptionGroupResource, ItemResource, OptionResource)


def resource_of(kind: type[MenuResource], menu: StoredMenu, references: dict[str, References], options: Options) -> Any:
    """The kind's resource for a store's menu."""
    make: Any = kind
    return make(menu, references, options)
