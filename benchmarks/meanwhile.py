"""Measure what guests and the board feel while a manager moves large files.

    python tests/postgres.py --durable -- python benchmarks/meanwhile.py [--orders 200000] [--seconds 20]

Fills a database with a year of two restaurants (year.py), starts a server (gunicorn, two processes) on it, and orders
in both stores and reads both boards, a few times a second: with nothing else, and while the order lines of the year
leave as XLSX and as CSV, and the menu of the larger store is exported, checked and imported with other prices.
"""

import argparse
import csv
import http.client
import io
import json
import os
import re
import secrets
import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.back_office import fill_year, is_full, kept_database  # noqa: E402 # found only now
from tests.server import Server  # noqa: E402 # found only now

EVERY = 0.2  # seconds
PREPARE = """
import json
from django.contrib.sessions.backends.db import SessionStore
from accounts.models import Membership, Store, User
from accounts.tokens import staff_refresh_token
from menu.models import MenuItem
from tables.models import Table
both, manager = User.objects.get(username="manager-of-both"), User.objects.get(username="manager")
on_sale = MenuItem.objects.filter(status="on_sale", remaining=None)
session = SessionStore()
backend = "django.contrib.auth.backends.ModelBackend"
session.update({"_auth_user_id": str(manager.pk), "_auth_user_backend": backend})
session["_auth_user_hash"] = manager.get_session_auth_hash()
session.create()
stores = [
    {
        "token": str(staff_refresh_token(user=both, store_id=store.pk).access_token),
        "tables": [str(pk) for pk in Table.objects.filter(store=store).values_list("pk", flat=True)[:20]],
        "items": [str(pk) for pk in on_sale.filter(store=store).values_list("pk", flat=True)[:50]],
    }
    for store in Store.objects.filter(code__in=("busy", "quiet"))
]
print(json.dumps({"session": session.session_key, "stores": stores}))
"""


@dataclass
class Felt:
    """Seconds that requests took, by what they were for, and what was refused."""

    took: dict[str, list[float]] = field(default_factory=lambda: {"ordering": [], "board": []})
    refused: int = 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=200_000)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--database", help="keep the data in this database of the same server")
    options = parser.parse_args()
    with kept_database(options.database) as database_url, tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = database_url
        if not is_full(database_url):
            fill_year(options.orders, options.items)
        server = Server(database_url, Path(folder))
        prepared = json.loads(server.manage("shell", "--verbosity", "0", "-c", PREPARE))
        server.start()
        try:
            _measure(server, prepared, options.seconds)
        finally:
            server.terminate()


def _measure(server: Server, prepared: dict[str, Any], seconds: float) -> None:
    office = Office(server.port, prepared["session"])
    today = datetime.now(UTC).date()
    days = {"first": f"{today - timedelta(days=360)}", "last": f"{today}"}
    with felt(server, prepared["stores"], "warming up"):
        time.sleep(seconds / 4)
    with felt(server, prepared["stores"], "nothing else"):
        time.sleep(seconds)
    for kind in ("xlsx", "csv"):
        with felt(server, prepared["stores"], f"order lines, {kind}"):
            size = office.download(days | {"kind": kind, "content": "lines"}, seconds)
        print(f"    {size / 1e6:.0f} MB came")
    with felt(server, prepared["stores"], "menu, export"):
        menu = office.get("/admin/menu/transfer/menu.csv")[1]
    with felt(server, prepared["stores"], "menu, upload and preview"):
        address, page = office.upload(_dearer(menu))
    with felt(server, prepared["stores"], "menu, import, and the second after it"):
        seen = re.search(rb'name="seen" value="([^"]+)"', page)
        assert seen, "the preview offers no import"
        office.post(address, {"seen": seen[1].decode()})
        time.sleep(1)


@contextmanager
def felt(server: Server, stores: list[dict[str, Any]], title: str) -> Iterator[None]:
    """Order and read boards meanwhile, then print how that felt."""
    done, all_felt = threading.Event(), Felt()
    deeds: list[Callable[[], None]] = []
    for store in stores:
        deeds += [lambda store=store: _order(server, store, done, all_felt) for _guest in range(2)]  # type: ignore[misc] # bound now
        deeds.append(lambda store=store: _board(server, store, done, all_felt))  # type: ignore[misc] # bound now
    threads = [threading.Thread(target=deed) for deed in deeds]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        done.set()
        for thread in threads:
            thread.join()
        print(
            f"{title}: {time.monotonic() - began:.1f} s" + (f", {all_felt.refused} refused" if all_felt.refused else "")
        )
        for what, took in all_felt.took.items():
            if len(took) < 2:
                continue
            cuts = statistics.quantiles(took, n=100)
            print(f"    {what:10} {len(took):5}, p50 {cuts[49] * 1000:6.0f} ms, p95 {cuts[94] * 1000:6.0f} ms, "
                  f"most {max(took) * 1000:6.0f} ms", flush=True)  # fmt: skip


