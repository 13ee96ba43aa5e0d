"""Without a connection the tablet still opens, shows its menu, and loses and doubles no order."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import Tablet
from tests.server import Server, running_server

TABLE = 4
PICTURES = "main img"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """One of its own, to stop and start."""
    with running_server(tmp_path) as running:
        yield running


@pytest.fixture
def tablet(open_page: OpenPage) -> Tablet:
    """With its service worker in charge and the menu's pictures kept."""
    tablet = Tablet(open_page("/"), table=TABLE)
    tablet.sign_in()
    tablet.page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    expect(tablet.page.get_by_role("main").get_by_role("listitem").first).to_be_visible()
    tablet.page.evaluate(
        """async () => {
          const wanted = [...document.querySelectorAll('main img')].length;
          const kept = async () => (await (await caches.open('pictures')).keys()).length;
          while (await kept() < wanted) await new Promise(resolve => setTimeout(resolve, 100));
        }"""
    )
    return tablet


def is_drawn(page: Page) -> bool:
    """The first picture is there, not only its place."""
    return bool(page.locator(PICTURES).first.evaluate("async image => (await image.decode(), image.naturalWidth > 0)"))


def test_a_reload_without_a_server_shows_the_menu_with_its_pictures(server: Server, tablet: Tablet) -> None:
    tablet.add("밥", "공깃밥")
    server.stop()
    tablet.page.reload()
    expect(tablet.cart).to_contain_text("공깃밥")
    assert is_drawn(tablet.page)
    # Parts that were never opened are there too.
    tablet.page.get_by_role("button", name="주문 내역").click()
    expect(tablet.page.get_by_role("heading", name="주문 내역")).to_be_visible()


def test_an_order_begun_without_a_connection_is_placed_once(server: Server, tablet: Tablet) -> None:
    tablet.add("밥", "공깃밥")
    server.stop()
    tablet.cart.get_by_role("button", name="주문하기").click()
    tablet.page.get_by_role("button", name="주문 보내기").click()
    again = tablet.page.get_by_role("button", name="다시 보내기")
    expect(again).to_be_visible()
    tablet.page.reload()
    expect(again).to_be_visible()
    server.start()
    again.click()
    expect(tablet.page.get_by_text("주문이 접수됐어요")).to_be_visible()
    token = server.sign_in_table(TABLE)["access"]
    assert len(server.request("GET", "/orders", token=token).json()["orders"]) == 1


def test_no_order_and_no_history_is_ever_kept_by_the_worker(tablet: Tablet) -> None:
    tablet.add("밥", "공깃밥")
    tablet.order()
    kept = tablet.page.evaluate(
        """async () => {
          const caught = [];
          for (const name of await caches.keys())
            for (const { url } of await (await caches.open(name)).keys()) caught.push(new URL(url).pathname);
          return caught;
        }"""
    )
    assert kept
    assert [path for path in kept if path != "/" and not path.startswith(("/assets/", "/media/"))] == []
