"""Database triggers that keep the audit trail as it was written.

Triggers and not a model's methods: a shell's `.update()` and SQL by hand are refused too. A line goes with its store
and in no other way: the trigger on the store deletes its lines, and only lines whose store is gone may be deleted.

Installed after every `migrate` where missing, because SQLite drops a table's triggers when it remakes the table. Nor
does it rename a table while a trigger names one that is not there: before it migrates, its triggers go.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "The audit trail is not changed."

POSTGRESQL = (
    f"""
    CREATE OR REPLACE FUNCTION accounts_audit_keep() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            IF OLD.store_id IS NOT NULL AND NOT EXISTS (SELECT FROM accounts_store WHERE id = OLD.store_id) THEN
                RETURN OLD;
            END IF;
        END IF;
        RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation';
    END $$
    """,
    """
    CREATE OR REPLACE FUNCTION accounts_audit_with_store() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        DELETE FROM accounts_auditentry WHERE store_id = OLD.id;
        RETURN NULL;
    END $$
    """,
    """
    CREATE OR REPLACE TRIGGER accounts_audit_keep BEFORE UPDATE OR DELETE ON accounts_auditentry
    FOR EACH ROW EXECUTE FUNCTION accounts_audit_keep()
    """,
    """
    CREATE OR REPLACE TRIGGER accounts_audit_with_store AFTER DELETE ON accounts_store
    FOR EACH ROW EXECUTE FUNCTION accounts_audit_with_store()
    """,
)
SQLITE = (
    f"""
    CREATE TRIGGER IF NOT EXISTS accounts_audit_keep BEFORE UPDATE ON accounts_auditentry
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """,
    f"""
    CREATE TRIGGER IF NOT EXISTS accounts_audit_keep_deleted BEFORE DELETE ON accounts_auditentry
    WHEN OLD.store_id IS NULL OR EXISTS (SELECT 1 FROM accounts_store WHERE id = OLD.store_id)
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """,  # noqa: S608 # a constant
    """
    CREATE TRIGGER IF NOT EXISTS accounts_audit_with_store AFTER DELETE ON accounts_store
    BEGIN DELETE FROM accounts_auditentry WHERE store_id = OLD.id; END
    """,
)
SQLITE_NAMES = ("accounts_audit_keep", "accounts_audit_keep_deleted", "accounts_audit_with_store")


def install_triggers(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Create the triggers that are not there. Called after each `migrate` of the accounts app."""
    connection = connections[using]
    tables = connection.introspection.table_names()
    if "accounts_auditentry" in tables:
        _run(connection, POSTGRESQL if connection.vendor == "postgresql" else SQLITE)
    elif connection.vendor == "postgresql" and "accounts_store" in tables:  # migrated back to before there was a trail
        _run(connection, ["DROP TRIGGER IF EXISTS accounts_audit_with_store ON accounts_store"])


def remove_triggers(sender: AppConfig, using: str, plan: Sequence[Any], **kwargs: Any) -> None:
    """Take the triggers away where they are in the way. Called before each `migrate` that has something to do."""
    connection = connections[using]
    if connection.vendor == "sqlite" and plan:
        _run(connection, [f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE_NAMES])


def _run(connection: BaseDatabaseWrapper, statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
