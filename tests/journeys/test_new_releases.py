"""A server that begins to serve another build: no guest notices, and every tablet has it at its next idle moment."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.screens import START, Tablet
from tests.server import ROOT, Server, running_server

BUILD = ROOT / "client" / "dist"
TABLE = 5
HASHED = re.compile(r"[\w.]+-[\w-]{8}\.(?:js|css)\b")
NEW = "New"  # begins the hash in every name of the new build
MINUTE = 60_000  # milliseconds


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """One of its own, to deploy to."""
    with running_server(tmp_path) as running:
        yield running


@pytest.fixture
def new_build(tmp_path: Path) -> Path:
    """The same screens under other names, as after a change of any line of theirs."""
    folder = tmp_path / "build"
    shutil.copytree(BUILD, folder, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    assets = [path for path in folder.glob("assets/*-????????.*") if path.suffix in (".js", ".css")]
    names = {path.name: path.stem[:-8] + NEW + path.stem[-5:] + path.suffix for path in assets}
    for path in [*folder.glob("*.html"), *folder.glob("*.js"), *assets]:
        text = HASHED.sub(lambda found: names.get(found[0], found[0]), path.read_text())
        path.with_name(names.get(path.name, path.name)).write_text(text)
    worker = folder / "sw.js"
    text, count = re.subn(r'"[0-9a-f]{12}"', '"0123456789ab"', worker.read_text())
    assert count == 1, "The worker names its version once"
    worker.write_text(text)
    return folder


def deploy(server: Server, build: Path) -> None:
    """Stop the old release and start the new one, as an operator does."""
    server.stop()
    server.environment |= {"DJANGO_SETTINGS_MODULE": "tests.another_build", "CLIENT_BUILD": str(build)}
    server.start()


def new_page(page: Page) -> Locator:
    """The script of the new build's page."""
    return page.locator(f"script[src*='-{NEW}']")


@pytest.mark.parametrize("has_worker", [True, False], ids=["HTTPS", "HTTP"])
def test_guests_keep_their_page_and_the_idle_screen_takes_the_new_one(
    server: Server, open_page: OpenPage, new_build: Path, *, has_worker: bool
) -> None:
    tablet = Tablet(open_page("about:blank"), table=TABLE)
    page = tablet.page
    if not has_worker:
        # As browsers do where a connection is not secure.
        page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.clock.install()
    page.goto("/")
    tablet.sign_in()
    if has_worker:
        tablet.wait_for_worker()
    tablet.add("밥", "공깃밥")
    page.evaluate("window.isTheGuestsPage = true")

    with page.expect_response(lambda answer: answer.url.endswith("/api/v1/events") and answer.ok, timeout=30_000):
        deploy(server, new_build)
    page.clock.fast_forward(2 * MINUTE)
    expect(tablet.cart).to_contain_text("공깃밥")
    assert page.evaluate("window.isTheGuestsPage")
    expect(new_page(page)).to_have_count(0)

    # The guests have gone, and nobody answers: only then does the cart go, and the page with it.
    page.clock.fast_forward(MINUTE + 1000)
    expect(page.get_by_role("dialog", name="계속 보고 계신가요?")).to_be_visible()
    assert page.evaluate("window.isTheGuestsPage")
    page.clock.fast_forward(20_000)
    expect(page.get_by_role("button", name=START)).to_be_visible()
    page.clock.fast_forward(12_000)
    expect(new_page(page)).to_have_count(1)
    expect(page.get_by_role("button", name=START)).to_be_visible()
    tablet.wake()
    expect(tablet.cart).to_contain_text("담은 메뉴가 없어요")
    tablet.add("밥", "공깃밥")
    tablet.order()


@pytest.mark.parametrize("has_worker", [True, False], ids=["HTTPS", "HTTP"])
def test_a_tablet_without_a_table_takes_it_unless_somebody_is_filling_in_the_form(
    server: Server, open_page: OpenPage, new_build: Path, *, has_worker: bool
) -> None:
    page = open_page("about:blank")
    tablet = Tablet(page, table=TABLE)
    if not has_worker:
        page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.clock.install()
    page.goto("/")
    expect(page.get_by_label("매장 코드")).to_be_visible()
    if has_worker:
        tablet.wait_for_worker()
    page.get_by_label("매장 코드").fill("demo")
    deploy(server, new_build)
    page.clock.fast_forward(2 * MINUTE)
    expect(page.get_by_label("매장 코드")).to_have_value("demo")
    expect(new_page(page)).to_have_count(0)

    # Nobody finishes it, or they begin anew: the screen is anybody's again.
    page.get_by_label("매장 코드").fill("")
    page.clock.fast_forward(15_000)
    expect(new_page(page)).to_have_count(1, timeout=20_000)
    tablet.sign_in()
