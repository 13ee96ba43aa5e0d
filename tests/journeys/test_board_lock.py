"""A counter's board that two people share: locked it can still be read, and each goes on with a PIN of their own."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.boards import Counter, expect_live, judge, order
from tests.journeys.conftest import OpenPage
from tests.journeys.looks import BOARD_TARGET, hold
from tests.server import Server

COLLEAGUE = """
from django.contrib.auth.hashers import make_password
from accounts.models import Membership
Membership.objects.filter(user__username="manager").update(pin=make_password("730264"))
"""
PIN = "480153"
LOCKED = "보드가 잠겨 있어요"


def set_pin(page: Page) -> None:
    page.get_by_role("button", name="메뉴", exact=True).click()
    page.get_by_role("button", name="내 PIN 정하기").click()
    dialog = page.get_by_role("dialog", name="내 PIN 정하기")
    dialog.get_by_label("지금 비밀번호").fill("staff1234")
    for label in (re.compile("새 PIN"), "한 번 더"):
        dialog.get_by_label(label).fill("1234")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("쉽게")
    for label in (re.compile("새 PIN"), "한 번 더"):
        dialog.get_by_label(label).fill(PIN)
    judge(page)
    page.keyboard.press("Enter")
    expect(dialog.get_by_text("PIN을 정했어요.")).to_be_visible()
    dialog.get_by_label("10분 동안 만지지 않으면 잠그기").check()
    judge(page, "light")
    dialog.get_by_role("button", name="닫기").click()


def lock(page: Page) -> Locator:
    page.get_by_role("button", name="메뉴", exact=True).click()
    page.get_by_role("button", name="지금 잠그기").click()
    cover = page.get_by_role("dialog", name=LOCKED)
    expect(cover).to_be_visible()
    return cover


def test_a_board_is_locked_read_and_handed_over(open_page: OpenPage, own_server: Server) -> None:
    own_server.manage("shell", "-v0", "-c", COLLEAGUE)
    board = Counter(open_page(f"{own_server.url}/staff"))
    board.start()
    page, keys = board.page, board.page.keyboard
    set_pin(page)
    cover = lock(page)
    judge(page)
    order(own_server, 5, "공깃밥")
    expect(page.locator(".order").filter(has_text="공깃밥")).to_be_visible()
    page.mouse.click(640, 500)  # a touch on the board, which only asks who is there
    expect(cover.get_by_role("heading", name="누구세요?")).to_be_visible()
    expect(page.locator(".dialog[open]")).to_have_count(0)
    judge(page)
    keys.type("000000")
    keys.press("Enter")
    expect(cover.get_by_role("alert")).to_be_visible()
    keys.type(PIN)
    keys.press("Enter")
    expect(cover).to_have_count(0)
    expect_live(page)

    cover = lock(page)
    page.reload()
    expect(cover).to_be_visible()
    cover.get_by_role("button", name="잠금 풀기").click()
    cover.get_by_role("button", name="manager").click()
    for digit in "730264":
        cover.get_by_role("button", name=digit, exact=True).click()
    cover.get_by_role("button", name="확인").click()
    expect(cover).to_have_count(0)
    expect_live(page)
    board.order(5).get_by_role("button", name="조리 시작").click()
    expect(board.order(5).get_by_role("button", name="완료")).to_be_visible()
    token = own_server.sign_in_staff("manager")["access"]
    placed = own_server.request("GET", "/staff/orders", token=token).json()["results"][0]
    steps = own_server.request("GET", f"/staff/orders/{placed['id']}/steps", token=token).json()
    assert "manager" in str(steps)
    assert PIN not in page.url


def test_the_pad_fits_a_phone_and_two_tabs_are_locked_together(open_page: OpenPage, own_server: Server) -> None:
    own_server.manage("shell", "-v0", "-c", COLLEAGUE)
    board = Counter(open_page(f"{own_server.url}/staff", width=390, height=844))
    board.sign_in("manager")
    kitchen = board.page.context.new_page()
    kitchen.goto(f"{own_server.url}/staff/kitchen")
    cover = lock(board.page)
    hold(board.page, BOARD_TARGET)
    elsewhere = kitchen.get_by_role("dialog", name=LOCKED)
    expect(elsewhere).to_be_visible()
    cover.get_by_role("button", name="잠금 풀기").click()
    hold(board.page, BOARD_TARGET)
    board.page.keyboard.type("730264")
    board.page.keyboard.press("Enter")
    for one in (cover, elsewhere):
        expect(one).to_have_count(0)
    expect_live(kitchen)
