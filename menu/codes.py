"""Codes: the names by which files know rows of the menu, whatever they are called and in whichever store they are."""

import secrets
from typing import Any

from django.core.validators import RegexValidator
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Func
from django.db.models.sql.compiler import SQLCompiler
from django.utils.translation import gettext_lazy as _

# A letter first: spreadsheets make numbers and dates of whatever looks like one.
validate_code = RegexValidator(
    r"^[A-Za-z][A-Za-z0-9._-]*\Z", _("A code begins with a letter; letters, digits, hyphens, points and _ follow.")
)
HELP = _("How an imported file names this row. It stays when the name changes.")


class RandomCode(Func):
    """A new code for each row, made by the database: rows that the release before writes have one too."""

    output_field = CharField()

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        super().__init__()

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """Six random bytes."""
        return f"'{self.prefix}' || lower(hex(randomblob(6)))", []

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        """The last six bytes of a random UUID, random all."""
        return f"'{self.prefix}' || substr(gen_random_uuid()::text, 25)", []


def new_code(prefix: str) -> str:
    """What the database would make."""
    return prefix + secrets.token_hex(6)


def category_code() -> str:
    """A new category's."""
    return new_code("c-")


def group_code() -> str:
    """A new option group's."""
    return new_code("g-")


def option_code() -> str:
    """A new option's."""
    return new_code("o-")


def item_code() -> str:
    """A new item's."""
    return new_code("i-")


def code_field(make: Any, prefix: str) -> "CharField[str, str]":
    """The column, made by `make`."""
    return CharField(
        _("code"),
        max_length=40,
        default=make,
        db_default=RandomCode(prefix),
        validators=[validate_code],
        help_text=HELP,
    )
