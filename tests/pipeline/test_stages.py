"""The stages, in their order: nothing goes into service that an earlier stage refused."""

from tests.pipeline.workflows import Yaml, commands, events, everything_before, jobs, steps, workflow

DEPLOY = "deploy.yml"
CI = "ci.yml"


def only(name: str, job: str) -> Yaml:
    return jobs(name)[job]


def test_main_alone_is_released() -> None:
    assert events(DEPLOY) == {"push": {"branches": ["main"]}}


def test_a_release_is_tested_built_deployed_checked_in_this_order() -> None:
    assert list(jobs(DEPLOY)) == ["test", "image", "deploy", "health", "rollback"]
    assert everything_before(DEPLOY, "image") == {"test"}
    assert everything_before(DEPLOY, "deploy") == {"test", "image"}
    assert everything_before(DEPLOY, "health") == {"test", "image", "deploy"}


def test_a_release_passes_every_stage_of_ci() -> None:
    assert only(DEPLOY, "test")["uses"] == f"./.github/workflows/{CI}"
    assert "workflow_call" in events(CI)


def test_ci_lints_then_checks_types_then_tests_then_builds() -> None:
    assert commands(only(CI, "lint")) == ["make lint"]
    assert everything_before(CI, "types") == {"lint"}
    assert everything_before(CI, "infra") == {"lint"}
    assert everything_before(CI, "test") == {"lint", "types"}
    assert everything_before(CI, "image") == {"lint", "types", "infra", "test"}


def test_tests_fail_rather_than_leave_the_browser_out() -> None:
    [tests] = [step for step in steps(only(CI, "test")) if step.get("run") == "make test"]
    assert tests["env"]["REQUIRE_BROWSER"]


def test_no_stage_goes_on_after_a_failure() -> None:
    for name in (CI, DEPLOY):
        for job in jobs(name).values():
            assert "continue-on-error" not in job
            assert not any("continue-on-error" in step or "if" in step for step in steps(job))


def test_only_conditions_that_keep_the_need_for_success_are_used() -> None:
    """`always()` or `failure()` in a condition lifts it; the rollback alone has that."""
    lifted = {job for name in (CI, DEPLOY) for job, content in jobs(name).items() if "()" in str(content.get("if", ""))}
    assert lifted == {"rollback"}


def test_what_was_tried_is_what_is_published_and_what_is_published_is_what_is_deployed() -> None:
    run = commands(only(DEPLOY, "image"))
    assert [line.split()[0] for line in run] == ["infra/ci/image", "infra/ci/smoke", "infra/ci/publish"]
    assert only(DEPLOY, "image")["outputs"] == {"image": "${{ steps.publish.outputs.image }}"}
    deploying = steps(only(DEPLOY, "deploy"))[-1]
    assert deploying["run"] == 'infra/ci/deploy "$IMAGE"'
    assert deploying["env"]["IMAGE"] == "${{ needs.image.outputs.image }}"


def test_a_release_that_is_not_well_is_rolled_back_without_a_reviewer() -> None:
    rollback = only(DEPLOY, "rollback")
    assert {"deploy", "health"} <= everything_before(DEPLOY, "rollback")
    assert rollback["if"] == "failure() && needs.deploy.result == 'success' && needs.health.result == 'failure'"
    assert commands(rollback)[0] == "infra/ci/rollback"
    assert rollback["environment"] != only(DEPLOY, "deploy")["environment"]["name"]


def test_releases_go_one_after_the_other_and_none_is_cancelled_midway() -> None:
    assert workflow(DEPLOY)["concurrency"] == {"group": "deploy", "cancel-in-progress": False}
    assert workflow(CI)["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"


def test_releases_go_through_a_protected_environment() -> None:
    assert only(DEPLOY, "deploy")["environment"]["name"] == "production"


def test_a_restore_and_a_release_are_tried_every_night() -> None:
    assert events("nightly.yml")["schedule"]
    assert commands(only("nightly.yml", "drill")) == ["infra/ci/image", "infra/ci/restore-drill"]
    assert commands(only("nightly.yml", "releases")) == ["make release-check"]


def test_dependencies_and_commits_are_searched_every_day_and_in_every_change() -> None:
    assert set(events("security.yml")) == {"pull_request", "schedule"}
    assert commands(only("security.yml", "dependencies")) == ["make audit"]
    assert commands(only("security.yml", "secrets")) == ["infra/ci/secrets"]
