"""Measure the back office's lists on a year of a busy restaurant, and fail where one takes too much.

    python tests/postgres.py -- python benchmarks/back_office.py [--orders 1000000] [--items 10000] [--database NAME]

Fills a database with two stores (year.py): 10,000 dishes, 1,000,000 orders, 5,000,000 lines in one, a hundredth in the
other. Then opens, as a manager of the first, of both, and as a superuser, every list in all its ways: first, second and
last page, searches, choices of each filter, each order; and a row of each (lists.py). More than 12 statements or 300 ms
is too much (1 s on the sales pages). With --database the database is kept, and found full the next time.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.server import fresh_database  # noqa: E402 # found only now

PEOPLE = ("manager", "manager-of-both", "operator")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=1_000_000)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--database", help="keep the data in this database of the same server")
    parser.add_argument("--people", nargs="+", default=PEOPLE, choices=PEOPLE)
    parser.add_argument("--only", default="", help="only pages whose name has this in it")
    options = parser.parse_args()
    with kept_database(options.database) as database_url:
        os.environ["DATABASE_URL"] = database_url
        if not is_full(database_url):
            fill_year(options.orders, options.items)
        _run("manage.py", "migrate", "-v0")
        _run("manage.py", "collectstatic", "--no-input", "-v0")
        return max(_run("benchmarks/lists.py", person, options.only) for person in options.people)


@contextmanager
def kept_database(name: str | None) -> Iterator[str]:
    if name is None:
        with tempfile.TemporaryDirectory() as folder, fresh_database(Path(folder)) as database_url:
            yield database_url
        return
    server = os.environ["DATABASE_URL"]
    with psycopg.connect(server, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(psycopg.sql.SQL("CREATE DATABASE {}").format(psycopg.sql.Identifier(name)))
    yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


def is_full(database_url: str) -> bool:
    if not database_url.startswith("postgres"):
        sys.exit("This needs PostgreSQL: python tests/postgres.py -- python benchmarks/back_office.py")
    with psycopg.connect(database_url) as connection:
        row = connection.execute("SELECT to_regclass('orders_order')").fetchone()
    return bool(row and row[0])


def fill_year(orders: int, items: int) -> None:
    began = time.monotonic()
    _run("manage.py", "migrate", "-v0")
    _run("benchmarks/year.py", str(orders), str(items))
    print(f"filled in {time.monotonic() - began:.0f} s\n", flush=True)


def _run(*command: str) -> int:
    return subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
