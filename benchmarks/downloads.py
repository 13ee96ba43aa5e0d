"""Measure the back office's files: the memory and the time that a million order lines and ten thousand dishes take.

    python tests/postgres.py -- python benchmarks/downloads.py [--orders 200000] [--items 10000] [--database NAME]

Fills a database with a year of a restaurant (year.py; five lines an order). Then, each in a process of its own: the
order lines of the year as CSV and as XLSX, read piece by piece as the server does; the menu as CSV and XLSX, and its
import into an empty store, again (nothing new), and with every price changed. More than 200 MB of memory is too much.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
MOST_MEMORY = 200  # MB, of which Django itself takes some ninety


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=200_000)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--database", help="keep the data in this database of the same server")
    parser.add_argument("--measure", choices=MEASURED, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        return MEASURED[options.measure]()
    from benchmarks.back_office import fill_year, is_full, kept_database  # noqa: PLC0415 # not needed where one is measured

    with kept_database(options.database) as database_url:
        os.environ["DATABASE_URL"] = database_url
        if not is_full(database_url):
            fill_year(options.orders, options.items)
        return max(
            subprocess.run([sys.executable, __file__, "--measure", name], cwd=ROOT, check=False).returncode
            for name in MEASURED
        )


def lines(kind: str) -> int:
    """The year's order lines."""
    django_ready()
    from accounts.models import Store  # noqa: PLC0415 # Django must be set up first
    from orders.exporting import Content, OrderExport, Span  # noqa: PLC0415 # Django must be set up first
    from orders.models import Order  # noqa: PLC0415 # Django must be set up first
    from orders.spreadsheets import csv_pieces, xlsx_pieces  # noqa: PLC0415 # Django must be set up first

    store = Store.objects.get(code="busy")
    days = Order.objects.filter(store=store).order_by("business_date").values_list("business_date", flat=True)
    span = Span(days.first(), days.last() + timedelta(days=1))
    export = OrderExport(store, span, Content.LINES)
    count = 0

    def counted() -> Any:
        nonlocal count
        for row in export.rows():
            count += 1
            yield row

    def write() -> int:
        pieces = (
            csv_pieces(export.headers, counted())
            if kind == "csv"
            else xlsx_pieces(export.headers, counted(), title="Orders")
        )
        return sum(len(piece) for piece in pieces)

    before = memory()
    size = timed(f"order lines, {kind}", write)
    print(f"    {count:,} lines, {size / 1e6:.0f} MB; memory {before} MB before, {memory()} MB at most", flush=True)
    return int(memory() > MOST_MEMORY)


def menu(kind: str) -> int:
    """The menu out, and in again."""
    django_ready()
    from django.db.models import F  # noqa: PLC0415 # Django must be set up first

    from accounts.models import Store  # noqa: PLC0415 # Django must be set up first
    from menu.models import MenuItem  # noqa: PLC0415 # Django must be set up first
    from menu.transfer.applying import import_menu, plan_import  # noqa: PLC0415 # Django must be set up first
    from menu.transfer.resources import Options  # noqa: PLC0415 # Django must be set up first
    from menu.transfer.stored import stored_menu  # noqa: PLC0415 # Django must be set up first
    from menu.transfer.writing import menu_as_csv, menu_as_xlsx  # noqa: PLC0415 # Django must be set up first

    write = {"csv": menu_as_csv, "xlsx": menu_as_xlsx}[kind]
    store, empty = Store.objects.get(code="busy"), Store.objects.create(code=f"empty-{uuid.uuid4().hex}", name="Empty")
    what: Any = {"content": timed(f"menu, {kind}, export", lambda: write(stored_menu(store))), "options": Options()}

    def confirmed() -> int:
        plan = plan_import(store=empty, **what)
        return timed(
            f"menu, {kind}, import of {plan.count('added')} new and {plan.count('changed')} changed rows",
            lambda: import_menu(store=empty, digest=plan.digest, actor=None, **what)[1],
        )

    timed(f"menu, {kind}, preview of new rows", lambda: plan_import(store=empty, **what))
    confirmed()
    timed(f"menu, {kind}, preview of nothing new", lambda: plan_import(store=empty, **what))
    MenuItem.objects.filter(store=empty).update(price=F("price") + 500)
    confirmed()
    print(f"    memory {memory()} MB at most", flush=True)
    return 0


MEASURED: dict[str, Callable[[], int]] = {
    "lines-csv": lambda: lines("csv"),
    "lines-xlsx": lambda: lines("xlsx"),
    "menu-csv": lambda: menu("csv"),
    "menu-xlsx": lambda: menu("xlsx"),
}


def django_ready() -> None:
    """Set Django up, in English."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tableorder.settings")
    import django  # noqa: PLC0415 # only where it is measured

    django.setup()


def memory() -> int:
    """The most that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def timed(what: str, work: Callable[[], Any]) -> Any:
    """Do it, and print how long it took: by the clock, and of a processor (other work on the machine counts not)."""
    clock, processor = time.perf_counter(), time.process_time()
    result = work()
    took = time.perf_counter() - clock
    print(f"{what:66} {took:7.1f} s, processor {time.process_time() - processor:6.1f} s", flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main())
