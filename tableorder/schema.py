"""What the OpenAPI document says beyond the views: errors everywhere, answers without optional properties."""

from typing import Any, Literal

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema

from accounts.serializers import ErrorSerializer

Schema = dict[str, Any]


REFUSALS = {
    "400": "The request is not well formed; every field at fault is named.",
    "401": "No token, a bad one, or an expired or withdrawn one.",
    "403": "This token is for other calls.",
    "404": "There is no such object in this store.",
    "409": "The request does not fit the state of things any more: price_changed, session_closed, store_paused, "
    "session_has_open_orders, table_occupied.",
    "422": "Understood, and not possible: menu_item_unavailable, menu_item_sold_out, insufficient_stock, "
    "option_invalid, invalid_status_transition, no_open_session, idempotency_key_reused.",
    "429": "Too many tries; `Retry-After` says for how long.",
    "503": "The database is away. Nothing was stored; `Retry-After` says when to try again.",
}


class ContractGenerator(SchemaGenerator):
    """The document is one for all, whatever language its reader asks for."""

    def get_schema(self, request: Any = None, public: bool = False) -> Schema:
        """Put the document together in English."""
        with translation.override("en"):
            document: Schema = super().get_schema(request, public)  # type: ignore[no-untyped-call] # no types
            return document


class ContractSchema(AutoSchema):
    """Add the refusals that a call can answer."""

    def _get_response_bodies(self, direction: Literal["request", "response"] = "response") -> Schema:
        bodies: Schema = super()._get_response_bodies(direction)
        for status in self._refusals():
            described: Schema = self._get_response_for_code(ErrorSerializer, status)  # type: ignore[no-untyped-call] # no types
            bodies.setdefault(status, described | {"description": REFUSALS[status]})
        return dict(sorted(bodies.items()))

    def _refusals(self) -> list[str]:
        if self.path.endswith("/health"):
            return []
        guarded = bool(self.view.get_authenticators())
        found = ["503"] + (["401", "403"] if guarded else ["400", "401", "429"])
        if self.method != "GET":
            found += ["400", "409", "422"] if guarded else []
        elif any(parameter["in"] == "query" for parameter in self._get_parameters()):
            found.append("400")
        if "{" in self.path or (self.method == "GET" and hasattr(self.view, "pagination_class")):
            found.append("404")
        return found


def require_answered_properties(result: Schema, generator: Any, request: Any, public: bool) -> Schema:
    """Every property of an answer is there, also one that a request could leave out."""
    for name, component in result["components"]["schemas"].items():
        if not name.endswith("Request") and component.get("properties"):
            component["required"] = sorted(component["properties"])
    return result
