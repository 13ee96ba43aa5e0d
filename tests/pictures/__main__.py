"""Take the pictures of docs/screens (`make screenshots`): every screen and state, in Korean and English."""

import os
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.journeys.conftest import FLAGS
from tests.pictures.board import photograph_board
from tests.pictures.camera import LOCALES, SCREENS
from tests.pictures.journey import assemble
from tests.pictures.office import photograph_office
from tests.pictures.tablet import photograph_tablet
from tests.server import running_server


def main() -> None:
    """Each on a server of its own: the board's evening would fill the tablet's table."""
    SCREENS.mkdir(exist_ok=True)
    with sync_playwright() as play:
        path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        browser = play.chromium.launch(executable_path=path, args=list(FLAGS))
        with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server:
            photograph_tablet(browser, server)
        with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server:
            photograph_board(browser, server)
        with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server:
            photograph_office(browser, server)
        browser.close()
    for language in LOCALES:
        assemble(SCREENS, language)


if __name__ == "__main__":
    main()
