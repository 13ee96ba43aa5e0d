"""The audit trail is written here and nowhere else; database triggers (accounts/triggers.py) refuse the rest."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import FileField, Model

from accounts.business_day import utc_now
from accounts.models import AuditEntry, Deed, User

Changes = Mapping[str, Sequence[Any]]

# That they were set is recorded, as a deed; what they are is nobody's.
SECRETS = frozenset({"password", "pin", "new_pin", "secret_hash", "pairing_code_hash"})
NAME_LENGTH = 200
EMPTY: tuple[Any, ...] = (None, "", [], {})


def record(  # noqa: PLR0913 # a line's columns
    *,
    store_id: uuid.UUID | None,
    actor: User | AnonymousUser | uuid.UUID | None,
    deed: Deed,
    target: Model | None = None,
    target_name: str = "",
    part_of: Model | None = None,
    changes: Changes | None = None,
) -> AuditEntry:
    """Write one line, in the transaction of what it tells.

    `actor`: a person, or their id (which costs a query for the name); None is the system. `changes`: {field: [old,
    new]}, as `changes_of` makes them; rows are named, texts by language kept whole. `target_name`: where it should not
    be the target's own. `part_of`: the row on whose page the target stands, whose history then has this line too.
    """
    actor_id, actor_name = _identity_of(actor)
    return AuditEntry.objects.create(
        store_id=store_id,
        at=utc_now(),
        actor_id=actor_id,
        actor_name=actor_name,
        deed=deed,
        target_type=target._meta.label_lower if target else "",
        target_id=_plain_id(target),
        target_name=(target_name or str(target or ""))[:NAME_LENGTH],
        part_of_id=_plain_id(part_of),
        changes={name: list(pair) for name, pair in (changes or {}).items() if name not in SECRETS},
    )


def record_rows(
    *,
    store_id: uuid.UUID,
    actor: User | AnonymousUser | uuid.UUID | None,
    deed: Deed,
    rows: Iterable[tuple[Model, Changes]],
) -> None:
    """Write a line for each of many rows, five hundred at a time."""
    actor_id, actor_name = _identity_of(actor)
    now = utc_now()
    AuditEntry.objects.bulk_create(
        (
            AuditEntry(
                store_id=store_id,
                at=now,
                actor_id=actor_id,
                actor_name=actor_name,
                deed=deed,
                target_type=row._meta.label_lower,
                target_id=_plain_id(row),
                target_name=str(row)[:NAME_LENGTH],
                changes={name: list(pair) for name, pair in changes.items() if name not in SECRETS},
            )
            for row, changes in rows
        ),
        batch_size=500,
    )


def changes_of(before: Model | None, after: Model | None, fields: Iterable[str]) -> dict[str, list[Any]]:
    """Those of `fields` that differ, as {field: [old, new]}; None for a row that was not there, or is not any more."""
    pairs = {name: [_value(before, name), _value(after, name)] for name in fields if name not in SECRETS}
    return {
        name: [old, new] for name, (old, new) in pairs.items() if old != new and not (old in EMPTY and new in EMPTY)
    }


def told_columns(model: type[Model]) -> list[str]:
    """The columns that a new or deleted row's line tells: those that people fill in."""
    return [field.name for field in model._meta.concrete_fields if field.editable and not field.primary_key]


def name_of(person: User) -> str:
    """What people call somebody."""
    return (person.get_full_name() or person.get_username())[:NAME_LENGTH]


def _identity_of(actor: User | AnonymousUser | uuid.UUID | None) -> tuple[uuid.UUID | None, str]:
    if isinstance(actor, uuid.UUID):
        found = User.objects.only("username", "first_name", "last_name").filter(pk=actor).first()
        return actor, name_of(found) if found else ""
    return (actor.pk, name_of(actor)) if isinstance(actor, User) else (None, "")


def _plain_id(row: Model | None) -> uuid.UUID | None:
    return row.pk if row and isinstance(row.pk, uuid.UUID) else None


def _value(row: Model | None, name: str) -> Any:
    if row is None:
        return None
    value, field = getattr(row, name), row._meta.get_field(name)
    if value is not None and field.is_relation:
        return str(value)
    return value.name if isinstance(field, FileField) else value
