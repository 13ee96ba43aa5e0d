"""The bearer token of a request."""

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from accounts.access import standing
from accounts.callers import Caller
from accounts.tokens import TokenNotValid, read_access_token


def caller_of(authorization: str) -> tuple[Caller, str] | None:
    """The caller and its standing; None without a bearer token; TokenNotValid for a bad or withdrawn one."""
    scheme, _, raw = authorization.partition(" ")
    if scheme.lower() != "bearer":
        return None
    caller = read_access_token(raw.strip())
    current = standing(caller)
    if current is None:
        raise TokenNotValid
    return caller, current


class TokenAuthentication(BaseAuthentication):
    """`request.user` is the caller, `request.auth` its standing."""

    def authenticate(self, request: Request) -> tuple[Caller, str] | None:
        """Read the Authorization header."""
        return caller_of(request.META.get("HTTP_AUTHORIZATION", ""))

    def authenticate_header(self, request: Request) -> str:
        """Make DRF answer 401 and not 403."""
        return "Bearer"


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call] # registers itself on definition
    """How the OpenAPI document names it."""

    target_class = "accounts.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        """A JWT in the Authorization header."""
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
