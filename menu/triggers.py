"""Database triggers that raise a store's menu version with every write a guest could see.

A trigger and not a signal or a service: the admin, an import, a shell's `.update()` and SQL by hand all count. On
PostgreSQL they are deferred to the commit, once a transaction: the version's row is then locked last, after every
item's, so that an order taking stock and a manager editing cannot wait for each other.

Installed after every `migrate` where missing, because SQLite drops a table's triggers when it remakes the table. Nor
does it rename a table while a trigger names one that is not there: before it migrates, its triggers go.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# table: the column that says which store
WATCHED = {
    "accounts_store": "id",
    "accounts_openingwindow": "store_id",
    "accounts_specialday": "store_id",
    "menu_category": "store_id",
    "menu_menuitem": "store_id",
    "menu_optiongroup": "store_id",
    "menu_option": "store_id",
    "menu_menuitemoptiongroup": "store_id",
}

POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION menu_raise_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed uuid := (to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END) ->> TG_ARGV[0])::uuid;
    this_transaction bigint := pg_current_xact_id()::text::bigint;
BEGIN
    INSERT INTO menu_menuversion (store_id, version, raised_by)
    SELECT id, 1, this_transaction FROM accounts_store WHERE id = changed
    ON CONFLICT (store_id) DO UPDATE SET version = menu_menuversion.version + 1, raised_by = this_transaction
    WHERE menu_menuversion.raised_by <> this_transaction;
    RETURN NULL;
END $$
"""
# A new store has its version at once: nothing else can be waiting for it yet.
POSTGRESQL_NEW_STORE = """
CREATE TRIGGER menu_first_version AFTER INSERT ON accounts_store
FOR EACH ROW EXECUTE FUNCTION menu_raise_version('id')
"""
POSTGRESQL_TRIGGER = """
CREATE CONSTRAINT TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON {table}
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION menu_raise_version('{column}')
"""
SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {name}_{event} AFTER {event} ON {table} BEGIN
    INSERT INTO menu_menuversion (store_id, version, raised_by)
    SELECT id, 1, 0 FROM accounts_store WHERE id = {row}.{column}
    ON CONFLICT (store_id) DO UPDATE SET version = version + 1;
END
"""

# Deleting a store's items raises its version, which may be after the version's own row was deleted.
SQLITE_STORE_DELETED = """
CREATE TRIGGER IF NOT EXISTS menu_drop_version AFTER DELETE ON accounts_store BEGIN
    DELETE FROM menu_menuversion WHERE store_id = OLD.id;
END
"""


def install_triggers(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Create the triggers that are not there. Called after each `migrate` of the menu app."""
    connection = connections[using]
    there = connection.introspection.table_names()
    if "menu_menuversion" not in there:
        return  # migrated back to before there was a menu
    watched = {table: column for table, column in WATCHED.items() if table in there}
    (_install_on_postgresql if connection.vendor == "postgresql" else _install_on_sqlite)(connection, watched)


def remove_triggers(sender: AppConfig, using: str, plan: Sequence[Any], **kwargs: Any) -> None:
    """Take the triggers away where they are in the way. Called before each `migrate` that has something to do."""
    connection = connections[using]
    if connection.vendor == "sqlite" and plan:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'menu_%%'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")


def _install_on_postgresql(connection: BaseDatabaseWrapper, watched: dict[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL_FUNCTION)
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'menu_%%'")
        there = {name for (name,) in cursor.fetchall()}
        if "menu_first_version" not in there:
            cursor.execute(POSTGRESQL_NEW_STORE)
        for table, column in watched.items():
            name = f"menu_raise_version_{table}"
            if name not in there:
                cursor.execute(POSTGRESQL_TRIGGER.format(name=name, table=table, column=column))


def _install_on_sqlite(connection: BaseDatabaseWrapper, watched: dict[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SQLITE_STORE_DELETED)
        for table, column in watched.items():
            for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
                name = f"menu_raise_version_{table}"
                cursor.execute(SQLITE_TRIGGER.format(name=name, event=event, table=table, row=row, column=column))
