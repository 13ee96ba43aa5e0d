"""The release before writes to the new tables while both serve, and after a rollback: it does not know new columns."""

import re
from collections.abc import Iterator

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import AddField
from django.db.models import NOT_PROVIDED

from accounts import sql
from accounts.ids import new_id
from menu.models import Category, Option
from tests.factories import CategoryFactory, OptionFactory

OURS = {"accounts", "menu", "tables", "orders"}


def added_later() -> Iterator[tuple[str, AddField]]:
    """Every column that came to a table which was there already."""
    loader = MigrationLoader(None)
    for (app, name), migration in sorted(loader.disk_migrations.items()):
        for operation in migration.operations:
            if app in OURS and name != "0001_initial" and isinstance(operation, AddField):
                yield f"{app}.{operation.model_name}.{operation.name}", operation


def test_there_are_such_columns() -> None:
    assert "menu.category.station" in dict(added_later())


@pytest.mark.parametrize("operation", [pytest.param(operation, id=name) for name, operation in added_later()])
def test_a_new_column_may_be_left_out(operation: AddField) -> None:
    assert operation.field.null or operation.field.db_default is not NOT_PROVIDED


@pytest.mark.django_db
def test_the_release_before_stores_as_it_always_did() -> None:
    first = CategoryFactory()
    columns = "store_id, name, sort_order, is_hidden"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO menu_category (id, {columns}) SELECT %s, {columns} FROM menu_category",  # noqa: S608 # a constant
            [sql.uid(new_id())],
        )
    assert [category.station for category in Category.objects.filter(store=first.store)] == ["", ""]


@pytest.mark.django_db
def test_what_the_release_before_stores_has_a_code_of_its_own() -> None:
    first = OptionFactory(code="known")
    columns = "store_id, group_id, name, price, status, sort_order"
    with connection.cursor() as cursor:
        for _row in range(2):
            cursor.execute(
                f"INSERT INTO menu_option (id, {columns}) SELECT %s, {columns} FROM menu_option WHERE code = 'known'",  # noqa: S608 # a constant
                [sql.uid(new_id())],
            )
    codes = set(Option.objects.filter(store=first.store).values_list("code", flat=True))
    assert len(codes) == 3
    assert all(re.fullmatch("known|o-[0-9a-f]{12}", code) for code in codes)
