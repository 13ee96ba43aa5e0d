"""`infra/ci/smoke`: an image that a restaurant should not get is stopped, and the reason said."""

import pytest

from tests.pipeline.desk import Desk
from tests.pipeline.players import WELL, play_engine


def engine(desk: Desk, **answers: str) -> None:
    play_engine(desk, **answers)
    desk.play("curl", WELL)


def test_a_good_image_passes(desk: Desk) -> None:
    engine(desk)
    done = desk.run("smoke")
    assert done.code == 0, done.complained
    assert "88 MB on top of python:3.12-slim-bookworm." in done.said
    assert "tableorder:local passes." in done.said


def test_it_runs_as_a_machine_runs_it(desk: Desk) -> None:
    engine(desk)
    desk.run("smoke")
    serving = [call for call in desk.calls("docker") if "--detach" in call]
    assert len(serving) == 1
    assert {"--read-only", "no-new-privileges", "ALL"} <= set(serving[0])


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        ({"user": "echo 0"}, "runs as root"),
        ({"user": "exit 125"}, "does not start a shell"),
        ({"tools": "echo /usr/bin/gcc"}, "tools that a server does not need: /usr/bin/gcc"),
        ({"tools": "exit 125"}, "could not be searched"),
        ({"secrets": "echo /app/.env"}, "not for others: /app/.env"),
        ({"size": "echo 50000000; echo 80000000; echo 121000000"}, "121 MB on top of"),
        ({"size": "true"}, "The size could not be told"),
        ({"migrate": "exit 1"}, "migrate fails"),
        ({"start": "exit 125"}, "did not start"),
        ({"probe": "exit 1"}, "health check fails"),
        ({"check": "exit 1"}, "check --deploy finds faults"),
    ],
)
def test_a_bad_image_is_stopped_and_its_fault_said(desk: Desk, answers: dict[str, str], complaint: str) -> None:
    engine(desk, **answers)
    done = desk.run("smoke")
    assert done.code == 1
    assert complaint in done.complained
    assert "passes" not in done.said


def test_a_server_that_never_gets_well_is_stopped_and_its_log_shown(desk: Desk) -> None:
    engine(desk)
    desk.play("curl", "exit 7")
    done = desk.run("smoke", STARTS_WITHIN="1")
    assert done.code == 1
    assert "Not healthy within 1 s." in done.complained
    assert any(call[0] == "logs" for call in desk.calls("docker"))


def test_nothing_is_left_running(desk: Desk) -> None:
    engine(desk, check="exit 1")
    desk.run("smoke")
    container, volume = desk.calls("docker")[-2:]
    assert container[:2] == ["rm", "--force"]
    assert volume[:3] == ["volume", "rm", "--force"]
    assert container[-1] == volume[-1]
