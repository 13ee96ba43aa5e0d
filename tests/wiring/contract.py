"""docs/openapi.yaml, read as an outsider reads it: what there is to call, and whether an answer keeps to it."""

import json
import uuid
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

DOCUMENT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).resolve().parent.parent.parent / "docs" / "openapi.yaml").read_text()
)
PREFIX = "/api/v1"
TOGETHER = ("oneOf", "anyOf", "allOf")


@dataclass(frozen=True)
class Operation:
    """One call of the document."""

    method: str
    path: str
    body: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @property
    def needs_token(self) -> bool:
        """Whether it is closed to callers without a token."""
        return bool(self.body.get("security"))

    @property
    def is_for(self) -> set[str]:
        """The roles whose token it takes."""
        if self.path == "/auth/me":
            return {"table", "staff"}
        return {"staff"} if self.path.startswith("/staff/") else {"table"}

    @property
    def takes_body(self) -> bool:
        """Whether it reads a body."""
        return "requestBody" in self.body

    def somewhere(self) -> str:
        """Its path with ids of nothing."""
        return "/".join(str(uuid.uuid4()) if part.startswith("{") else part for part in self.path.split("/"))


OPERATIONS = [
    Operation(method, path.removeprefix(PREFIX), body)
    for path, methods in DOCUMENT["paths"].items()
    for method, body in methods.items()
]
CLOSED = [operation for operation in OPERATIONS if operation.needs_token]
WITH_BODY = [operation for operation in OPERATIONS if operation.takes_body]

formats = FormatChecker(formats=("uuid", "date"))


@formats.checks("date-time", raises=ValueError)
def is_utc_time(value: object) -> bool:
    """ISO 8601 in UTC, as the contract has every time."""
    return not isinstance(value, str) or (value.endswith("Z") and bool(datetime.fromisoformat(value)))


def _without_surprises(schema: Any) -> Any:
    """Refuse properties that the document does not name."""
    if isinstance(schema, list):
        return [_without_surprises(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: _without_surprises(value) for key, value in schema.items()}
    if "properties" in strict and not any(key in strict for key in TOGETHER):
        strict.setdefault("additionalProperties", False)
    return strict


ADDRESS = "urn:openapi"
STRICT = _without_surprises(deepcopy(DOCUMENT))
REGISTRY: Registry[Any] = Registry().with_resource(
    ADDRESS, Resource.from_contents(STRICT, default_specification=DRAFT202012)
)


def validator(pointer: str) -> Draft202012Validator:
    """Validate against the schema at `pointer` (#/components/…)."""
    return Draft202012Validator({"$ref": f"{ADDRESS}{pointer}"}, registry=REGISTRY, format_checker=formats)


def faults(answer: Any, method: str, path: str) -> list[str]:
    """What the document does not allow in this answer; empty when it keeps to it."""
    responses = DOCUMENT["paths"][PREFIX + path][method.lower()]["responses"]
    described = responses.get(str(answer.status_code))
    if described is None:
        return [f"{answer.status_code} is not described"]
    if "content" not in described:
        return ["there is a body"] if answer.content else []
    escaped = (PREFIX + path).replace("~", "~0").replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
    pointer = f"#/paths/{escaped}/{method.lower()}/responses/{answer.status_code}/content/application~1json/schema"
    found = validator(pointer).iter_errors(json.loads(answer.content))
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in found]
