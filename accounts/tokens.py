"""Tokens out and in (simplejwt). A token says its store, and its tablet and table or its person."""

import time
import uuid
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken, Token

from accounts.callers import Caller, StaffCaller, TableCaller
from accounts.models import User

AnyToken = TypeVar("AnyToken", bound=Token)


class TokenNotValid(AuthenticationFailed):
    """The token is damaged, not ours, expired or withdrawn."""

    default_code = "token_not_valid"
    default_detail = _("The token is not valid any more. Please sign in again.")


def staff_refresh_token(*, user: User, store_id: uuid.UUID, sign_in: uuid.UUID | None = None) -> RefreshToken:
    """A person's refresh token, of a new sign-in or of one that goes on; its `access_token` has the same claims."""
    person = {"user_id": user.pk, "stamp": stamp_of(user), "sign_in": sign_in or uuid.uuid4()}
    return _with_claims(RefreshToken(), role="staff", store_id=store_id, **person)


def table_access_token(*, store_id: uuid.UUID, table_id: uuid.UUID, tablet_id: uuid.UUID) -> AccessToken:
    """A tablet's token."""
    return _with_claims(AccessToken(), role="table", store_id=store_id, table_id=table_id, tablet_id=tablet_id)


def stamp_of(user: User) -> str:
    """A mark that changes when the password does."""
    return user.get_session_auth_hash()[:16]


def expiry_of(token: Token) -> datetime:
    """When the token ends."""
    return datetime.fromtimestamp(token["exp"], UTC)


def read_access_token(raw: str) -> Caller:
    """Verify signature and expiry and say whose token this is; raise TokenNotValid."""
    caller = _verified_access(raw)
    if caller.expires_at <= time.time():
        raise TokenNotValid
    return caller


def read_refresh_token(raw: str) -> Caller:
    """Likewise for a refresh token."""
    return _caller(RefreshToken, raw)


def _with_claims(token: AnyToken, **claims: Any) -> AnyToken:
    for name, value in claims.items():
        token[name] = str(value)
    return token


@lru_cache(maxsize=10_000)
def _verified_access(raw: str) -> Caller:
    # A tablet sends one token for sixteen hours: its signature is checked once in a process, its expiry every time.
    return _caller(AccessToken, raw)


def _caller(kind: type[Token], raw: str) -> Caller:
    try:
        claims = kind(raw).payload  # type: ignore[arg-type] # simplejwt's stub wants a Token where it reads a string
        store_id, expires_at = uuid.UUID(claims["store_id"]), int(claims["exp"])
        if claims["role"] == "staff":
            sign_in = uuid.UUID(claims["sign_in"]) if "sign_in" in claims else None
            return StaffCaller(store_id, expires_at, uuid.UUID(claims["user_id"]), claims["stamp"], sign_in)
        return TableCaller(store_id, expires_at, uuid.UUID(claims["table_id"]), uuid.UUID(claims["tablet_id"]))
    except (TokenError, KeyError, ValueError) as problem:
        raise TokenNotValid from problem
