"""What a workflow may do, and what it trusts."""

import re

import pytest
import yaml

from tests.pipeline.workflows import FOLDER, NAMES, ROOT, commands, events, every_job, every_step, jobs, steps, workflow

PINNED = re.compile(r"uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
OWN = re.compile(r"uses: \./\.github/[a-z/-]+(\.yml)?$")
SECRET = re.compile(r"\bsecrets\b", re.IGNORECASE)
KNOWN_ACTIONS = {
    "actions/checkout",
    "actions/setup-node",
    "actions/setup-python",
    "aws-actions/configure-aws-credentials",
}
# Beside reading the checkout.
RIGHTS = {
    "deploy.yml:image": {"packages": "write"},
    "deploy.yml:deploy": {"id-token": "write"},
    "deploy.yml:rollback": {"id-token": "write"},
}


def test_there_are_workflows() -> None:
    assert NAMES == ["ci.yml", "deploy.yml", "nightly.yml", "security.yml"]


def test_every_action_is_pinned_by_its_commit_with_the_version_beside_it() -> None:
    used = [
        line.strip().removeprefix("- ")
        for file in sorted((ROOT / ".github").rglob("*.yml"))
        for line in file.read_text().splitlines()
        if re.match(r"\s*(- )?uses:", line)
    ]
    assert used
    assert [line for line in used if not PINNED.match(line) and not OWN.match(line)] == []


def test_one_version_of_each_action_and_few_actions() -> None:
    used = {step["uses"] for _, step in every_step() if not step.get("uses", "./").startswith("./")}
    assert sorted(action.split("@")[0] for action in used) == sorted(KNOWN_ACTIONS)


@pytest.mark.parametrize("name", NAMES)
def test_a_workflow_itself_has_no_rights(name: str) -> None:
    assert workflow(name)["permissions"] == {}


def test_each_job_has_the_least_rights() -> None:
    for where, job in every_job():
        assert job["permissions"] == {"contents": "read", **RIGHTS.get(where, {})}, where


def test_each_job_ends_in_time_on_a_known_machine() -> None:
    for where, job in every_job():
        if "uses" in job:
            continue
        assert 0 < job["timeout-minutes"] <= 60, where
        assert job["runs-on"] == "ubuntu-24.04", where


def test_nothing_from_outside_is_pasted_into_a_command() -> None:
    for where, step in every_step():
        assert "${{" not in step.get("run", ""), where


def test_no_checkout_leaves_a_token_behind() -> None:
    checkouts = [step for _, step in every_step() if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_no_workflow_runs_a_strangers_change_with_our_rights() -> None:
    for name in NAMES:
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events(name)), name


def test_no_secret_is_stored_in_the_repository_s_settings() -> None:
    """The cloud trusts the workflow's own identity, the registry the run's own token."""
    for where, step in every_step():
        assert not SECRET.search(str({**step.get("env", {}), **step.get("with", {})})), where


def test_the_cloud_s_role_is_taken_only_where_it_is_needed() -> None:
    takers = {
        where
        for where, job in every_job()
        for step in steps(job)
        if step.get("uses", "").startswith("aws-actions/configure-aws-credentials@")
    }
    assert takers == {"deploy.yml:deploy", "deploy.yml:rollback"}


def test_the_registry_s_token_reaches_the_publishing_step_alone() -> None:
    with_token = [step for _, step in every_step() if "github.token" in str(step)]
    assert [step["id"] for step in with_token] == ["publish"]


def test_every_script_that_a_workflow_calls_is_there_and_runs() -> None:
    called = {word for name in NAMES for job in jobs(name).values() for run in commands(job) for word in run.split()}
    scripts = {word for word in called if word.startswith("infra/ci/")}
    assert {"infra/ci/publish", "infra/ci/deploy", "infra/ci/health", "infra/ci/rollback"} <= scripts
    assert [script for script in scripts if not (ROOT / script).stat().st_mode & 0o100] == []


def test_dependabot_looks_after_everything_that_is_pinned() -> None:
    updates = yaml.safe_load((FOLDER.parent / "dependabot.yml").read_text())["updates"]
    watched = {update["package-ecosystem"] for update in updates}
    assert watched == {"pip", "npm", "docker", "docker-compose", "github-actions"}
    assert all(update["schedule"]["interval"] == "weekly" for update in updates)
