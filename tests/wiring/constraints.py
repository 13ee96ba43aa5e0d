"""What the database refuses: every named constraint of an app must have a case that breaks it."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

Breaks = dict[str, Callable[[], object]]


def named_constraints(app: str) -> set[str]:
    """The names that the app's models give."""
    return {
        constraint.name for model in apps.get_app_config(app).get_models() for constraint in model._meta.constraints
    }


def assert_refused(name: str, break_it: Callable[[], object]) -> None:
    """The database refuses what the constraint forbids, and says which one it was."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        break_it()
    if connection.vendor == "sqlite" and name in _names_of_unique_constraints():
        assert "UNIQUE constraint failed" in str(refusal.value)  # SQLite names the columns
    else:
        assert name in str(refusal.value)


def _names_of_unique_constraints() -> set[str]:
    every = [constraint for model in apps.get_models() for constraint in model._meta.constraints]
    return {constraint.name for constraint in every if isinstance(constraint, models.UniqueConstraint)}
