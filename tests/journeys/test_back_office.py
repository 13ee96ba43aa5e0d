"""A manager changes the menu in the back office, and an open tablet shows it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Tablet
from tests.server import Server


@pytest.fixture
def egg(server: Server) -> Iterator[str]:
    """Steamed egg's page in the back office; on sale again afterwards."""
    staff = server.sign_in_staff()["access"]
    menu = server.request("GET", "/menu", token=server.sign_in_table(6)["access"]).json()
    items = [item for category in menu["categories"] for item in category["items"]]
    found = next(item for item in items if "계란찜" in item["name"]["ko"])
    yield f"/admin/menu/menuitem/{found['id']}/change/"
    server.request("PATCH", f"/staff/menu-items/{found['id']}", {"status": "on_sale"}, token=staff)


def test_sold_out_in_the_back_office_is_sold_out_on_the_tablet(open_page: OpenPage, egg: str) -> None:
    tablet = Tablet(open_page("/"), table=6)
    tablet.sign_in()
    card = tablet.card("사이드·안주", "계란찜")
    expect(card).to_be_enabled()

    office = open_page(f"/admin/login/?next={egg}")
    office.locator("[name=username]").fill("manager")
    office.locator("[name=password]").fill("manager1234")
    office.keyboard.press("Enter")
    office.locator("[name=status]").select_option("sold_out")
    office.locator("[name=_save]").first.click()
    expect(office.locator(".messagelist")).to_be_visible()

    expect(card).to_be_disabled()
