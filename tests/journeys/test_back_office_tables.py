"""A manager makes tables and puts them on the floor plan; an open board shows them there at once."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.boards import Counter
from tests.journeys.conftest import OpenOffice, OpenPage
from tests.journeys.looks import hold_to_wcag
from tests.journeys.office import Office, Point
from tests.server import Server

PIN, NEW_PIN = "7788", "556677"


@pytest.fixture(scope="module")
def server(module_server: Server) -> Server:
    """Who gets more tables."""
    return module_server


@pytest.fixture
def board(open_page: OpenPage) -> Counter:
    """With the floor plan."""
    opened = Counter(open_page("/staff"))
    opened.start()
    opened.page.get_by_role("button", name="배치도", exact=True).click()
    return opened


def on_the_floor(office: Office, x: float, y: float) -> Point:
    """A point of the window, from per cent of the plan."""
    box = office.page.locator("[data-floor]").bounding_box()
    assert box
    return box["x"] + box["width"] * x / 100, box["y"] + box["height"] * y / 100


def token_of(office: Office, number: int) -> Locator:
    return office.page.locator(".floor__table").get_by_text(str(number), exact=True)


def place_of(office: Office, number: int) -> tuple[int, int]:
    row = office.page.locator(f"tr[data-number='{number}']")
    return int(row.locator("[data-x]").input_value()), int(row.locator("[data-y]").input_value())


def card(board: Counter, kind: str, number: int) -> Locator:
    """The table's card, of those on the plan or below it."""
    name = re.compile(rf"^테이블 {number}\b")
    return board.page.locator(kind).filter(has=board.page.get_by_role("button", name=name))


def expect_on_board(board: Counter, number: int, place: tuple[int, int]) -> None:
    x, y = place
    expect(card(board, ".plan__table", number)).to_have_attribute("style", re.compile(rf"left: {x}%; top: {y}%"))


def test_tables_made_at_once_are_arranged_by_hand_and_by_keyboard(
    server: Server, open_office: OpenOffice, board: Counter
) -> None:
    office = open_office("/admin/")
    first = 41 if office.is_phone else 31
    office.go("테이블")
    office.press("테이블 만들기")
    for name, text in {"first": first, "last": first + 2, "zone": "정원", "seats": 6, "pin": PIN}.items():
        office.page.locator(f"[name={name}]").fill(str(text))
    hold_to_wcag(office.page, "how many")
    office.press("테이블 만들기")
    office.was_told("3개")
    assert PIN not in office.page.content()
    assert "access" in server.sign_in_table(first, pin=PIN)
    expect(board.table(first)).to_be_visible()

    office.go("배치도")
    office.page.get_by_role("button", name="정원").click()
    hold_to_wcag(office.page, "floor plan")
    token_of(office, first).click()
    office.drag(token_of(office, first), lambda: on_the_floor(office, 22, 30))
    dragged = place_of(office, first)
    assert abs(dragged[0] - 22) <= 2
    assert abs(dragged[1] - 30) <= 2
    second = token_of(office, first + 1)
    second.press("Enter")
    before = place_of(office, first + 1)
    second.press("ArrowRight")
    second.press("Shift+ArrowDown")
    moved = place_of(office, first + 1)
    assert moved == (before[0] + 1, before[1] + 5)
    office.page.locator(f"tr[data-number='{first + 2}'] [data-seats]").fill("9")
    office.save("3개")
    expect_on_board(board, first, dragged)
    expect_on_board(board, first + 1, moved)

    office.page.get_by_role("button", name="정원").click()
    token_of(office, first).press("Delete")
    office.save("1개")
    expect(card(board, ".plan__unplaced", first)).to_be_visible()


def test_a_table_gets_another_name_and_another_pin(server: Server, open_office: OpenOffice, board: Counter) -> None:
    office = open_office("/admin/")
    number, name = (8, "안방") if office.is_phone else (7, "창가")
    office.go("테이블")
    office.row("룸").get_by_role("link", name=str(number), exact=True).click()
    office.page.locator("[name=name]").fill(name)
    office.page.locator("[name=new_pin]").fill(NEW_PIN)
    office.save(name)
    expect(board.table(number)).to_be_visible()
    assert server.request("POST", "/auth/table/login", sign_in(number, "1234")).status == 401
    assert server.request("POST", "/auth/table/login", sign_in(number, NEW_PIN)).status == 200
    office.row(name).get_by_role("link", name=str(number), exact=True).click()
    expect(office.page.locator("[name=new_pin]")).to_have_value("")
    assert NEW_PIN not in office.page.content()


def sign_in(number: int, pin: str) -> dict[str, object]:
    return {"store_code": "demo", "table_number": number, "pin": pin}
