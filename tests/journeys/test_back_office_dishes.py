"""A manager adds a dish with all that belongs to it, changes it from the list, and puts dishes in order by finger."""

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import OpenOffice, OpenPage
from tests.journeys.looks import hold_to_wcag
from tests.journeys.office import Office, Point, middle_of, upload
from tests.journeys.screens import Tablet
from tests.server import Server

DESSERTS = ["팥빙수", "씨앗호떡", "약과 아이스크림"]


@pytest.fixture(scope="module")
def server(module_server: Server) -> Server:
    """Whose menu is left changed."""
    return module_server


@pytest.fixture
def tablet(open_page: OpenPage) -> Tablet:
    opened = Tablet(open_page("/"), table=6)
    opened.sign_in()
    return opened


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    path = tmp_path / "plum.jpg"
    Image.new("RGB", (1600, 1200), "purple").save(path)
    return path


def tick(office: Office, *labels: str) -> None:
    """A pill each: the box in it is not seen."""
    for label in labels:
        office.page.locator("label").filter(has=office.page.get_by_label(label, exact=True)).click()


def names_on(tablet: Tablet) -> Locator:
    return tablet.page.get_by_role("region", name="후식").locator(".card__name")


def test_a_new_dish_has_all_that_guests_ask_for(open_office: OpenOffice, tablet: Tablet, photograph: Path) -> None:
    office = open_office("/admin/")
    korean, english = ("매실차", "Plum tea") if office.is_phone else ("매실에이드", "Plum ade")
    office.go("메뉴")
    office.press("메뉴 추가")
    page = office.page
    page.locator("[name=name_ko]").fill(korean)
    page.locator("[name=category]").select_option(label="음료·주류")
    page.locator("[name=price]").fill("6500")
    page.locator("[name=image]").set_input_files(photograph)
    page.locator("[name=description_ko]").fill("직접 담근 매실청")
    page.get_by_role("tab", name=re.compile("^영어")).first.click()
    page.locator("[name=name_en]").fill(english)
    tick(office, "신메뉴", "비건", "복숭아")
    page.locator("[name=remaining]").fill("1")
    page.locator("#group_links-group .add-row a").click()
    page.locator("#group_links-0 .select2-selection").click()
    page.locator(".select2-search__field").last.fill("크기")
    page.locator(".select2-results__option", has_text="크기").first.click()
    hold_to_wcag(page, "dish")
    office.save(korean)

    card = tablet.card("음료·주류", korean)
    expect(card).to_contain_text("₩6,500")
    expect(card.locator("img")).to_have_attribute("src", re.compile("-small.webp$"))
    card.click()
    expect(tablet.page.get_by_role("dialog", name=korean)).to_contain_text("직접 담근 매실청")

    page.locator("#searchbar").fill(english)
    page.locator("#searchbar").press("Enter")
    office.row(korean).get_by_role("link", name=re.compile(korean)).click()
    with page.context.expect_page() as opening:
        office.press("손님 화면으로 보기")
    guest = opening.value
    expect(guest.get_by_text(korean).first).to_be_visible()
    hold_to_wcag(guest, "as a guest sees it")
    guest.close()
    office.press("복제")
    office.was_told()
    office.save()
    expect(office.page.locator(".messagelist")).to_be_visible()
    office.go("메뉴")
    expect(office.row(korean)).to_have_count(2)


def test_price_and_status_are_changed_in_the_list(open_office: OpenOffice, tablet: Tablet) -> None:
    office = open_office("/admin/")
    dish = "식혜" if office.is_phone else "생막걸리"
    office.go("메뉴")
    card, row = tablet.card("음료·주류", dish), office.row(dish)
    row.get_by_label(f"{dish} 가격").fill("9900")
    office.save("1")
    expect(card).to_contain_text("₩9,900")
    row.locator("select[name$=-status]").select_option("sold_out")
    office.save("1")
    expect(card).to_be_disabled()

    row.locator(".action-select").check()
    office.page.locator("[name=action]").select_option(label="다시 판매")
    office.press("실행")
    office.was_told()
    expect(card).to_be_enabled()


