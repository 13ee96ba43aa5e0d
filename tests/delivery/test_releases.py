"""Three releases and a rollback in the middle of an evening: nobody notices."""

import time

import pytest

from tests.delivery.box import Box, variant
from tests.delivery.load import evening

pytestmark = [pytest.mark.engine, pytest.mark.timeout(600)]


def test_no_request_fails_and_no_event_is_missed(box: Box, image: str, capsys: pytest.CaptureFixture[str]) -> None:
    releases = [variant(image, name) for name in ("second", "third", "fourth")]
    seconds = []
    with evening(box, "han") as load:
        for release in releases:
            began = time.monotonic()
            box.deploy(release)
            seconds.append(time.monotonic() - began)
            assert release in box.serving_image()
            assert len(box.running()) == 1
        began = time.monotonic()
        rolled_back = box.infra("rollback")
        seconds.append(time.monotonic() - began)
        assert rolled_back.returncode == 0, rolled_back.stdout
        assert "third" in box.serving_image()
    with capsys.disabled():
        taken = ", ".join(f"{each:.1f} s" for each in seconds)
        print(f"\nReleases and rollback: {taken}; {load.answered} requests, {load.connections} streams.")  # noqa: T201 # an operator asks for it
    assert load.failures == []
    assert sorted(load.stored()) == sorted(load.orders)
    for numbers in load.heard:
        assert numbers == list(range(1, len(numbers) + 1))
    # Each board's stream ended once in every release and went on.
    assert load.connections >= len(load.heard) * len(seconds)


def test_the_images_of_the_last_three_releases_are_kept(box: Box) -> None:
    kept = (box.folder / "releases").read_text().split()
    assert [name.partition(":")[2] for name in kept] == ["second", "fourth", "third"]
