"""`infra/ci/deploy` and `infra/ci/rollback`: what they ask of the machine, and how they tell what became of it."""

import pytest

from tests.pipeline.desk import Desk
from tests.pipeline.players import once, play_cloud

HOSTILE = [
    "",
    "tableorder",
    "ghcr.io/han-river/tableorder:latest",
    "ghcr.io/han-river/tableorder@sha256:5a5a",
    "ghcr.io/han-river/tableorder@sha256:" + "5A" * 32,
    "ghcr.io/han-river/tableorder;reboot@sha256:" + "5a" * 32,
    "ghcr.io/$(reboot)@sha256:" + "5a" * 32,
    "ghcr.io/a b@sha256:" + "5a" * 32,
    "ghcr.io/x@sha256:" + "5a" * 32 + ";reboot",
    "ghcr.io/x@sha256:" + "5a" * 32 + "\nreboot",
    "ghcr.io/x,Action=rollback@sha256:" + "5a" * 32,
    "--help@sha256:" + "5a" * 32,
    "ghcr.io/../x@sha256:" + "5a" * 32,
]


def sent(desk: Desk) -> list[str]:
    """The one command that went out."""
    [command] = [call for call in desk.calls("aws") if call[:2] == ["ssm", "send-command"]]
    return command


def test_a_release_is_asked_of_the_installation_s_own_document(desk: Desk, image: str) -> None:
    play_cloud(desk)
    done = desk.run("deploy", image)
    assert done.code == 0, done.complained
    command = sent(desk)
    assert command[command.index("--document-name") + 1] == "han-river-release"
    assert command[command.index("--targets") + 1] == "Key=tag:Name,Values=han-river"
    assert command[command.index("--parameters") + 1] == f"Action=deploy,Image={image}"


def test_a_rollback_names_no_image(desk: Desk) -> None:
    play_cloud(desk)
    done = desk.run("rollback")
    assert done.code == 0, done.complained
    assert sent(desk)[sent(desk).index("--parameters") + 1] == "Action=rollback"


def test_the_machine_s_log_is_shown_and_cannot_speak_to_the_pipeline(desk: Desk, image: str) -> None:
    play_cloud(desk, log="printf '%s\\n' 'Pulling.' '::add-path::/tmp/evil'")
    said = desk.run("deploy", image).said
    assert "  | Pulling.\n" in said
    assert not [line for line in said.splitlines() if line.startswith("::")]


@pytest.mark.parametrize("status", ["Failed", "TimedOut", "Cancelled"])
def test_a_release_that_failed_on_the_machine_fails_here_with_its_log(desk: Desk, image: str, status: str) -> None:
    play_cloud(desk, status=f"echo {status}", log="echo 'Another release is running.'")
    done = desk.run("deploy", image)
    assert done.code == 1
    assert "  | Another release is running." in done.said
    assert f"FAILED: deploy: {status}, Failed, exit 75." in done.complained
    assert "Deployed" not in done.said


@pytest.mark.parametrize("first", ["echo InProgress", "echo Pending", "echo Delayed", "exit 254"])
def test_it_asks_until_the_machine_has_ended(desk: Desk, image: str, first: str) -> None:
    play_cloud(desk, status=once(first, "echo Success"))
    assert desk.run("deploy", image).code == 0


def test_a_machine_that_never_ends_fails_the_stage(desk: Desk, image: str) -> None:
    play_cloud(desk, status="echo InProgress")
    done = desk.run("deploy", image, POLL_SECONDS="0.1")
    assert done.code == 1
    assert "did not say in time" in done.complained


@pytest.mark.parametrize("machine", ["echo None", "echo", "exit 254"])
def test_a_command_that_no_machine_takes_fails_the_stage(desk: Desk, image: str, machine: str) -> None:
    play_cloud(desk, machine=machine)
    done = desk.run("deploy", image, POLL_SECONDS="0.1")
    assert done.code == 1
    assert "No running machine is called han-river. Nothing was changed." in done.complained


def test_a_command_that_the_cloud_refuses_fails_the_stage(desk: Desk, image: str) -> None:
    play_cloud(desk, send="echo AccessDenied >&2; exit 254")
    done = desk.run("deploy", image)
    assert done.code == 1
    assert "AccessDenied" in done.complained


@pytest.mark.parametrize("name", HOSTILE)
def test_only_an_image_by_digest_leaves_the_house(desk: Desk, name: str) -> None:
    play_cloud(desk)
    done = desk.run("deploy", name)
    assert done.code == 1
    assert "Not an image by digest" in done.complained
    assert desk.calls("aws") == []


@pytest.mark.parametrize("name", ["", "han river", "x,Values=*", "$(reboot)", "-x"])
def test_only_the_name_of_an_installation_leaves_the_house(desk: Desk, image: str, name: str) -> None:
    play_cloud(desk)
    assert desk.run("deploy", image, INSTALLATION=name).code == 1
    assert desk.calls("aws") == []


def test_on_github_the_reason_stands_at_the_top_of_the_run(desk: Desk) -> None:
    done = desk.run("deploy", "tableorder:latest", GITHUB_ACTIONS="true")
    assert done.said.startswith("::error::Not an image by digest")
