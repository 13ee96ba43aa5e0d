"""A machine of one's own, on the engine that docker reaches; the image under test is APP_IMAGE."""

import os
from collections.abc import Iterator

import pytest

from tests.delivery.box import Box, variant


@pytest.fixture(scope="session")
def image() -> str:
    if "APP_IMAGE" not in os.environ:
        pytest.skip("APP_IMAGE names no image: make release-check builds one")
    return os.environ["APP_IMAGE"]


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory, image: str) -> Iterator[Box]:
    """A machine that serves `image`, with the store `han` and twelve tables."""
    machine = Box.set_up(tmp_path_factory.mktemp("box"), image)
    try:
        machine.deploy(variant(image, "first"))
        machine.open_store("han", tables=12)
        yield machine
    finally:
        machine.tear_down()
