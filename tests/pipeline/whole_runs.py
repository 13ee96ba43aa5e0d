"""The whole pipeline, run by act on a copy of the tree: `make delivery-check`.

Workflows and stages are the shipped ones; what they call (make, docker, aws, curl) is played. Each stage fails once.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.pipeline.desk import ROOT, Desk
from tests.pipeline.players import WELL, play_cloud, play_engine
from tests.pipeline.workflows import every_step

NOTHING = "name: nothing\ndescription: does nothing\nruns: {using: composite, steps: [{run: 'true', shell: bash}]}\n"
VARIABLES = {"AWS_ROLE": "arn:aws:iam::1:role/x", "AWS_REGION": "x", "INSTALLATION": "han-river"}
# Of the stages: else minutes.
PATIENCE = {"POLL_SECONDS": "0", "TRIES": "4", "WAIT_SECONDS": "1", "TAKEN_WITHIN": "1"}
SITE = "https://order.test"
# What is seen of each stage, in the order of the stages.
STAGES = ("lint", "types", "test", "build", "smoke", "publish", "deploy", "health")


class Pipeline:
    """A copy of the tree, with players all around."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)
        self.tree = folder / "tree"
        for part in (".github", "infra/ci"):
            shutil.copytree(ROOT / part, self.tree / part)
        for file in ("pyproject.toml", "Dockerfile"):
            shutil.copy(ROOT / file, self.tree)
        self._git("init", "--quiet", "--initial-branch", "main")
        self._git("remote", "add", "origin", "https://github.com/han-river/tableorder.git")
        self._git("add", "--all")
        self._git("-c", "user.name=Mina", "-c", "user.email=mina@order.test", "commit", "--quiet", "--message", "All")
        (folder / "nothing").mkdir()
        (folder / "nothing" / "action.yml").write_text(NOTHING)
        for program in ("make", "sudo"):
            self.desk.play(program)
        self.desk.play("curl", WELL)
        play_engine(self.desk)
        play_cloud(self.desk)

    def run(self, event: str, workflow: str, **variables: str) -> bool:
        """Whether the run passed."""
        payload = self.desk.folder / "event.json"
        payload.write_text(json.dumps({"ref": "refs/heads/main"} if event == "push" else {"number": 1}))
        command = ["act", event, "--workflows", f".github/workflows/{workflow}", "--eventpath", str(payload)]
        command += ["--platform", "ubuntu-24.04=-self-hosted", "--secret", "GITHUB_TOKEN=a-token"]
        for action in {step["uses"] for _, step in every_step() if not step.get("uses", "./").startswith("./")}:
            command += ["--local-repository", f"{action}={self.desk.folder / 'nothing'}"]
        for name, value in variables.items():
            command += ["--var", f"{name}={value}"]
        for name, value in PATIENCE.items():
            command += ["--env", f"{name}={value}"]
        own = {"PATH": f"{self.desk.folder / 'bin'}:{os.environ['PATH']}", "HOME": str(self.desk.folder)}
        done = subprocess.run(command, cwd=self.tree, env=own, capture_output=True, text=True, check=False)
        self.log = done.stdout + done.stderr
        return done.returncode == 0

    def seen(self) -> list[str]:
        """The stages that did their work, and the rollback."""
        made = [call[0] for call in self.desk.calls("make")]
        docker = [" ".join(call) for call in self.desk.calls("docker")]
        asked = [" ".join(call) for call in self.desk.calls("aws")]
        work = {
            "lint": "lint" in made,
            "types": "types" in made,
            "test": "test" in made,
            "build": any(call.startswith("build ") for call in docker),
            "smoke": any("--detach" in call for call in docker),
            "publish": any(call.startswith("push ") for call in docker),
            "deploy": any("Action=deploy" in call for call in asked),
            "health": any(call[-1].startswith(SITE) for call in self.desk.calls("curl")),
            "rollback": any("Action=rollback" in call for call in asked),
        }
        return [stage for stage, done in work.items() if done]

    def _git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.tree, check=True)


@pytest.fixture
def pipeline(tmp_path: Path) -> Pipeline:
    return Pipeline(tmp_path)


def make_fails_at(target: str) -> str:
    return f'[[ " $* " != *" {target} "* ]]'


def release(pipeline: Pipeline) -> bool:
    return pipeline.run("push", "deploy.yml", **VARIABLES, SITE_URL=SITE)


def test_a_good_change_goes_through_every_stage_into_service(pipeline: Pipeline) -> None:
    assert release(pipeline), pipeline.log
    assert pipeline.seen() == list(STAGES)


@pytest.mark.parametrize(
    ("program", "target", "last"),
    [
        ("make", "lint", "lint"),
        ("make", "delivery-check", "test"),  # beside types and tests, before the image
        ("make", "types", "types"),
        ("make", "check", "types"),
        ("make", "test", "test"),
        ("docker", "build", "build"),
        ("docker", "start", "smoke"),
        ("docker", "push", "publish"),
        ("aws", "send", "deploy"),
        ("aws", "status", "deploy"),
    ],
)
def test_a_stage_that_fails_stops_the_rest(pipeline: Pipeline, program: str, target: str, last: str) -> None:
    if program == "make":
        pipeline.desk.play("make", make_fails_at(target))
    elif program == "docker":
        play_engine(pipeline.desk, **{target: "exit 1"})
    else:
        play_cloud(pipeline.desk, **{target: "echo Failed; exit 1" if target == "send" else "echo Failed"})
    assert not release(pipeline), pipeline.log
    assert pipeline.seen() == list(STAGES[: STAGES.index(last) + 1]), pipeline.log


def test_a_release_that_is_not_well_is_taken_back_and_the_run_fails(pipeline: Pipeline) -> None:
    pipeline.desk.play("curl", f'[[ "$*" != *{SITE}* ]] && {WELL}')
    assert not release(pipeline), pipeline.log
    assert pipeline.seen() == [*STAGES, "rollback"], pipeline.log


def test_before_there_is_a_machine_the_image_is_published_and_nothing_fails(pipeline: Pipeline) -> None:
    assert pipeline.run("push", "deploy.yml"), pipeline.log
    assert pipeline.seen() == list(STAGES[: STAGES.index("publish") + 1])


def test_a_pull_request_is_built_and_tried_but_never_published(pipeline: Pipeline) -> None:
    assert pipeline.run("pull_request", "ci.yml", **VARIABLES, SITE_URL=SITE), pipeline.log
    assert pipeline.seen() == list(STAGES[: STAGES.index("smoke") + 1])
