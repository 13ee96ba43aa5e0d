"""The list of items: what it shows, what is edited in it, what it can be narrowed to."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from menu.choices import SaleStatus
from menu.models import Category, MenuItem
from tests.admin.office import Office, page_of
from tests.admin.rows import Rows
from tests.factories import MenuItemFactory

WHOLE = dict.fromkeys(("ko", "en", "ja", "zh"), "x")


def sent_by(page: Any) -> dict[str, str]:
    """What the list's own form would send."""
    formset = page.context_data["cl"].formset
    sent = {field.html_name: str(field.value()) for field in formset.management_form}
    for form in formset.forms:
        for field in form:
            value = field.value()
            sent[field.html_name] = str(value.pk if hasattr(value, "pk") else value)
            if field.field.show_hidden_initial:
                sent[field.html_initial_name] = sent[field.html_name]
    return sent | {"_save": "Save"}


def found(office: Office, **query: str) -> set[Any]:
    return {item.pk for item in office.list(MenuItem, **query).context_data["cl"].queryset}


def test_price_and_status_are_edited_in_the_list(manager: Office, here: Rows) -> None:
    sent = sent_by(manager.list(MenuItem)) | {"form-0-price": "9900", "form-0-status": "sold_out"}
    assert manager.client.post(page_of(MenuItem, "changelist"), sent).status_code == 302
    here[MenuItem].refresh_from_db()
    assert (here[MenuItem].price, here[MenuItem].status) == (9900, SaleStatus.SOLD_OUT)


def test_what_others_changed_while_the_list_was_open_stays(manager: Office, here: Rows) -> None:
    second = MenuItemFactory(category=here[Category], sort_order=1)
    sent = sent_by(manager.list(MenuItem)) | {"form-0-price": "9900"}
    MenuItem.objects.filter(pk=second.pk).update(price=1, status=SaleStatus.SOLD_OUT)
    MenuItem.objects.filter(pk=here[MenuItem].pk).update(status=SaleStatus.HIDDEN)
    manager.client.post(page_of(MenuItem, "changelist"), sent)
    assert list(MenuItem.objects.values_list("price", "status").order_by("sort_order")) == [
        (9900, SaleStatus.HIDDEN),
        (1, SaleStatus.SOLD_OUT),
    ]


def test_a_price_that_cannot_be_is_refused_in_its_row(manager: Office, here: Rows) -> None:
    sent = sent_by(manager.list(MenuItem)) | {"form-0-price": "-1"}
    refused = manager.client.post(page_of(MenuItem, "changelist"), sent)
    assert refused.status_code == 200
    assert refused.context_data["cl"].formset.errors == [
        {"price": ["Ensure this value is greater than or equal to 0."]}
    ]


def test_another_store_s_row_cannot_be_slipped_into_the_list(manager: Office, here: Rows, elsewhere: Rows) -> None:
    sent = sent_by(manager.list(MenuItem)) | {"form-0-id": str(elsewhere[MenuItem].pk), "form-0-price": "1"}
    manager.client.post(page_of(MenuItem, "changelist"), sent)
    assert set(MenuItem.objects.values_list("price", flat=True)) == {9000}


@pytest.mark.parametrize(
    ("name", "description", "missing"),
    [
        (WHOLE, {}, set()),
        (WHOLE, WHOLE, set()),
        ({"ko": "x"}, {}, {"en", "ja", "zh"}),
        (WHOLE | {"en": ""}, {}, {"en"}),
        (WHOLE, {"ko": "x", "en": "x"}, {"ja", "zh"}),
    ],
)
def test_missing_translations_are_found(
    manager: Office, here: Rows, name: dict[str, str], description: dict[str, str], missing: set[str]
) -> None:
    MenuItem.objects.filter(pk=here[MenuItem].pk).update(name=name, description=description)
    assert {code for code in WHOLE if found(manager, missing=code)} == missing


def test_missing_pictures_are_found(manager: Office, here: Rows) -> None:
    pictured = MenuItemFactory(category=here[Category], image="menu/demo/stew.svg")
    assert found(manager, picture="missing") == {here[MenuItem].pk}
    assert found(manager, picture="there") == {pictured.pk}
    assert found(manager, missing="xx", picture="xx") == {here[MenuItem].pk, pictured.pk}


def test_the_status_is_the_one_that_guests_find(manager: Office, here: Rows) -> None:
    states = {"marked": ("sold_out", None), "none left": ("on_sale", 0), "some left": ("on_sale", 1)}
    states |= {"hidden": ("hidden", 0)}
    for name, (status, remaining) in states.items():
        MenuItemFactory(category=here[Category], name={"ko": name}, status=status, remaining=remaining)
    here[MenuItem].delete()
    listed = {
        status: {str(MenuItem.objects.get(pk=key)) for key in found(manager, status=status)} for status in SaleStatus
    }
    assert listed == {
        SaleStatus.SOLD_OUT: {"marked", "none left"},
        SaleStatus.ON_SALE: {"some left"},
        SaleStatus.HIDDEN: {"hidden"},
    }
    assert len(found(manager, status="xx")) == 4


def test_a_row_has_both_names_the_picture_and_what_is_missing(manager: Office, here: Rows) -> None:
    name = {"ko": "비빔밥", "en": "Bibimbap"}
    MenuItemFactory(category=here[Category], name=name, image="menu/demo/rice.svg", remaining=0)
    page = manager.list(MenuItem, q="bibimbap").content.decode()
    for text in ("비빔밥", "Bibimbap", "/media/menu/demo/rice.svg", "missing:", ">JA<", ">ZH<", "none left"):
        assert text in page
    for label in ("Price of 비빔밥", "Status of 비빔밥"):
        assert f'aria-label="{label}"' in page


def test_the_list_takes_few_queries_however_it_is_narrowed(manager: Office, here: Rows) -> None:
    for number in range(30):
        MenuItemFactory(category=here[Category], name={"ko": f"메뉴 {number}"})
    for query in ({}, {"q": "메뉴"}, {"category__id__exact": str(here[Category].pk)}, {"missing": "en"}):
        with CaptureQueriesContext(connection) as queries:
            manager.list(MenuItem, **query)
        assert len(queries) < 12, query


def test_option_groups_are_searched_in_any_language_for_an_item(manager: Office, here: Rows) -> None:
    asked = {"app_label": "menu", "model_name": "menuitemoptiongroup", "field_name": "option_group", "term": "맵기"}
    answer = manager.get("/admin/autocomplete/", **asked).json()
    assert [entry["text"] for entry in answer["results"]] == ["HERE 맵기"]
