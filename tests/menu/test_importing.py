"""What a row of a file does: which row of the store it means, what it changes, and what it leaves alone."""

from typing import Any

import pytest
from django.utils.translation import override

from accounts.models import Store
from menu.choices import SaleStatus
from menu.models import Category, MenuItem, Option, OptionGroup
from menu.transfer.applying import import_menu, plan_import
from menu.transfer.planning import Plan
from menu.transfer.resources import Options
from tests.factories import CategoryFactory, MenuItemFactory, OptionFactory, OptionGroupFactory, ask

pytestmark = pytest.mark.django_db
STEWS = {"ko": "찌개", "en": "Stews"}


def planned(store: Store, *lines: str, **options: bool) -> Plan:
    """What a CSV of these lines would do, headers first."""
    with override("en"):
        content = "\r\n".join(lines).encode()
        return plan_import(store=store, content=content, options=Options(**options))


def done(store: Store, *lines: str, **options: bool) -> Plan:
    """Import these lines."""
    plan = planned(store, *lines, **options)
    assert plan.faults == []
    content = "\r\n".join(lines).encode()
    with override("en"):
        assert import_menu(store=store, content=content, options=Options(**options), digest=plan.digest, actor=None)[1]
    return plan


def faults(store: Store, *lines: str) -> list[tuple[str, str]]:
    """Where the lines are refused, and why."""
    return [(fault.address, fault.message) for fault in planned(store, *lines).faults]


def test_a_row_keeps_its_picture_choices_and_whatever_has_no_column(stew: MenuItem) -> None:
    ask(stew)
    MenuItem.objects.update(image="menu/stew.webp", remaining=4, badges=["new"])
    done(stew.store, "kind,code,price", f"item,{stew.code},9900")
    after = MenuItem.objects.get()
    assert (after.price, after.image.name, after.remaining, after.badges) == (9900, "menu/stew.webp", 4, ["new"])
    assert after.group_links.count() == 1
    assert after.name == stew.name


def test_a_code_finds_its_row_under_a_new_name_and_in_a_new_category(stew: MenuItem) -> None:
    other = CategoryFactory(store=stew.store, name={"ko": "탕"})
    done(stew.store, "kind,code,category,name_ko", f"item,{stew.code},탕,김치탕")
    after = MenuItem.objects.get()
    assert (after.pk, after.category, after.name) == (stew.pk, other, {"ko": "김치탕", "en": "Kimchi stew"})


def test_without_a_code_the_name_in_the_default_language_finds_the_row(stew: MenuItem) -> None:
    done(stew.store, "kind,category,name_ko,name_en,price", "item,찌개,김치찌개,Kimchi jjigae,1")
    assert MenuItem.objects.get().name["en"] == "Kimchi jjigae"
    done(stew.store, "kind,category,name_ko,price", "item,Stews,된장찌개,1")
    assert MenuItem.objects.count() == 2


def test_two_of_one_name_are_told_apart_by_their_codes(stew: MenuItem) -> None:
    twin = MenuItemFactory(category=stew.category)
    lines = ("kind,code,category,name_ko,price", f"item,{twin.code},찌개,김치찌개,1")
    done(stew.store, *lines)
    assert dict(MenuItem.objects.values_list("pk", "price")) == {stew.pk: 9000, twin.pk: 1}
    assert faults(stew.store, "kind,category,name_ko,price", "item,찌개,김치찌개,1") == [
        ("2", "Several have this name: write the code of the one that is meant.")
    ]


def test_the_same_row_twice_is_refused(stew: MenuItem) -> None:
    twice = "This row is in the file twice: give one of them a code of its own."
    line = f"item,{stew.code},찌개,김치찌개,1"
    header = "kind,code,category,name_ko,price"
    assert faults(stew.store, header, line, line) == [("B3", twice)]
    assert faults(stew.store, header, line, "item,,찌개,김치찌개,1") == [("B3", twice)]
    assert faults(stew.store, header, "item,,찌개,새,1", "item,,찌개,새,1") == [("B3", twice)]


def test_an_item_may_name_what_the_file_itself_adds(store: Store) -> None:
    done(
        store,
        "kind,code,category,option_group,name_ko,price,option_groups,max_choices",
        "item,,국,,미역국,8000,크기; 밥,",
        "category,,,,국,,,",
        "option group,,,,밥,,,1",
        "option group,,,,크기,,,2",
        "option,large,,크기,큰,1000,,",
        "option,large,,밥,큰,500,,",
    )
    item = MenuItem.objects.get()
    assert [link.option_group.name["ko"] for link in item.group_links.all()] == ["크기", "밥"]
    assert {option.price for option in Option.objects.filter(code="large")} == {1000, 500}


def test_rows_that_are_not_in_the_file_stay(stew: MenuItem, beer: MenuItem) -> None:
    done(stew.store, "kind,code,price", f"item,{stew.code},1")
    assert MenuItem.objects.get(pk=beer.pk).status == SaleStatus.ON_SALE


def test_or_they_are_hidden_but_only_of_the_kinds_that_the_file_has(stew: MenuItem, beer: MenuItem) -> None:
    option = ask(stew)[0]
    plan = done(stew.store, "kind,code,price", f"item,{stew.code},1", hide_missing=True)
    assert [change.name for change in plan.changes("hidden")] == ["맥주"]
    assert MenuItem.objects.get(pk=beer.pk).status == SaleStatus.HIDDEN
    assert Category.objects.get().is_hidden is False
    assert Option.objects.get(pk=option.pk).status == SaleStatus.ON_SALE


