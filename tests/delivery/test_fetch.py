"""A machine takes its own files from the release that it is about to run."""

import pytest

from tests.delivery.box import Box, variant

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]


def test_its_files_become_those_of_the_image_and_its_settings_stay(box: Box, image: str) -> None:
    settings = (box.folder / ".env").read_text()
    state = (box.folder / "release.env").read_text()
    newer = variant(image, "newer", "COPY status.py /app/box/infra/status", status="#!/bin/sh\necho newer\n")
    fetched = box.infra("fetch", newer)
    assert fetched.returncode == 0, fetched.stderr
    assert "echo newer" in (box.folder / "infra" / "status").read_text()
    assert (box.folder / ".env").read_text() == settings
    assert (box.folder / "release.env").read_text() == state
    assert box.answers()


def test_a_checkout_is_left_alone(box: Box, image: str) -> None:
    (box.folder / ".git").mkdir()
    try:
        refused = box.infra("fetch", image)
    finally:
        (box.folder / ".git").rmdir()
    assert refused.returncode == 1
    assert "update it with git" in refused.stderr


def test_an_image_that_is_not_there_changes_nothing(box: Box) -> None:
    before = (box.folder / "docker-compose.yml").read_text()
    refused = box.infra("fetch", "registry.invalid/tableorder:none")
    assert refused.returncode != 0
    assert (box.folder / "docker-compose.yml").read_text() == before
