"""Database triggers that note every change of a table which a screen shows, for orders/announcing.py to tell.

A trigger and not a signal or a service: the back office, an import, a shell's `.update()` and SQL by hand all count.
The PIN and pairing codes are nobody's news.

Installed after every `migrate` where missing and taken away before it on SQLite, as the menu's are (menu/triggers.py).
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

SHOWN = ("store_id", "number", "name", "zone", "seats", "position_x", "position_y", "is_active")

POSTGRESQL_FUNCTION = f"""
CREATE OR REPLACE FUNCTION tables_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        INSERT INTO tables_tablechange (store_id, table_id) VALUES (OLD.store_id, OLD.id);
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO tables_tablechange (store_id, table_id) VALUES (NEW.store_id, NEW.id);
    ELSIF ({", ".join(f"OLD.{name}" for name in SHOWN)})
        IS DISTINCT FROM ({", ".join(f"NEW.{name}" for name in SHOWN)}) THEN
        INSERT INTO tables_tablechange (store_id, table_id) VALUES (NEW.store_id, NEW.id);
    END IF;
    RETURN NULL;
END $$
"""  # noqa: S608 # constants only
POSTGRESQL_TRIGGER = """
CREATE TRIGGER tables_table_changed AFTER INSERT OR UPDATE OR DELETE ON tables_table
FOR EACH ROW EXECUTE FUNCTION tables_note_change()
"""
SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS tables_table_changed_{event} AFTER {event} ON tables_table {when} BEGIN
    INSERT INTO tables_tablechange (store_id, table_id) VALUES ({row}.store_id, {row}.id);
END
"""
SQLITE_WHEN = "WHEN " + " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in SHOWN)


def install_triggers(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Create the triggers that are not there. Called after each `migrate` of the tables app."""
    connection = connections[using]
    if "tables_tablechange" in connection.introspection.table_names():
        (_install_on_postgresql if connection.vendor == "postgresql" else _install_on_sqlite)(connection)
    elif connection.vendor == "postgresql":
        # Migrated back to before there was somewhere to note it: writing a table must not fail.
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION IF EXISTS tables_note_change CASCADE")


def remove_triggers(sender: AppConfig, using: str, plan: Sequence[Any], **kwargs: Any) -> None:
    """Take the triggers away where they are in the way. Called before each `migrate` that has something to do."""
    connection = connections[using]
    if connection.vendor == "sqlite" and plan:
        with connection.cursor() as cursor:
            for event in ("INSERT", "UPDATE", "DELETE"):
                cursor.execute(f"DROP TRIGGER IF EXISTS tables_table_changed_{event}")


def _install_on_postgresql(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        cursor.execute(POSTGRESQL_FUNCTION)
        cursor.execute("SELECT 1 FROM pg_trigger WHERE tgname = 'tables_table_changed'")
        if not cursor.fetchone():
            cursor.execute(POSTGRESQL_TRIGGER)


def _install_on_sqlite(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for event, row, when in (("INSERT", "NEW", ""), ("UPDATE", "NEW", SQLITE_WHEN), ("DELETE", "OLD", "")):
            cursor.execute(SQLITE_TRIGGER.format(event=event, row=row, when=when))
