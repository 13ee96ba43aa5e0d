"""The OpenAPI document as a page to read, made on the server: no script, ours or anybody else's."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tableorder.schema import ContractGenerator

Schema = dict[str, Any]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Every call with what it takes and answers, and every shape."""
    document = ContractGenerator().get_schema(public=True)  # type: ignore[no-untyped-call] # its base has no types
    context = {
        "info": document["info"],
        "calls": list(_calls(document)),
        "shapes": [_shape(name, body) for name, body in document["components"]["schemas"].items()],
    }
    return render(request, "docs.html", context)


def _calls(document: Schema) -> Iterator[Schema]:
    for path, methods in document["paths"].items():
        for method, call in methods.items():
            yield {
                "method": method.upper(),
                "path": path,
                "description": call.get("description", ""),
                "parameters": call.get("parameters", []),
                "takes": _type(_content(call.get("requestBody", {}))),
                "answers": [
                    (status, _type(_content(answer)), answer.get("description", ""))
                    for status, answer in call["responses"].items()
                ],
            }


def _content(body: Schema) -> Schema:
    media: list[Schema] = list(body.get("content", {}).values())
    return dict(media[0].get("schema", {})) if media else {}


def _shape(name: str, body: Schema) -> Schema:
    required = body.get("required", [])
    fields = [
        {"name": field, "type": _type(schema), "required": field in required}
        for field, schema in body.get("properties", {}).items()
    ]
    return {"name": name, "description": body.get("description", ""), "fields": fields, "type": _type(body)}


def _type(schema: Schema) -> str:
    """A short name of a schema, such as `list of Order` or `string or null`."""
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    for combination in ("oneOf", "anyOf", "allOf"):
        if combination in schema:
            return " or ".join(_type(part) for part in schema[combination])
    if "enum" in schema:
        return ", ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_type(schema['items'])}"
    kind = schema.get("type", "")
    text = " or ".join(kind) if isinstance(kind, list) else str(kind)
    return f"{text} ({schema['format']})" if "format" in schema else text