def test_dishes_are_put_in_order_by_hand_and_by_keyboard(open_office: OpenOffice, tablet: Tablet) -> None:
    office = open_office("/admin/")
    office.go("분류")
    office.row("후식").get_by_role("link", name=re.compile("메뉴 3개")).click()
    rows = office.page.locator("#result_list tbody tr")
    expect(rows).to_have_count(3)
    handle = rows.nth(2).locator(".place__handle")

    def above_the_first() -> Point:
        x, _y = middle_of(handle)
        box = rows.nth(0).bounding_box()
        assert box
        return x, box["y"] + 4

    expect(names_on(tablet)).to_have_text(DESSERTS)
    office.drag(handle, above_the_first)
    expect(names_on(tablet)).to_have_text([DESSERTS[2], *DESSERTS[:2]])
    rows.nth(0).locator(".place__handle").press("ArrowDown")
    rows.nth(1).locator(".place__handle").press("ArrowDown")
    expect(names_on(tablet)).to_have_text(DESSERTS)
    office.page.reload()
    expect(office.page.locator(".field-dish a")).to_have_text([re.compile(name) for name in DESSERTS])


def test_many_dishes_are_marked_moved_and_priced(open_office: OpenOffice, tablet: Tablet) -> None:
    office = open_office("/admin/")
    page = office.page
    office.go("분류")
    office.row("면").get_by_role("link", name=re.compile("메뉴 4개")).click()
    expect(office.page.locator(".field-dish")).to_have_count(4)
    dish = page.locator(".field-dish a").first.inner_text().splitlines()[0].strip()
    price = int(page.locator("input[name$=-price]").first.input_value())

    page.locator(".action-select").first.check()
    page.locator("[name=action]").select_option("change_prices")
    office.press("실행")
    page.locator("label").filter(has_text="금액").click()
    page.locator("[name=by]").fill("700")
    office.press("새 가격 보기")
    expect(page.locator(".prices strong")).to_have_text([f"₩{price + 700:,}"])
    office.press("가격 1개 바꾸기")
    office.was_told()
    expect(tablet.card("면", dish)).to_contain_text(f"₩{price + 700:,}")

    choose(office, dish, "move_to_category")
    page.locator("[name=category]").select_option(label="밥")
    office.press("옮기기")
    office.was_told("밥")
    expect(tablet.card("밥", dish)).to_be_visible()
    choose(office, dish, "hide")
    office.was_told()
    expect(tablet.page.get_by_role("region", name="밥").get_by_role("button", name=dish)).to_have_count(0)
    choose(office, dish, "back_on_sale")
    choose(office, dish, "move_to_category")
    page.locator("[name=category]").select_option(label="면")
    office.press("옮기기")
    expect(tablet.card("면", dish)).to_be_visible()


def choose(office: Office, dish: str, action: str) -> None:
    """The dish in the whole list, and what is done to it."""
    office.go("메뉴")
    office.row(dish).first.locator(".action-select").check()
    office.page.locator("[name=action]").select_option(action)
    office.press("실행")


def test_a_file_with_a_fault_changes_nothing_until_it_is_mended(open_office: OpenOffice, tablet: Tablet) -> None:
    office = open_office("/admin/")
    price = 4200 if office.is_phone else 4100
    office.go("가져오기·내보내기")
    upload(office.page, "menu.csv", menu_file("삼천원"))
    expect(office.page.locator(".transfer__cell")).to_have_text("삼천원")
    expect(office.page.get_by_role("button", name="가져오기", exact=True)).to_have_count(0)
    office.fits()
    office.press("다른 파일 올리기")
    upload(office.page, "menu.csv", menu_file(str(price)))
    expect(office.page.locator("ins")).to_have_text(re.compile(f"{price:,}|{price}"))
    office.fits()
    office.press("가져오기")
    office.was_told("변경 1행")
    expect(tablet.card("후식", "씨앗호떡")).to_contain_text(f"₩{price:,}")


def menu_file(price: str) -> bytes:
    return f"구분,코드,가격\r\n메뉴,hotteok,{price}\r\n".encode("utf-8-sig")
