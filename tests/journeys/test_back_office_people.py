"""Owners and managers add people, give roles and new passwords, and let them go: what they have open ends at once."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.boards import Counter
from tests.journeys.conftest import OpenOffice, OpenPage
from tests.journeys.looks import hold_to_wcag
from tests.journeys.office import Office
from tests.journeys.screens import Board
from tests.server import Server

OWNER = """
from accounts.models import Role, Store
from accounts.stores import create_person, employ
person = create_person(username="owner", password="owner1234")
employ(store=Store.objects.get(code="demo"), user=person, role=Role.OWNER)
"""
OWN_PASSWORD = "kimchi-jjigae-42"  # of nobody


@pytest.fixture(scope="module")
def server(module_server: Server) -> Server:
    """Where an owner works too."""
    module_server.manage("shell", "-v0", "-c", OWNER)
    return module_server


def hire(office: Office, name: str, username: str, role: str = "") -> str:
    """Add somebody, and return the password that is shown once."""
    office.go("직원")
    office.press("직원 추가")
    office.page.locator("[name=name]").fill(name)
    office.page.locator("[name=username]").fill(username)
    if role:
        office.page.locator("[name=role]").select_option(label=role)
    office.page.get_by_role("button", name="저장").click()
    return password_shown(office)


def password_shown(office: Office) -> str:
    shown = office.page.locator("#handover-password")
    expect(shown).to_be_visible()
    hold_to_wcag(office.page, "password")
    password = shown.inner_text()
    office.fits()
    office.press("완료")
    assert password not in office.page.content()
    return password


def sign_in(page: Page, username: str, password: str) -> None:
    """At the counter."""
    for label, text in (("매장 코드", "demo"), ("사용자 이름", username), ("비밀번호", password)):
        page.get_by_label(label).fill(text)
    page.get_by_role("button", name="로그인").click()


def board_of(open_page: OpenPage, username: str, password: str) -> Board:
    """What they see at the counter, once they have made the password their own."""
    board = Counter(open_page("/staff"))
    sign_in(board.page, username, password)
    for label in ("새 비밀번호", "한 번 더"):
        board.page.get_by_label(label).fill(OWN_PASSWORD)
    board.page.get_by_role("button", name="바꾸고 시작하기").click()
    expect(board.page.get_by_role("region", name="테이블")).to_be_visible()
    return board


def expect_signed_out(page: Page) -> None:
    expect(page.get_by_role("button", name="로그인")).to_be_visible()


def test_staff_come_get_another_password_and_go(open_office: OpenOffice, open_page: OpenPage) -> None:
    office = open_office("/admin/")
    name, username = ("박하늘", "haneul") if office.is_phone else ("김바다", "bada")
    board = board_of(open_page, username, hire(office, name, username))

    office.row(name).get_by_role("link").click()
    office.press("새 비밀번호 만들기")
    office.press("새 비밀번호 만들기")
    password = password_shown(office)
    expect_signed_out(board.page)

    board = board_of(open_page, username, password)
    office.row(name).get_by_role("link").click()
    office.page.locator("[name=is_active]").uncheck()
    office.save(name)
    expect_signed_out(board.page)
    expect(office.row(name)).to_contain_text("사용 중지")
    sign_in(board.page, username, OWN_PASSWORD)
    expect(board.page.get_by_role("alert")).to_be_visible()


def test_an_owner_makes_a_manager_who_then_runs_the_restaurant(open_office: OpenOffice, open_page: OpenPage) -> None:
    office = open_office("/admin/", "owner")
    name, username = ("최가람", "garam") if office.is_phone else ("정나무", "namu")
    first = hire(office, name, username)
    office.row(name).get_by_role("link").click()
    office.page.locator("[name=role]").select_option(label="매니저")
    office.save(name)
    expect(office.row(name)).to_contain_text("매니저")

    width, height = office.page.viewport_size.values() if office.page.viewport_size else (1280, 800)
    new = Office(open_page("/admin/login/", width=width, height=height), is_phone=office.is_phone)
    new.sign_in(username, first)
    new.page.locator("[name=old_password]").fill(first)
    for field in ("new_password1", "new_password2"):
        new.page.locator(f"[name={field}]").fill(OWN_PASSWORD)
    hold_to_wcag(new.page, "own password")
    new.page.keyboard.press("Enter")
    new.go("메뉴")
    expect(new.row("삼겹살")).to_be_visible()
