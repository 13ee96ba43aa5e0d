"""A store's file from the first release is brought up to date, and nothing in it is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIRST = [(app, "0001") for app in ("orders", "tables", "menu", "accounts")]
# What a trigger counts is committed by a change of a category, and of the store.
LOOK = """
from accounts.models import Store
from menu.models import Category, MenuVersion
from tables.models import Table
before = MenuVersion.objects.get().version
Category.objects.update(sort_order=1)
Store.objects.update(name="Renamed")
assert MenuVersion.objects.get().version == before + 2, before
assert Table.objects.count() == 3
print(Category.objects.get().name["ko"])
"""
FILL = """
from accounts.models import Store
from menu.models import Category
Category.objects.create(store=Store.objects.get(), name={"ko": "찌개"})
"""


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'store.sqlite3'}"


def manage(database: str, *command: str) -> str:
    environ = os.environ | {"DATABASE_URL": database, "STORE_MANAGER_PASSWORD": "a-good-password"}
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_migration_goes_back_and_forth_with_a_store_in_the_database(database: str) -> None:
    manage(database, "migrate")
    manage(database, "create_store", "han", "--name", "Han", "--manager", "kim", "--tables", "3", "--pin", "4821")
    manage(database, "shell", "-c", FILL)
    for app, migration in FIRST:
        manage(database, "migrate", app, migration)
    manage(database, "migrate")
    assert "찌개" in manage(database, "shell", "-c", LOOK)
