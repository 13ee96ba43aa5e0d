"""A filled example to look at: the demo store's menu, as rows of no store."""

import json
from pathlib import Path
from typing import Any

from django.conf import settings

from accounts.models import Store
from menu.models import Category, MenuItem, Option, OptionGroup
from menu.transfer.stored import StoredMenu

NOT_IN_FILES = {"key", "items", "options", "picture", "option_groups"}


def sample_menu() -> StoredMenu:
    """Read it. Nothing is stored."""
    data = json.loads(Path(settings.SAMPLE_MENU).read_text())
    rows: dict[str, list[Any]] = {"category": [], "item": [], "option_group": [], "option": []}
    for entry in data["option_groups"]:
        rows["option_group"].append(group := OptionGroup(**_columns(entry)))
        rows["option"] += [Option(group=group, **_columns(option)) for option in entry["options"]]
    groups = {group.code: group.pk for group in rows["option_group"]}
    for place, entry in enumerate(data["categories"]):
        rows["category"].append(category := Category(sort_order=place, **_columns(entry)))
        for position, item in enumerate(entry["items"]):
            row: Any = MenuItem(category=category, sort_order=position, **_columns(item))
            row.option_groups_in_order = [groups[key] for key in item["option_groups"]]
            row.clean_fields(exclude=["store", "category"])  # makes times of texts
            rows["item"].append(row)
    return StoredMenu(Store(), rows)


def _columns(entry: dict[str, Any]) -> dict[str, Any]:
    return {"code": entry["key"]} | {name: value for name, value in entry.items() if name not in NOT_IN_FILES}
