"""Many items are marked at once, and an item is copied."""

import io
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from accounts.models import AuditEntry, Deed
from menu.choices import SaleStatus
from menu.duplicating import duplicate_item
from menu.marking import mark_items
from menu.models import MenuItem
from menu.pictures import draw_picture, keep_picture
from tests.factories import MenuItemFactory, UserFactory, ask


def test_items_are_marked_and_each_is_told_of(stew: MenuItem, beer: MenuItem) -> None:
    person = UserFactory()
    MenuItem.objects.filter(pk=beer.pk).update(status=SaleStatus.HIDDEN)
    rows = MenuItem.objects.all()
    assert mark_items(items=rows, status=SaleStatus.HIDDEN, actor=person) == 1
    assert set(rows.values_list("status", flat=True)) == {SaleStatus.HIDDEN}
    told = AuditEntry.objects.get(actor_id=person.pk)
    assert (told.target_id, told.deed, told.changes) == (stew.pk, Deed.CHANGED, {"status": ["on_sale", "hidden"]})


@pytest.fixture
def pictured(stew: MenuItem) -> Any:
    file = io.BytesIO()
    Image.new("RGB", (400, 300)).save(file, "PNG")
    picture = draw_picture(ContentFile(file.getvalue()))
    stew.image = keep_picture(store_id=stew.store_id, picture=picture)  # type: ignore[assignment] # a name will do
    stew.description, stew.allergens, stew.remaining = {"ko": "진한 국물"}, ["soy"], 4
    stew.save()
    return stew


def test_a_copy_is_hidden_called_one_and_stands_after_its_item(pictured: Any, beer: MenuItem) -> None:
    MenuItem.objects.filter(pk=beer.pk).update(sort_order=1)
    copy = duplicate_item(item=pictured, actor=None)
    copy.refresh_from_db()
    assert (copy.status, copy.remaining) == (SaleStatus.HIDDEN, None)
    assert copy.name == {"ko": "김치찌개 (복사)", "en": "Kimchi stew (copy)"}
    assert (copy.price, copy.description, copy.allergens) == (9000, {"ko": "진한 국물"}, ["soy"])
    assert copy.code != pictured.code
    in_order = MenuItem.objects.filter(category=pictured.category_id).order_by("sort_order", "id")
    assert [item.pk for item in in_order] == [pictured.pk, copy.pk, beer.pk]


def test_a_copy_asks_the_same_and_has_picture_files_of_its_own(pictured: Any) -> None:
    ask(pictured, name={"en": "Spice"})
    ask(pictured, name={"en": "Size"})
    copy = duplicate_item(item=pictured, actor=None)
    assert list(copy.option_groups.values_list("pk")) == list(pictured.option_groups.values_list("pk"))
    assert copy.image.name != pictured.image.name
    assert default_storage.exists(copy.image.name)


def test_the_longest_name_can_be_copied(stew: MenuItem) -> None:
    item = MenuItemFactory(category=stew.category, name={"en": "x" * 80, "zh": "汤" * 80})
    copy = duplicate_item(item=item, actor=None)
    copy.full_clean()
    assert copy.name["en"].endswith(" (copy)")
    assert copy.name["zh"].endswith(" (副本)")
