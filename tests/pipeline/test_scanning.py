"""`infra/ci/audit` and `infra/ci/secrets`: a finding fails, and so does a question that could not be asked."""

import pytest

from tests.pipeline.desk import Desk

FULL_HISTORY = "echo false"
# `go install` leaves its program in GOBIN.
GO = """
printf '#!/bin/bash\\necho "$@" > "%s/searched"\\n%s\\n' "$DESK" {finds} > "$GOBIN/gitleaks"
chmod +x "$GOBIN/gitleaks"
"""


def scanners(desk: Desk, pip: str = "true", npm: str = "true") -> None:
    desk.play("pip-audit", pip)
    desk.play("npm", npm)


def test_every_list_of_packages_is_asked_about(desk: Desk) -> None:
    scanners(desk)
    assert desk.run("audit").code == 0
    asked = {call[-1] for call in desk.calls("pip-audit")}
    assert {"requirements.txt", "requirements-dev.txt", "requirements-delivery.txt"} <= asked
    assert all("--strict" in call for call in desk.calls("pip-audit"))
    assert desk.calls("npm") == [["--prefix", "client", "audit"]]


@pytest.mark.parametrize("fault", [{"pip": "exit 1"}, {"npm": "exit 1"}])
def test_a_known_hole_fails_after_everything_was_asked_about(desk: Desk, fault: dict[str, str]) -> None:
    scanners(desk, **fault)
    done = desk.run("audit")
    assert done.code == 1
    assert "known hole" in done.complained
    assert len(desk.calls("pip-audit")) >= 3
    assert len(desk.calls("npm")) == 1


def test_the_whole_history_is_searched_and_findings_are_not_printed(desk: Desk) -> None:
    desk.play("git", FULL_HISTORY)
    desk.play("go", GO.format(finds="true"))
    assert desk.run("secrets").code == 0
    assert {"git", "--redact"} <= set((desk.folder / "searched").read_text().split())
    [installed] = desk.calls("go")
    assert installed[0] == "install"
    assert "@v8." in installed[1]


@pytest.mark.parametrize(
    ("git", "go", "complaint"),
    [
        (FULL_HISTORY, GO.format(finds="'exit 1'"), "looks like a secret"),
        (FULL_HISTORY, "exit 1", "could not be built"),
        ("echo true", GO.format(finds="true"), "Only part of the history"),
    ],
)
def test_a_secret_fails_and_so_does_a_search_that_was_none(desk: Desk, git: str, go: str, complaint: str) -> None:
    desk.play("git", git)
    desk.play("go", go)
    done = desk.run("secrets")
    assert done.code == 1
    assert complaint in done.complained
