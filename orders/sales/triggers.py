"""Database triggers that make a day's summary outdated with every write that a report could show.

Triggers and not services: the admin, a shell's `.update()`, an account that is deleted and SQL by hand all count. On
PostgreSQL they are deferred to the commit, after the store's counter row, so that they add nothing to the locks' order
(docs/architecture.md), and each takes its day's lock together with other writers: who adds the day up waits for none
of them and keeps them from committing meanwhile (orders/sales/summaries.py).

A line or step that is inserted needs none: it comes in the transaction that inserts or steps its order.

Installed after every `migrate` where missing, and on SQLite taken away before it, for the reasons in menu/triggers.py.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# table: the writes that change a report, and which of its orders' days they concern
WATCHED = {
    "orders_order": ("order", ("INSERT", "UPDATE", "DELETE")),
    "orders_orderline": (
        "part",
        ("UPDATE OF order_id, menu_item_id, name, quantity, options, line_total", "DELETE"),
    ),
    "orders_orderstep": ("part", ("UPDATE OF order_id, to_status, by_id", "DELETE")),
    "tables_tablesession": ("session", ("UPDATE OF table_id, guests, opened_at, closed_at",)),
}

POSTGRESQL_FUNCTIONS = """
CREATE OR REPLACE FUNCTION orders_sales_key(store uuid, day date) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtextextended(store::text, day - DATE '2000-01-01')
$$;
CREATE OR REPLACE FUNCTION orders_sales_outdate(store uuid, day date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(orders_sales_key(store, day));
    UPDATE orders_salessummary SET is_current = false
    WHERE store_id = store AND first_day IN (day, date_trunc('month', day)::date) AND last_day >= day AND is_current;
END $$;
CREATE OR REPLACE FUNCTION orders_sales_changed_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM orders_sales_outdate(OLD.store_id, OLD.business_date);
    END IF;
    IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND (NEW.store_id, NEW.business_date) <> (OLD.store_id, OLD.business_date)
    THEN
        PERFORM orders_sales_outdate(NEW.store_id, NEW.business_date);
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION orders_sales_changed_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM orders_sales_outdate(store_id, business_date) FROM orders_order WHERE id IN (OLD.order_id, NEW.order_id);
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION orders_sales_changed_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM orders_sales_outdate(store_id, business_date)
    FROM (SELECT DISTINCT store_id, business_date FROM orders_order WHERE session_id = NEW.id) AS days;
    RETURN NULL;
END $$;
"""
POSTGRESQL_TRIGGER = """
CREATE CONSTRAINT TRIGGER {name} AFTER {events} ON {table}
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION orders_sales_changed_{concerned}()
"""
SQLITE_TRIGGER = """
CREATE TRIGGER IF NOT EXISTS {name} AFTER {event} ON {table} BEGIN
    UPDATE orders_salessummary SET is_current = 0 WHERE is_current AND EXISTS (
        SELECT 1 FROM ({days}) AS concerned WHERE concerned.store_id = orders_salessummary.store_id
        AND first_day IN (concerned.business_date, date(concerned.business_date, 'start of month'))
        AND last_day >= concerned.business_date
    );
END
"""
SQLITE_DAYS = {
    "order": "SELECT {row}.store_id AS store_id, {row}.business_date AS business_date",
    "part": "SELECT store_id, business_date FROM orders_order WHERE id = {row}.order_id",
    "session": "SELECT store_id, business_date FROM orders_order WHERE session_id = {row}.id",
}


def install_triggers(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Create the triggers that are not there. Called after each `migrate` of the orders app."""
    connection = connections[using]
    if "orders_salessummary" in connection.introspection.table_names():
        (_install_on_postgresql if connection.vendor == "postgresql" else _install_on_sqlite)(connection)
    elif connection.vendor == "postgresql":  # migrated back to before there were summaries
        with connection.cursor() as cursor:
            for concerned in ("order", "part", "session"):
                cursor.execute(f"DROP FUNCTION IF EXISTS orders_sales_changed_{concerned}() CASCADE")


def remove_triggers(sender: AppConfig, using: str, plan: Sequence[Any], **kwargs: Any) -> None:
    """Take the triggers away where they are in the way. Called before each `migrate` that has something to do."""
    connection = connections[using]
    if connection.vendor == "sqlite" and plan:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'orders_sales_%%'")
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")


def _install_on_postgresql(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for function in POSTGRESQL_FUNCTIONS.split("CREATE OR REPLACE")[1:]:
            cursor.execute(f"CREATE OR REPLACE{function}")
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'orders_sales_%%'")
        there = {name for (name,) in cursor.fetchall()}
        for table, (concerned, events) in WATCHED.items():
            name = f"orders_sales_{table}"
            if name not in there:
                written = " OR ".join(events)
                cursor.execute(POSTGRESQL_TRIGGER.format(name=name, table=table, events=written, concerned=concerned))


def _install_on_sqlite(connection: BaseDatabaseWrapper) -> None:
    for table, (concerned, events) in WATCHED.items():
        for event in events:
            rows = {"INSERT": ("NEW",), "DELETE": ("OLD",)}.get(event, ("OLD", "NEW"))
            for row in rows:
                name = f"orders_sales_{table}_{event[:6]}_{row}".lower()
                days = SQLITE_DAYS[concerned].format(row=row)
                with connection.cursor() as cursor:
                    cursor.execute(SQLITE_TRIGGER.format(name=name, table=table, event=event, days=days))