def _order(server: Server, store: dict[str, Any], done: threading.Event, all_felt: Felt) -> None:
    while not done.wait(EVERY):
        lines = [{"menu_item": item, "quantity": 1} for item in secrets.SystemRandom().sample(store["items"], 3)]
        body = {"table": secrets.choice(store["tables"]), "items": lines}
        with _timed(all_felt, "ordering"):
            key = {"Idempotency_Key": secrets.token_hex(8)}
            answer = server.request("POST", "/staff/orders", body, token=store["token"], **key)
        all_felt.refused += answer.status != 201


def _board(server: Server, store: dict[str, Any], done: threading.Event, all_felt: Felt) -> None:
    while not done.wait(EVERY * 2):
        with _timed(all_felt, "board"):
            answer = server.request("GET", "/staff/board", token=store["token"])
        all_felt.refused += answer.status != 200


@contextmanager
def _timed(all_felt: Felt, what: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    all_felt.took[what].append(time.monotonic() - began)


def _dearer(menu: bytes) -> bytes:
    rows = list(csv.reader(io.StringIO(menu.decode("utf-8-sig"), newline="")))
    at = next(place for place, header in enumerate(rows[0]) if "price" in header.lower())
    for row in rows[1:]:
        row[at] = str(int(row[at]) + 100) if row[at] else ""
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


class Office:
    """A manager's browser, as far as files need one."""

    def __init__(self, port: int, session: str) -> None:
        self._port, self._csrf = port, secrets.token_hex(16)
        self._cookies = f"backoffice_session={session}; backoffice_csrf={self._csrf}"

    def get(self, address: str) -> tuple[Any, bytes]:
        return self._send("GET", address, b"", {})

    def post(self, address: str, fields: dict[str, str]) -> tuple[Any, bytes]:
        return self._send_form(address, {name: value.encode() for name, value in fields.items()}, {})

    def upload(self, menu: bytes) -> tuple[str, bytes]:
        """Upload a menu; its preview's address, and the preview."""
        answer, _body = self._send_form("/admin/menu/transfer/", {"file": menu}, {"file": "menu.csv"})
        address = answer.headers["Location"]
        return address, self.get(address)[1]

    def download(self, fields: dict[str, str], seconds: float) -> int:
        """Begin a download, and leave after so many seconds; how many bytes came."""
        form = self._form({name: value.encode() for name, value in fields.items()}, {})
        answer, connection = self._ask("POST", "/admin/orders/export/", *form)
        assert "attachment" in answer.headers.get("Content-Disposition", ""), answer.status
        size, end = 0, time.monotonic() + seconds
        while time.monotonic() < end and (piece := answer.read(65536)):
            size += len(piece)
        connection.close()
        return size

    def _send_form(self, address: str, fields: dict[str, bytes], names: dict[str, str]) -> tuple[Any, bytes]:
        return self._send("POST", address, *self._form(fields, names))

    def _form(self, fields: dict[str, bytes], names: dict[str, str]) -> tuple[bytes, dict[str, str]]:
        mark = uuid.uuid4().hex
        parts = b""
        for name, value in (fields | {"csrfmiddlewaretoken": self._csrf.encode()}).items():
            file = f'; filename="{names[name]}"' if name in names else ""
            head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
            parts += head.encode() + value + b"\r\n"
        return parts + f"--{mark}--\r\n".encode(), {"Content-Type": f"multipart/form-data; boundary={mark}"}

    def _send(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> tuple[Any, bytes]:
        answer, connection = self._ask(method, address, body, headers)
        content = answer.read()
        connection.close()
        assert answer.status in (200, 302), (address, answer.status)
        return answer, content

    def _ask(
        self, method: str, address: str, body: bytes, headers: dict[str, str]
    ) -> tuple[Any, http.client.HTTPConnection]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=300)
        connection.request(method, address, body, {"Cookie": self._cookies, "Accept-Language": "en"} | headers)
        return connection.getresponse(), connection


if __name__ == "__main__":
    main()
