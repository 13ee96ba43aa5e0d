"""A manager keeps the menu."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.models import Store
from menu.choices import SaleStatus
from menu.models import Category, MenuItem, MenuItemOptionGroup, Option, OptionGroup
from tests.admin.office import Office, errors_of, fields_of, page_of
from tests.admin.rows import Rows

NAME = {"name_ko": "갈비탕", "name_en": "Short rib soup", "name_ja": "カルビタン", "name_zh": "牛排骨汤"}
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"/>'


@pytest.fixture
def item(here: Rows) -> Any:
    return here[MenuItem]


def photograph(size: tuple[int, int] = (4, 4), form: str = "PNG", name: str = "soup.png") -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", size).save(content, form)
    return SimpleUploadedFile(name, content.getvalue())


def test_an_item_is_added_in_four_languages(manager: Office, here: Rows, store: Store) -> None:
    description = {"description_ko": "진한 국물", "description_en": "A rich broth"}
    choices = {"badges": ["new"], "dietary": [], "allergens": ["beef", "soy"]}
    hours = {"available_from": "11:00", "available_until": "21:30"}
    answer = manager.add(
        MenuItem, **NAME, **description, **choices, **hours, category=str(here[Category].pk), price="14000"
    )
    assert answer.status_code == 302
    added = MenuItem.objects.get(price=14000)
    assert added.store == store
    assert added.name == {"ko": "갈비탕", "en": "Short rib soup", "ja": "カルビタン", "zh": "牛排骨汤"}
    assert added.description == {"ko": "진한 국물", "en": "A rich broth"}
    assert (added.badges, added.dietary, added.allergens) == (["new"], [], ["beef", "soy"])
    assert (f"{added.available_from:%H:%M}", f"{added.available_until:%H:%M}") == ("11:00", "21:30")


def test_languages_left_empty_are_left_out_and_one_is_enough(manager: Office, item: Any) -> None:
    item.name = {"ko": "찌개", "en": "Stew"}
    item.save()
    assert manager.change(item, name_ko="", name_ja="  ", name_en="Kimchi stew").status_code == 302
    item.refresh_from_db()
    assert item.name == {"en": "Kimchi stew"}


def test_a_name_in_no_language_is_refused(manager: Office, item: Any) -> None:
    assert "name" in errors_of(manager.change(item, name_ko=" "))


def test_a_text_that_is_too_long_is_refused(manager: Office, item: Any) -> None:
    assert "name" in errors_of(manager.change(item, name_en="x" * 81))
    assert manager.change(item, name_en="x" * 80).status_code == 302


def test_every_language_has_a_labelled_input(manager: Office, item: Any) -> None:
    body = manager.get(page_of(MenuItem, "change", item)).content.decode()
    for number, (code, language) in enumerate(
        {"ko": "Korean", "en": "English", "ja": "Japanese", "zh": "Chinese"}.items()
    ):
        assert f'<label for="id_name_{number}">{language}</label>' in body
        assert f'name="name_{code}"' in body


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"price": "-1"}, "price"),
        ({"price": "1000000001"}, "price"),
        ({"price": "12.50"}, "price"),
        ({"remaining": "-1"}, "remaining"),
        ({"spiciness": "4"}, "spiciness"),
        ({"allergens": ["chalk"]}, "allergens"),
        ({"available_from": "11:00"}, "available_until"),
        ({"available_until": "11:00"}, "available_until"),
        ({"available_from": "11:00", "available_until": "11:00"}, "available_until"),
        ({"status": "eaten"}, "status"),
    ],
)
def test_what_cannot_be_is_refused_in_words(manager: Office, item: Any, sent: dict[str, Any], field: str) -> None:
    errors = errors_of(manager.change(item, **sent))
    assert list(errors) == [field]
    assert "Constraint" not in str(errors)


def test_an_item_keeps_its_drawing_when_it_is_saved_without_a_new_picture(manager: Office, item: Any) -> None:
    item.image.name = default_storage.save("menu/demo/stew.svg", ContentFile(DRAWING))
    item.save()
    kept = item.image.name
    assert manager.change(item, price="9500").status_code == 302
    item.refresh_from_db()
    assert (item.price, item.image.name) == (9500, kept)
    with default_storage.open(kept) as drawing:
        assert drawing.read() == DRAWING


def test_a_photograph_is_stored_under_a_new_name_in_the_store_s_folder(
    manager: Office, item: Any, store: Store
) -> None:
    assert manager.change(item, image=photograph()).status_code == 302
    item.refresh_from_db()
    stored = Path(item.image.name)
    assert stored.parent == Path(f"menu/{store.pk}")
    assert stored.name != "soup.png"


def test_a_picture_can_be_taken_away(manager: Office, item: Any) -> None:
    manager.change(item, image=photograph())
    assert manager.change(item, **{"image-clear": "on"}).status_code == 302
    item.refresh_from_db()
    assert not item.image


@pytest.mark.parametrize(
    "upload",
    [
        pytest.param(lambda: SimpleUploadedFile("soup.svg", DRAWING), id="a drawing, which could carry a script"),
        pytest.param(lambda: SimpleUploadedFile("soup.png", DRAWING), id="a drawing called a photograph"),
        pytest.param(lambda: SimpleUploadedFile("soup.png", b"<html>"), id="a page"),
        pytest.param(lambda: photograph(form="GIF", name="soup.png"), id="another kind of picture"),
        pytest.param(lambda: photograph(name="soup.html"), id="a photograph called a page"),
    ],
)
def test_only_a_photograph_is_taken(manager: Office, item: Any, upload: Any) -> None:
    assert list(errors_of(manager.change(item, image=upload()))) == ["image"]
    item.refresh_from_db()
    assert not item.image


def test_a_picture_above_ten_megabytes_is_refused(manager: Office, item: Any) -> None:
    good = photograph().read()
    large = SimpleUploadedFile("soup.png", good + b"\0" * (settings.PICTURE_BYTES + 1 - len(good)))
    assert list(errors_of(manager.change(item, image=large))) == ["image"]


def test_stock_that_guests_took_while_the_page_was_open_is_not_put_back(manager: Office, item: Any) -> None:
    MenuItem.objects.update(remaining=5)
    sent = fields_of(manager.get(page_of(MenuItem, "change", item)))
    MenuItem.objects.update(remaining=3, status=SaleStatus.SOLD_OUT)
    manager.client.post(page_of(MenuItem, "change", item), sent | {"price": "9500"})
    item.refresh_from_db()
    assert (item.price, item.remaining, item.status) == (9500, 3, SaleStatus.SOLD_OUT)


def test_stock_that_the_manager_counts_is_written(manager: Office, item: Any) -> None:
    MenuItem.objects.update(remaining=5)
    manager.change(item, remaining="12")
    item.refresh_from_db()
    assert item.remaining == 12
    manager.change(item, remaining="")
    item.refresh_from_db()
    assert item.remaining is None


def test_an_option_group_is_made_with_its_options(manager: Office, store: Store) -> None:
    options = {
        "options-TOTAL_FORMS": "2",
        "options-0-name_ko": "보통",
        "options-0-name_en": "Medium",
        "options-1-name_ko": "곱빼기",
        "options-1-price": "2000",
    }
    unchanged = {
        f"options-{number}-{name}": value
        for number in (0, 1)
        for name, value in {"status": "on_sale", "sort_order": str(number), "price": "0"}.items()
    }
    answer = manager.add(OptionGroup, name_ko="양", min_choices="1", max_choices="1", **unchanged | options)
    assert answer.status_code == 302
    group = OptionGroup.objects.get(name__ko="양")
    made = Option.objects.filter(group=group).values_list("store", "name", "price")
    assert list(made) == [(store.pk, {"ko": "보통", "en": "Medium"}, 0), (store.pk, {"ko": "곱빼기"}, 2000)]


@pytest.mark.parametrize(("least", "most"), [("2", "1"), ("0", "0")])
def test_a_choice_that_nobody_could_make_is_refused(manager: Office, here: Rows, least: str, most: str) -> None:
    errors = errors_of(manager.change(here[OptionGroup], min_choices=least, max_choices=most))
    assert list(errors) == ["max_choices"]


def test_an_item_asks_for_a_choice_once(manager: Office, item: Any, here: Rows, store: Store) -> None:
    second = OptionGroup.objects.create(store=store, name={"ko": "양"})
    more = {"group_links-TOTAL_FORMS": "2", "group_links-1-sort_order": "1", "group_links-1-menu_item": str(item.pk)}
    assert manager.change(item, **more, **{"group_links-1-option_group": str(second.pk)}).status_code == 302
    assert MenuItemOptionGroup.objects.get(option_group=second).store == store
    more["group_links-TOTAL_FORMS"] = "3"
    more = {name.replace("-1-", "-2-"): value for name, value in more.items()}
    refused = manager.change(item, **more, **{"group_links-2-option_group": str(second.pk)})
    assert refused.status_code == 200
    assert item.option_groups.count() == 2


def test_a_category_with_items_is_not_deleted_and_the_page_says_why(manager: Office, here: Rows) -> None:
    refused = manager.delete(here[Category])
    assert "protected" in refused.content.decode()
    assert "HERE 김치찌개" in refused.content.decode()
    assert Category.objects.filter(pk=here[Category].pk).exists()


def test_an_item_an_option_group_and_an_empty_category_are_deleted(manager: Office, here: Rows) -> None:
    for model in (MenuItem, OptionGroup, Category):
        assert manager.delete(here[model]).status_code == 302
        assert not model._default_manager.filter(pk=here[model].pk).exists()


@pytest.mark.parametrize("asked", ["갈비", "rib", "RIB", "カルビ", "牛排骨"])
def test_items_are_found_by_their_name_in_any_language(manager: Office, store: Store, here: Rows, asked: str) -> None:
    name = {code.removeprefix("name_"): text for code, text in NAME.items()}
    MenuItem.objects.create(store=store, category=here[Category], name=name, price=1)
    assert [found.price for found in manager.list(MenuItem, q=asked).context_data["cl"].queryset] == [1]
    assert not manager.list(MenuItem, q="ko").context_data["cl"].queryset
