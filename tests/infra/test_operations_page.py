"""docs/operations.md is followed word for word: what it names must be there, and what is there must be named."""

import re

import pytest

from tests.infra.templates import CLOUD, ROOT, every_template

PAGE = (ROOT / "docs/operations.md").read_text()
TABLE = PAGE.split("## Every secret and variable")[1].split("\n## ")[0]
# What compose and the machine keep to themselves.
INTERNAL = {"APP_IMAGE", "BLUE_IMAGE", "GREEN_IMAGE"}


def test_every_variable_is_in_the_table() -> None:
    compose = (ROOT / "docker-compose.yml").read_text()
    example = (ROOT / ".env.example").read_text()
    names = set(re.findall(r"\$\{([A-Z_]+)", compose)) | set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))
    missing = {name for name in names - INTERNAL if f"`{name}`" not in TABLE}
    assert names
    assert not missing


def test_every_setting_of_a_machine_is_in_the_table() -> None:
    settings = set(re.findall(r"/env/([A-Z_]+)", "".join(path.read_text() for path in CLOUD.iterdir())))
    secrets = re.search(r"^SECRETS=\((.*)\)", (ROOT / "infra/up").read_text(), re.MULTILINE)
    assert secrets
    assert not {name for name in settings | set(secrets[1].split()) if f"`{name}`" not in TABLE}


def test_every_github_variable_is_in_the_table() -> None:
    workflows = "".join(path.read_text() for path in (ROOT / ".github/workflows").iterdir())
    names = set(re.findall(r"(?:vars|secrets)\.([A-Z_]+)", workflows))
    assert names
    assert not {name for name in names if f"`{name}`" not in TABLE}


def test_every_command_it_names_is_there() -> None:
    commands = set(re.findall(r"\b(infra/[a-z]+)\b", PAGE))
    assert {"infra/up", "infra/deploy", "infra/restore"} <= commands
    assert not {command for command in commands if not (ROOT / command).is_file()}


def test_every_parameter_it_names_is_there() -> None:
    known = {parameter for template in every_template().values() for parameter in template["Parameters"]}
    named = set(re.findall(r"\b([A-Z][A-Za-z]+)=[\w.…:@/-]", "\n".join(re.findall(r"infra/up [^`]*", PAGE))))
    assert {"SiteAddress", "Image", "InstanceType"} <= named
    assert not named - known


@pytest.mark.parametrize("template", ["alarms", "fleet-machines"])
def test_every_alarm_is_explained(template: str) -> None:
    for resource in every_template()[template]["Resources"].values():
        if resource["Type"] == "AWS::CloudWatch::Alarm":
            name = resource["Properties"]["AlarmName"]["Fn::Sub"].removeprefix("${Name}")
            head, _, last = name.rpartition("-")
            assert f"`tableorder{name}`" in PAGE or f"`-{last}`" in PAGE or f"`-cpu-{last}`" in PAGE, head
