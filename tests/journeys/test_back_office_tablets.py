"""A manager connects a tablet by the code on the screen, finds it, has it load again, and lets it go."""

import io
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import OpenOffice, OpenPage
from tests.journeys.looks import hold_to_wcag
from tests.journeys.office import Office
from tests.journeys.screens import Tablet
from tests.server import Server


@pytest.fixture(scope="module")
def server(module_server: Server) -> Server:
    """With tablets of these tests only."""
    return module_server


def read_qr(picture: Locator) -> str:
    """What a camera reads there."""
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.screenshot())).convert("L"))
    assert len(found) == 1
    return str(found[0].text)


def show_code(office: Office, table: int) -> None:
    office.go("테이블")
    office.page.get_by_role("link", name=re.compile(rf"^테이블 {table}\b.*연결")).click()
    office.press("코드 보기")


def test_the_picture_connects_a_tablet_once(server: Server, open_office: OpenOffice, open_page: OpenPage) -> None:
    office = open_office("/admin/")
    table = 2 if office.is_phone else 1
    show_code(office, table)
    hold_to_wcag(office.page, "code")
    office.fits()
    address = read_qr(office.page.locator(".pairing__qr"))
    digits = office.page.locator(".pairing__code").inner_text().replace(" ", "")
    assert address == f"{server.url}/#pair={digits}"

    tablet = Tablet(open_page(address), table=table)
    tablet.page.get_by_role("button", name="코드로 연결하기").click()
    tablet.wake()
    expect(tablet.page.get_by_role("heading", name=f"테이블 {table}", exact=True)).to_be_visible()
    expect(office.page.locator(".pairing__done")).to_be_visible()
    assert server.request("POST", "/auth/table/pair", {"code": digits}).status == 401


def test_a_tablet_is_found_loads_again_and_is_let_go(open_office: OpenOffice, open_page: OpenPage) -> None:
    office = open_office("/admin/")
    table = 5 if office.is_phone else 4
    tablet = Tablet(open_page("/"), table=table)
    tablet.sign_in()
    office.go("태블릿")
    row = office.row(re.compile(rf"테이블 {table}\b"))
    expect(row).to_contain_text("연결됨")
    while not row.locator("code").count():  # its build is noted a moment after its stream began
        office.page.reload()
    hold_to_wcag(office.page, "tablets")

    row.get_by_role("button", name="찾기").click()
    office.was_told()
    expect(tablet.page.locator(".identified")).to_contain_text(f"테이블 {table}")
    tablet.page.locator(".identified").click()

    tablet.page.evaluate("window.isAsBefore = true")
    row.get_by_role("button", name="새로 고침").click()
    office.was_told()
    tablet.page.wait_for_function("window.isAsBefore === undefined", timeout=15_000)
    tablet.wake()

    row.get_by_role("button", name="연결 끊기").click()
    expect(office.page.locator("#revoke_form")).to_contain_text(f"테이블 {table}")
    office.fits()
    hold_to_wcag(office.page, "are you sure")
    office.press("연결 끊기")
    office.was_told()
    expect(row).to_have_count(0)
    expect(tablet.page.get_by_role("button", name="코드로 연결하기")).to_be_visible()
