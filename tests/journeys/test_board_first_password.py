"""A waiter's first day: the password from the manager's slip of paper becomes one of their own, on the spot."""

import re

from playwright.sync_api import expect

from tests.journeys.boards import Counter, expect_live, judge
from tests.journeys.conftest import OpenPage
from tests.server import Server

HIRE = """
from accounts.models import Membership, Role, Store, User
from accounts.people import invite_person
store, by = Store.objects.get(code="demo"), User.objects.get(username="manager")
membership = Membership(store=store, role=Role.STAFF)
print(invite_person(membership=membership, name="이서준", username="seojun", by=by))
"""
OWN = "three-blue-tables"


def test_a_new_waiter_chooses_a_password_and_stands_before_the_board(open_page: OpenPage, own_server: Server) -> None:
    given = own_server.manage("shell", "-v0", "-c", HIRE).strip()
    board = Counter(open_page(f"{own_server.url}/staff", width=390, height=844))
    page, keys = board.page, board.page.keyboard
    for label, text in (("매장 코드", "demo"), ("사용자 이름", "seojun"), ("비밀번호", given)):
        page.get_by_label(label).fill(text)
    keys.press("Enter")
    expect(page.get_by_role("heading", name="나만의 비밀번호 정하기")).to_be_visible()
    judge(page)
    keys.type(OWN)
    keys.press("Tab")
    keys.type("another-one")
    keys.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("서로 달라요")
    judge(page, "light")
    page.get_by_label("한 번 더").fill(OWN)
    keys.press("Enter")
    expect_live(page)
    page.get_by_role("button", name="메뉴", exact=True).click()
    expect(page.get_by_text(re.compile("seojun · 직원"))).to_be_visible()
    page.get_by_role("button", name="비밀번호 바꾸기").click()
    judge(page)
    page.get_by_role("button", name="돌아가기").click()
    old = {"store_code": "demo", "username": "seojun", "password": given}
    assert own_server.request("POST", "/auth/staff/login", old).status == 401
    assert own_server.request("POST", "/auth/staff/login", old | {"password": OWN}).status == 200
