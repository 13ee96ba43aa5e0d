"""A real Chromium against a real server, Debian's or whichever CHROMIUM names."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from tests.journeys.office import SCREENS, Office
from tests.server import ROOT, Server, running_server

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
)  # fmt: skip

LONGEST = 300  # seconds: on a busy machine each step takes long, and a journey has many
# Milliseconds that a screen may take to follow: a busy machine is slow, and nobody waits for one that is not.
expect.set_options(timeout=20_000)

OpenPage = Callable[..., Page]
OpenOffice = Callable[..., Office]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a journey."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            if not item.get_closest_marker("timeout"):
                item.add_marker(pytest.mark.timeout(LONGEST))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert (ROOT / "client" / "dist" / "index.html").exists(), "The screens are not built. Run: make build"
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        chromium = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[OpenPage]:
    """Open a page of the server as a device of its own. Whatever the browser complains of fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        # Chromium reports every refused request; those are the application's to show.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def open_one(
        path: str, *, language: str = "ko-KR", width: int = 1280, height: int = 800, touch: bool = False
    ) -> Page:
        # Without motion: a sheet that is still fading in is nobody's to judge.
        context = browser.new_context(
            base_url=server.url,
            locale=language,
            viewport={"width": width, "height": height},
            has_touch=touch,
            reduced_motion="reduce",
        )
        context.on("console", complain)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        for page in context.pages:
            # An open stream would meet a server that is going away.
            page.goto("about:blank")
        context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def module_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server with the demo store, of one file's tests: what they change meets nobody else."""
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(params=SCREENS)
def open_office(open_page: OpenPage, request: pytest.FixtureRequest) -> OpenOffice:
    """Open the back office at an address as a manager: each such test runs on a laptop and on a phone."""
    width, height = SCREENS[request.param]
    is_phone = request.param == "phone"

    def open_one(path: str, username: str = "manager") -> Office:
        page = open_page(f"/admin/login/?next={path}", width=width, height=height, touch=is_phone)
        office = Office(page, is_phone=is_phone)
        office.sign_in(username)
        return office

    return open_one
