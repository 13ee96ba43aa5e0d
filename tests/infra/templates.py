"""The templates as CloudFormation reads them, with the machine's scripts in place."""

import subprocess
from pathlib import Path
from typing import Any

from cfnlint.decode import decode, decode_str

ROOT = Path(__file__).resolve().parents[2]
CLOUD = ROOT / "infra" / "cloud"
NAMES = sorted(path.stem for path in CLOUD.glob("*.yaml"))
Template = dict[str, Any]


def template(name: str) -> Template:
    """Parse one template; `!Ref X` becomes `{"Ref": "X"}`."""
    parsed, problems = decode(str(CLOUD / f"{name}.yaml"))
    assert not problems, problems
    return parsed


def every_template() -> dict[str, Template]:
    """All of them, by name."""
    return {name: template(name) for name in NAMES}


def resources(templates: dict[str, Template], *types: str) -> dict[str, dict[str, Any]]:
    """The resources of these types, by `template.LogicalId`."""
    return {
        f"{name}.{key}": resource
        for name, parsed in templates.items()
        for key, resource in parsed["Resources"].items()
        if resource["Type"] in types
    }


def whole(name: str) -> str:
    """A template as AWS gets it, with the machine's scripts in place."""
    return subprocess.run(["infra/up", "--show", name], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def user_data(name: str) -> str:
    """The script of a template's machines, with names for what AWS fills in."""
    parsed, problems = decode_str(whole(name))
    assert not problems, problems
    pieces = parsed["Resources"]["MachineTemplate"]["Properties"]["LaunchTemplateData"]["UserData"]["Fn::Base64"]
    return "\n".join(_text(piece) for piece in pieces["Fn::Join"][1])


def _text(piece: Any) -> str:
    if isinstance(piece, str):
        return str(piece)
    text = piece["Fn::Sub"]
    text = text if isinstance(text, str) else text[0]
    values = {
        "Name": "tableorder", "AWS::Region": "ap-northeast-2", "AWS::StackName": "tableorder-app",
        "Address.AllocationId": "eipalloc-1", "DataVolume": "vol-0abc", "Files": "fs-1", "FilesAccess": "fsap-1",
        "Image": f"ghcr.io/owner/tableorder@sha256:{'a' * 64}",
    }  # fmt: skip
    for key, value in values.items():
        text = text.replace(f"${{{key}}}", value)
    return str(text)
