"""What a guest or a person sends to place an order.

msgspec reads a well-formed body in microseconds. Whatever it does not accept goes to the serializers of
orders/serializers/, which decide, and word every fault for people.
"""

import hashlib
import uuid
from typing import Annotated, TypeVar

import msgspec
from django.utils.translation import gettext as _
from msgspec import Meta, Struct
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request

MOST_LINES = 50
MOST_OPTIONS = 50
MOST_QUANTITY = 99
LONGEST_NOTE = 200
LONGEST_KEY = 64
HIGHEST_TOTAL = 10**15

# PostgreSQL stores no NUL character.
Note = Annotated[str, Meta(max_length=LONGEST_NOTE, pattern=r"\A[^\x00]*\Z")]
Total = Annotated[int, Meta(ge=0, le=HIGHEST_TOTAL)]


class LineBody(Struct, frozen=True):
    """One line of a cart."""

    menu_item: uuid.UUID
    quantity: Annotated[int, Meta(ge=1, le=MOST_QUANTITY)]
    options: Annotated[list[uuid.UUID], Meta(max_length=MOST_OPTIONS)] = []
    note: Note = ""


Lines = Annotated[list[LineBody], Meta(min_length=1, max_length=MOST_LINES)]


class TabletOrderBody(Struct, frozen=True, kw_only=True):
    """A guest's order. `expected_total` is what the guest saw; `session_id` whose cart it is."""

    items: Lines
    note: Note = ""
    expected_total: Total
    session_id: uuid.UUID | None = None


class StaffOrderBody(Struct, frozen=True, kw_only=True):
    """A person's order for a table."""

    table: uuid.UUID
    items: Lines
    note: Note = ""
    expected_total: Total | None = None
    session_id: uuid.UUID | None = None


OrderBody = TabletOrderBody | StaffOrderBody
Body = TypeVar("Body", TabletOrderBody, StaffOrderBody)


def read_body(request: Request, kind: type[Body], serializer: type[serializers.Serializer[None]]) -> Body:
    """The request's body as `kind`; raise the serializer's ValidationError."""
    if request.content_type.startswith("application/json"):
        try:
            return msgspec.json.decode(request.body, type=kind)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            pass
    checked = serializer(data=request.data)
    checked.is_valid(raise_exception=True)
    return msgspec.convert(checked.validated_data, kind)


def read_key(request: Request) -> str:
    """The Idempotency-Key header, 1 to 64 printable characters."""
    key = request.headers.get("Idempotency-Key", "").strip()
    if not key:
        raise _key_error(_("This header is required."), "required")
    if len(key) > LONGEST_KEY:
        raise _key_error(_("Use %d characters at most.") % LONGEST_KEY, "max_length")
    if not (key.isascii() and key.isprintable()):
        raise _key_error(_("Use printable ASCII characters."), "invalid")
    return key


def fingerprint(body: OrderBody) -> str:
    """A hash of what was asked for, whatever the spelling: the order of keys and blanks do not count."""
    return hashlib.sha256(msgspec.json.encode(body)).hexdigest()


def _key_error(detail: str, code: str) -> ValidationError:
    return ValidationError({"Idempotency-Key": [ErrorDetail(detail, code)]})
