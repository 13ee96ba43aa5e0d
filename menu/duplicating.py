"""A copy of an item, to be edited into another one."""

from django.db import transaction

from accounts.audit import changes_of, record, told_columns
from accounts.models import Deed, User
from menu.arranging import place_item
from menu.choices import SaleStatus
from menu.models import MenuItem, MenuItemOptionGroup
from menu.pictures import copy_picture
from menu.translations import Text

COPY = {"ko": "복사", "en": "copy", "ja": "コピー", "zh": "副本"}
LONGEST_NAME = 80


@transaction.atomic
def duplicate_item(*, item: MenuItem, actor: User | None) -> MenuItem:
    """Copy the item with its texts, choices and picture, hidden and called a copy, and put it right after the first."""
    values = {field.attname: getattr(item, field.attname) for field in MenuItem._meta.concrete_fields}
    own = {"name": _called_a_copy(item.name), "status": SaleStatus.HIDDEN, "remaining": None, "image": ""}
    copy = MenuItem(**{name: value for name, value in values.items() if name not in ("id", "code")} | own)
    if item.image:
        copy.image = copy_picture(store_id=item.store_id, name=str(item.image.name))
    copy.save()
    told = changes_of(None, copy, told_columns(MenuItem))
    record(store_id=copy.store_id, actor=actor, deed=Deed.ADDED, target=copy, changes=told)
    _copy_choices(item, copy)
    place_item(store_id=item.store_id, moved=copy.pk, beside=item.pk, after=True, actor=actor)
    return copy


def _copy_choices(item: MenuItem, copy: MenuItem) -> None:
    MenuItemOptionGroup.objects.bulk_create(
        MenuItemOptionGroup(
            store_id=link.store_id, menu_item=copy, option_group_id=link.option_group_id, sort_order=link.sort_order
        )
        for link in MenuItemOptionGroup.objects.filter(menu_item=item)
    )


def _called_a_copy(name: Text) -> Text:
    marks = {language: f" ({COPY[language]})" for language in name}
    return {language: text[: LONGEST_NAME - len(marks[language])] + marks[language] for language, text in name.items()}