def test_stock_and_status_can_stay_as_they_are_now(stew: MenuItem) -> None:
    MenuItem.objects.update(status=SaleStatus.SOLD_OUT, remaining=0)
    lines = ("kind,code,price,status,remaining", f"item,{stew.code},9500,on sale,20")
    done(stew.store, *lines, keep_live=True)
    after = MenuItem.objects.get()
    assert (after.price, after.status, after.remaining) == (9500, SaleStatus.SOLD_OUT, 0)
    done(stew.store, *lines)
    assert MenuItem.objects.get().remaining == 20


def test_new_rows_come_last(stew: MenuItem) -> None:
    MenuItem.objects.update(sort_order=7)
    done(stew.store, "kind,category,name_ko,price", "item,찌개,가,1", "item,찌개,나,1")
    assert list(MenuItem.objects.values_list("name__ko", "sort_order")) == [("김치찌개", 7), ("가", 8), ("나", 9)]


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("price", "-1", "Give a whole number from 0 to 1000000000."),
        ("price", "9.5", "Give a whole number from 0 to 1000000000."),
        ("price", "1000000001", "Give a whole number from 0 to 1000000000."),
        ("remaining", "-1", "Give a whole number from 0 to 2147483647."),
        ("spiciness", "4", "Give a whole number from 0 to 3."),
        ("status", "eaten", "Choose from: On sale, Sold out, Hidden."),
        ("badges", '"best, Best"', "Name each once."),
        ("allergens", "gravel", "Choose from: Egg,"),
        ("available_from", "25:00", "Give a time such as 11:30."),
        ("option_groups", "nothing", "There is none of this name or code."),
        ("name_ko", "x" * 81, "A text has 80 characters at most."),
        ("name_ko", "a\x07b", "This has characters that cannot be shown."),
        ("name_ko", " ", "Give this in at least one language."),
        ("description_en", "x" * 501, "A text has 500 characters at most."),
        ("category", "Soups", "There is none of this name or code."),
    ],
)
def test_a_cell_is_refused_by_name(stew: MenuItem, column: str, cell: str, message: str) -> None:
    MenuItem.objects.update(name={"ko": "김치찌개"})
    found = planned(stew.store, f"kind,code,{column}", f"item,{stew.code},{cell}").faults
    assert [(fault.address, fault.message[: len(message)]) for fault in found] == [("C2", message)]


def test_rules_between_columns_are_refused_too(stew: MenuItem) -> None:
    hours = "kind,code,available_from,available_until"
    assert faults(stew.store, hours, f"item,{stew.code},11:00,") == [("D2", "Give both hours or neither.")]
    same = [("D2", "The hours begin and end at the same time.")]
    assert faults(stew.store, hours, f"item,{stew.code},11:00,11:00") == same
    group = OptionGroupFactory(store=stew.store)
    limits = "This must be 1 or more, and not less than the number above."
    assert faults(stew.store, "kind,code,min_choices,max_choices", f"option group,{group.code},3,2") == [("D2", limits)]


def test_a_new_row_lacks_nothing_that_it_needs(store: Store) -> None:
    needed = "This must be given."
    assert faults(store, "kind,code,name_ko", "item,,국") == [("2", needed), ("2", needed)]
    assert faults(store, "kind,code,name_ko", "option,,국") == [("2", needed)]
    begins = "A code begins with a letter; letters, digits, hyphens, points and _ follow."
    assert faults(store, "kind,code,name_ko", "category,500,국") == [("B2", begins)]


@pytest.mark.parametrize(
    ("cell", "stored"),
    [("18,000", 18000), ("18000.0", 18000), (" 18000 ", 18000)],
)
def test_numbers_are_read_as_people_write_them(stew: MenuItem, cell: str, stored: int) -> None:
    done(stew.store, "kind,code,price", f'item,{stew.code},"{cell}"')
    assert MenuItem.objects.get().price == stored


@pytest.mark.parametrize("cell", ["15:30", "3:30 PM", "오후 3:30", "15:30:00"])
def test_times_are_read_as_people_write_them(stew: MenuItem, cell: str) -> None:
    done(stew.store, "kind,code,available_from,available_until", f"item,{stew.code},9:00,{cell}")
    after: Any = MenuItem.objects.get()
    assert (after.available_from.hour, after.available_until.isoformat()) == (9, "15:30:00")


def test_everything_or_nothing(stew: MenuItem, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ("kind,code,category,name_ko,price", f"item,{stew.code},찌개,김치찌개,1", "item,,찌개,새,1")
    plan = planned(stew.store, *lines)
    monkeypatch.setattr("menu.transfer.applying._record", lambda *_args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        import_menu(
            store=stew.store,
            content="\r\n".join(lines).encode(),
            options=Options(),
            digest=plan.digest,
            actor=None,
        )
    assert list(MenuItem.objects.values_list("price", flat=True)) == [9000]


def test_groups_and_options_are_changed_and_hidden_like_items(store: Store) -> None:
    group = OptionGroupFactory(store=store)
    mild, hot = OptionFactory(group=group), OptionFactory(group=group, name={"ko": "매운맛"})
    header = "kind,code,option_group,name_ko,price,max_choices"
    rows = (f"option group,{group.code},,매운 정도,,2", f"option,{mild.code},매운 정도,순한맛,300,")
    done(store, header, *rows, hide_missing=True)
    assert OptionGroup.objects.get().name == {"ko": "매운 정도", "en": "Spice"}
    assert OptionGroup.objects.get().max_choices == 2
    assert dict(Option.objects.values_list("pk", "price")) == {mild.pk: 300, hot.pk: 0}
    assert dict(Option.objects.values_list("pk", "status")) == {mild.pk: "on_sale", hot.pk: "hidden"}
