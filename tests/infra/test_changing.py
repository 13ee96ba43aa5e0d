"""infra/up on what is there already: it shows, asks, changes secrets. AWS's answers are given here, one by one."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.infra.templates import ROOT

AWS = r"""
printf '%s\n' "$*" >> "$FAKE/log"
case "$*" in
*get-caller-identity*) echo 123456789012 ;;
*InvalidParameters*) ;;
*put-parameter*) cp "${@: -1:1}" "$FAKE/put" 2>/dev/null || cp "$(sed 's|.*file://||' <<<"$*")" "$FAKE/put" ;;
*Parameter.Version*) echo 7 ;;
*SITE_ADDRESS*) echo order.example.com ;;
*list-open-id*) echo arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com ;;
*StackStatus*fleet*) exit 255 ;;
*"--stack-name tableorder-fleet"*) exit 255 ;;
*StackStatus*) echo "${STATUS:-UPDATE_COMPLETE}" ;;
*"cloudformation deploy --stack-name tableorder-app"*) echo "arn:aws:cloudformation:x:1:changeSet/app/1" ;;
*describe-change-set*) printf "${CHANGES:-}" ;;
*"wait stack"*) exit "${WAIT_EXIT:-0}" ;;
*describe-stack-events*) echo "Machines Failed to receive 1 resource signal" ;;
*send-command*) echo command-1 ;;
*list-command-invocations*) echo "${ENDED:-Success}" ;;
esac
"""
HARMLESS = r"Modify\tFalse\tMachineRole\tAWS::IAM::Role\n"
REPLACING = r"Modify\tTrue\tDataVolume\tAWS::EC2::Volume\n"
REMOVING = r"Remove\tNone\tSnapshots\tAWS::DLM::LifecyclePolicy\n"
RESTARTING = r"Modify\tFalse\tMachineTemplate\tAWS::EC2::LaunchTemplate\n"


class Aws:
    """A folder with an `aws` that answers as told, and writes down what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "aws").write_text(f"#!/usr/bin/env bash\n{AWS}")
        (folder / "aws").chmod(0o755)

    def up(self, *arguments: str, **answers: str) -> subprocess.CompletedProcess[str]:
        """Run infra/up with these answers of AWS."""
        environment = {
            "PATH": f"{self.folder}:{os.environ['PATH']}", "FAKE": str(self.folder), "AWS_REGION": "ap-northeast-2",
        }  # fmt: skip
        return subprocess.run(
            ["infra/up", *arguments],
            cwd=ROOT, env=environment | answers, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip

    def asked(self, words: str) -> bool:
        """Whether AWS was asked for it."""
        return words in (self.folder / "log").read_text()


@pytest.fixture
def aws(tmp_path: Path) -> Aws:
    return Aws(tmp_path)


def test_a_harmless_change_is_shown_and_made(aws: Aws) -> None:
    done = aws.up("CpuCredits=standard", CHANGES=HARMLESS)
    assert done.returncode == 0, done.stderr
    assert "Modify False MachineRole AWS::IAM::Role" in done.stdout
    assert aws.asked("execute-change-set")
    assert aws.asked("Name=tableorder CpuCredits=standard")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (REPLACING, "replaced or removed"),
        (REMOVING, "replaced or removed"),
        (RESTARTING, "five minutes without service"),
    ],
)
def test_nothing_is_replaced_without_being_asked_for(aws: Aws, changes: str, words: str) -> None:
    done = aws.up("DataSize=20", CHANGES=HARMLESS + changes)
    assert done.returncode == 1
    assert words in done.stderr
    assert "--yes" in done.stderr
    assert not aws.asked("execute-change-set")
    assert aws.up("DataSize=20", "--yes", CHANGES=HARMLESS + changes).returncode == 0
    assert aws.asked("execute-change-set")


def test_a_machine_image_changes_only_when_told(aws: Aws) -> None:
    aws.up()
    assert not aws.asked("ami-amazon-linux-latest")
    aws.up("MachineImage=latest", "--yes")
    assert aws.asked("ami-amazon-linux-latest")


def test_a_new_database_password_reaches_the_database_then_the_machine(aws: Aws) -> None:
    done = aws.up("--rotate", "DB_PASSWORD")
    assert done.returncode == 0, done.stderr
    put = json.loads((aws.folder / "put").read_text())
    assert (put["Name"], put["Type"], put["Overwrite"]) == ("/tableorder/env/DB_PASSWORD", "SecureString", True)
    log = (aws.folder / "log").read_text()
    assert put["Value"] not in log + done.stdout + done.stderr
    assert log.index("put-parameter") < log.index("DatabasePasswordVersion=7") < log.index("Action=refresh")


def test_a_machine_that_cannot_use_a_new_secret_is_said(aws: Aws) -> None:
    done = aws.up("--rotate", "JWT_SECRET", ENDED="Failed")
    assert done.returncode == 1
    assert "the machine did not manage" in done.stderr


@pytest.mark.parametrize("arguments", [["--rotate", "PASSWORD"], ["--rotate"], ["--wrong"], ["word"]])
def test_a_wrong_argument_changes_nothing(aws: Aws, arguments: list[str]) -> None:
    done = aws.up(*arguments)
    assert done.returncode == 1
    assert done.stderr.startswith("infra/up: ")
    assert not (aws.folder / "log").exists()


def test_a_failed_change_says_what_failed(aws: Aws) -> None:
    done = aws.up("CpuCredits=standard", CHANGES=HARMLESS, WAIT_EXIT="255")
    assert done.returncode == 1
    assert "Failed to receive 1 resource signal" in done.stderr


def test_what_a_failed_first_try_left_is_named(aws: Aws) -> None:
    done = aws.up(STATUS="ROLLBACK_COMPLETE")
    assert done.returncode == 1
    assert "aws cloudformation delete-stack --stack-name tableorder-network" in done.stderr
