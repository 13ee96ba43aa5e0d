"""infra/up with the ordinary AWS CLI, from nothing, against a stand-in knowing few of AWS's rules (rules/ does)."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import pytest

from tests.infra.stand_in import started
from tests.infra.templates import ROOT

IMAGE = f"ghcr.io/owner/tableorder@sha256:{'a' * 64}"
FIRST = ["SiteAddress=order.example.com", f"Image={IMAGE}", "AlertEmail=me@example.com", "Repository=owner/tableorder"]
Up = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = started()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture(scope="module")
def environment(endpoint: str) -> dict[str, str]:
    return {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_REGION": "ap-northeast-2",
        "AWS_CONFIG_FILE": "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        "AWS_MAX_ATTEMPTS": "1",
    }


@pytest.fixture(scope="module")
def up(environment: dict[str, str]) -> Up:
    def run(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["infra/up", *arguments],
            cwd=ROOT, env=environment | changes, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip

    return run


@pytest.fixture(scope="module")
def client(endpoint: str) -> Callable[[str], object]:
    def of(service: str) -> object:
        return boto3.client(
            service, "ap-northeast-2", endpoint_url=endpoint, aws_access_key_id="x", aws_secret_access_key="y"
        )

    return of


@pytest.fixture(scope="module")
def secrets(client: Callable) -> Callable[[], dict[str, str]]:
    def read() -> dict[str, str]:
        found = client("ssm").get_parameters_by_path(Path="/tableorder/env/", WithDecryption=True)["Parameters"]
        return {p["Name"].rsplit("/", 1)[1]: p["Value"] for p in found if p["Type"] == "SecureString"}

    return read


@pytest.fixture(scope="module")
def first(up: Up) -> subprocess.CompletedProcess[str]:
    """The first time, from nothing."""
    return up(*FIRST)


def test_it_says_what_it_needs_before_it_makes_anything(up: Up, client: Callable) -> None:
    done = up("SiteAddress=order.example.com")
    assert done.returncode == 1
    assert "the first time these are needed too, as Name=Value: AlertEmail Image Repository." in done.stderr
    assert client("cloudformation").list_stacks()["StackSummaries"] == []


def test_a_parameter_that_nothing_knows_is_refused(up: Up) -> None:
    done = up(*FIRST, "InstanceTyp=t3.large")
    assert done.returncode == 1
    assert "no template has a parameter InstanceTyp." in done.stderr


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"AWS_REGION": ""}, "no region"),
        ({"AWS_ENDPOINT_URL": "http://127.0.0.1:1"}, "AWS accepts no credentials here"),
        ({"PATH": "/nowhere:/usr/bin:/bin"}, "the AWS CLI is missing"),
    ],
)
def test_what_is_missing_on_this_machine_is_said(up: Up, changes: dict[str, str], words: str) -> None:
    done = up(*FIRST, **changes)
    assert done.returncode == 1
    assert words in done.stderr


def test_one_command_brings_everything_up(first: subprocess.CompletedProcess[str], client: Callable) -> None:
    assert first.returncode == 0, first.stderr
    stacks = {s["StackName"]: s["StackStatus"] for s in client("cloudformation").list_stacks()["StackSummaries"]}
    assert stacks == {
        f"tableorder-{part}": "CREATE_COMPLETE" for part in ("network", "data", "alarms", "releases", "app")
    }
    address = client("ec2").describe_addresses()["Addresses"][0]["PublicIp"]
    assert f"Point order.example.com to the machine: an A record to {address}" in first.stdout
    assert "AWS_ROLE=arn:aws:iam::" in first.stdout


def test_its_secrets_are_made_encrypted_and_never_shown(
    first: subprocess.CompletedProcess[str], client: Callable, secrets: Callable
) -> None:
    values = secrets()
    assert values.keys() == {"DB_PASSWORD", "SECRET_KEY", "JWT_SECRET"}
    assert len(set(values.values())) == 3
    templates = [
        client("cloudformation").get_template(StackName=f"tableorder-{part}")["TemplateBody"]
        for part in ("network", "data", "alarms", "releases", "app")
    ]
    for value in values.values():
        assert len(value) == 64
        assert value not in first.stdout + first.stderr + str(templates)


def test_the_machine_gets_its_script(first: subprocess.CompletedProcess[str], client: Callable) -> None:
    body = str(client("cloudformation").get_template(StackName="tableorder-app")["TemplateBody"])
    assert "#include" not in body
    assert "first_minutes" in body
    group = client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"][0]
    assert (group["MinSize"], group["MaxSize"], len(group["Instances"])) == (1, 1, 1)


def test_a_second_run_changes_nothing(first: subprocess.CompletedProcess[str], up: Up, secrets: Callable) -> None:
    before = secrets()
    done = up()
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("nothing to change.") == 5
    assert secrets() == before


def test_the_fleet_comes_up_beside_the_machine(
    first: subprocess.CompletedProcess[str], up: Up, client: Callable
) -> None:
    certificate = client("acm").request_certificate(DomainName="order.example.com")["CertificateArn"]
    done = up("--fleet", f"Certificate={certificate}", f"Image={IMAGE}")
    assert done.returncode == 0, done.stderr
    balancer = client("elbv2").describe_load_balancers()["LoadBalancers"][0]
    assert f"Point order.example.com to the fleet: a CNAME (or Route 53 alias) to {balancer['DNSName']}" in done.stdout
    body = str(client("cloudformation").get_template(StackName="tableorder-fleet-machines")["TemplateBody"])
    assert "mount_files" in body
