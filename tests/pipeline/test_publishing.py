"""`infra/ci/image` and `infra/ci/publish`: what is built is named for its commit, and handed on by its digest."""

import pytest

from tests.pipeline.desk import ROOT, Desk
from tests.pipeline.players import DIGEST, PUBLISHED, play_engine

SIGNED_IN = {"REGISTRY_USER": "mina", "REGISTRY_TOKEN": "a-token"}
TARGET = "ghcr.io/Han-River/TableOrder"


def test_the_image_is_named_for_its_commit_and_its_source(desk: Desk) -> None:
    desk.play("docker")
    done = desk.run("image", "tableorder:try", GITHUB_SHA="0123abc", GITHUB_REPOSITORY="han-river/tableorder")
    assert done.code == 0, done.complained
    [build] = desk.calls("docker")
    assert build[:2] == ["build", "--pull"]
    assert build[-1] == "."
    named = {value for value in build if "=" in value}
    assert {"REVISION=0123abc", "SOURCE=https://github.com/han-river/tableorder"} < named
    assert (ROOT / "pyproject.toml").read_text().count('\nversion = "') == 1
    assert any(value.startswith("VERSION=0.") for value in named)


def test_an_image_that_does_not_build_fails_the_stage(desk: Desk) -> None:
    desk.play("docker", "exit 1")
    done = desk.run("image")
    assert done.code == 1
    assert "could not be built" in done.complained


def test_a_published_image_is_handed_on_by_its_digest(desk: Desk) -> None:
    play_engine(desk)
    done = desk.run("publish", "tableorder:local", TARGET, **SIGNED_IN)
    assert done.code == 0, done.complained
    assert desk.output() == f"image={PUBLISHED}\n"
    assert ["push", "--quiet", "ghcr.io/han-river/tableorder:0123abc"] in desk.calls("docker")


def test_the_token_is_neither_an_argument_nor_left_behind(desk: Desk) -> None:
    play_engine(desk)
    done = desk.run("publish", "tableorder:local", TARGET, **SIGNED_IN)
    assert "a-token" not in str(desk.calls("docker")) + done.said + done.complained
    assert (desk.folder / "token").read_text().strip() == "a-token"
    config = (desk.folder / "config").read_text().strip()
    assert config
    assert not (desk.folder / config).exists()


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        ({"login": "exit 1"}, "refuses the sign-in"),
        ({"push": "exit 1"}, "could not be pushed"),
        ({"digests": "true"}, "Not an image by digest"),
        ({"digests": "echo evil.test/han-river/tableorder@" + DIGEST}, "Not an image by digest"),
    ],
)
def test_nothing_is_handed_on_after_a_failure(desk: Desk, answers: dict[str, str], complaint: str) -> None:
    play_engine(desk, **answers)
    done = desk.run("publish", "tableorder:local", TARGET, **SIGNED_IN)
    assert done.code == 1
    assert complaint in done.complained
    assert not (desk.folder / "output").exists()


@pytest.mark.parametrize("missing", ["REGISTRY_USER", "REGISTRY_TOKEN"])
def test_without_a_sign_in_it_says_which_part_is_missing(desk: Desk, missing: str) -> None:
    play_engine(desk)
    done = desk.run("publish", "tableorder:local", TARGET, **SIGNED_IN | {missing: ""})
    assert done.code == 1
    assert f"{missing} is not set" in done.complained
    assert desk.calls("docker") == []
