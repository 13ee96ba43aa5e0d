"""The power goes in the middle of an evening."""

import time

import pytest

from tests.delivery.box import Box
from tests.delivery.load import evening

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]
WITHIN = 60.0  # seconds


def test_after_a_power_cut_all_that_was_answered_is_there(box: Box, capsys: pytest.CaptureFixture[str]) -> None:
    with evening(box, "han", boards=1) as load:
        time.sleep(5)
        box.kill_everything()
        load.enough.set()
    began = time.monotonic()
    # What the engine does by itself when the machine is on again (restart: unless-stopped).
    box.compose("start", "db", "caddy", "backup", f"api_{box.live}")
    while not box.answers():
        assert time.monotonic() - began < WITHIN
        time.sleep(0.5)
    with capsys.disabled():
        print(f"\nServing {time.monotonic() - began:.1f} s after the power is back.")  # noqa: T201 # an operator asks for it
    assert set(load.orders) <= set(load.stored())
    assert len(load.orders) > 10
