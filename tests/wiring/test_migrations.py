"""The migrations are of the models as they are."""

import pytest
from django.core.management import call_command
from django.db import connection

from menu.triggers import WATCHED

pytestmark = pytest.mark.django_db


def test_no_migration_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("makemigrations", "--check", "--dry-run")
    assert "No changes detected" in capsys.readouterr().out


def test_every_one_is_applied() -> None:
    call_command("migrate", "--check")


def test_to_migrate_again_changes_nothing() -> None:
    before = trigger_names()
    call_command("migrate", verbosity=0)
    assert trigger_names() == before


def test_every_table_of_the_menu_raises_its_version() -> None:
    names = trigger_names()
    assert [table for table in WATCHED if not any(table in name for name in names)] == []
    tables = {table for table in connection.introspection.table_names() if table.startswith("menu_")}
    assert tables - set(WATCHED) == {"menu_menuversion", "menu_pendingimport"}


def trigger_names() -> set[str]:
    statement = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'menu_%'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgname LIKE 'menu_%'",
    }[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return {name for (name,) in cursor.fetchall()}
