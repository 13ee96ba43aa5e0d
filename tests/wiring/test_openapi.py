"""docs/openapi.yaml: valid, fresh, and of what is there and nothing else."""

import re
import uuid
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.wiring.contract import DOCUMENT, OPERATIONS, PREFIX, validator

ROOT = Path(__file__).resolve().parents[2]
LATER = ("/metrics",)
REFUSALS = {"400", "401", "403", "404", "409", "422", "429"}


def test_it_is_valid_and_what_the_code_says(tmp_path: Path) -> None:
    fresh = tmp_path / "openapi.yaml"
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(fresh))
    assert fresh.read_text() == (ROOT / "docs" / "openapi.yaml").read_text(), "run make schema"


@pytest.mark.parametrize("language", ["en", "ko", ""])
@pytest.mark.parametrize("accept", ["application/vnd.oai.openapi", "application/json", "*/*"])
def test_the_server_has_it_for_everybody(accept: str, language: str, client: Client) -> None:
    answer = client.get("/api/v1/schema", headers={"Accept": accept, "Accept-Language": language})
    assert answer.status_code == 200
    assert yaml.safe_load(answer.content) == DOCUMENT


def test_there_is_a_page_to_read_it_at_without_scripts(client: Client) -> None:
    page = client.get("/api/v1/docs")
    assert (page.status_code, page["Content-Type"]) == (200, "text/html; charset=utf-8")
    text = page.content.decode()
    assert [operation.path for operation in OPERATIONS if PREFIX + operation.path not in text] == []
    assert "<script" not in text
    assert re.findall(r"(?:src|href)=\"(?:https?:)?//", text) == []


def paths(patterns: Any, prefix: str = "") -> list[str]:
    found: list[str] = []
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += paths(pattern.url_patterns, path)
        elif isinstance(pattern, URLPattern):
            found.append(path)
    return found


def test_every_call_is_in_it_and_nothing_else() -> None:
    served = {"/" + re.sub(r"<\w+:(\w+)>", r"{\1}", path) for path in paths(get_resolver().url_patterns)}
    api = {path.removeprefix(PREFIX) for path in served if path.startswith(PREFIX)}
    assert api - {"/schema", "/docs", "/ready"} == {operation.path for operation in OPERATIONS}


@pytest.mark.parametrize("path", LATER)
def test_it_does_not_promise_what_is_to_come(path: str, client: Client) -> None:
    assert path.replace("{id}", "{table_id}") not in {operation.path for operation in OPERATIONS}
    assert client.get(PREFIX + path.replace("{id}", str(uuid.uuid4()))).status_code == 404


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_every_refusal_is_of_the_one_shape(operation: Any) -> None:
    responses = operation.body["responses"]
    for status in REFUSALS & set(responses):
        schema = responses[status]["content"]["application/json"]["schema"]
        assert schema["$ref"].endswith(("/Error", "/OrderConflict")), f"{operation} {status}"


def test_every_call_that_needs_a_token_says_how_it_is_refused() -> None:
    for operation in OPERATIONS:
        if operation.needs_token:
            assert {"401", "403", "503"} <= set(operation.body["responses"]), str(operation)


def test_every_call_has_a_name_of_its_own_and_words() -> None:
    names = [operation.body["operationId"] for operation in OPERATIONS]
    assert len(set(names)) == len(names)
    assert [str(operation) for operation in OPERATIONS if not operation.body.get("description")] == []


def examples(node: Any, schema: str = "") -> list[tuple[str, Any]]:
    """Every example of the document with the shape that it is of."""
    if isinstance(node, list):
        return [found for part in node for found in examples(part)]
    if not isinstance(node, dict):
        return []
    here = node["schema"].get("$ref", "") if isinstance(node.get("schema"), dict) else ""
    own = [(here, example["value"]) for example in (node.get("examples") or {}).values()] if here else []
    return own + [found for part in node.values() for found in examples(part)]


def test_its_examples_are_of_their_shapes() -> None:
    found = examples(DOCUMENT["paths"])
    assert len(found) >= 3
    for schema, example in found:
        assert [error.message for error in validator(schema).iter_errors(example)] == [], schema
