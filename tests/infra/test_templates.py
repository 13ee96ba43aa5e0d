"""What must be true of the templates, whatever else they say. Each rule is tried by breaking it (test_rules_bite)."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.infra import rules
from tests.infra.templates import CLOUD, NAMES, ROOT, every_template, whole


def test_cloudformation_lint_finds_nothing(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.yaml" for name in NAMES]
    for name, file in zip(NAMES, files, strict=True):
        file.write_text(whole(name))
        assert len(file.read_text()) < 51_200, "AWS takes no more without a bucket"
    lint = Path(sys.executable).with_name("cfn-lint")
    result = subprocess.run(
        [lint, "--non-zero-exit-code", "informational", *map(str, files)], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("rule", rules.EVERY, ids=lambda rule: rule.__name__)
def test_a_rule_holds(rule: rules.Rule) -> None:
    rule(every_template())


@pytest.mark.parametrize("path", sorted([*CLOUD.iterdir(), ROOT / "infra/up"]), ids=lambda path: path.name)
def test_no_file_is_too_long_to_read(path: Path) -> None:
    assert len(path.read_text().splitlines()) < 250


def test_a_balancer_lets_go_of_a_connection_before_the_server_does() -> None:
    keep_alive = next(
        int(line.split("=")[1]) for line in (ROOT / "tableorder/gunicorn.py").read_text().splitlines()
        if line.startswith("keepalive")
    )  # fmt: skip
    idle = every_template()["fleet"]["Parameters"]["IdleSeconds"]
    assert 15 < idle["MinValue"] <= idle["Default"] <= idle["MaxValue"] < keep_alive
