"""A desk for each test."""

from pathlib import Path

import pytest

from tests.pipeline.desk import Desk
from tests.pipeline.players import PUBLISHED


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, {"GITHUB_OUTPUT": str(tmp_path / "output")})


@pytest.fixture
def image() -> str:
    """An image by digest."""
    return PUBLISHED
