"""Place orders against a running server on PostgreSQL and print what that costs.

    python tests/postgres.py --durable -- python benchmarks/place_orders.py [--stores 200] [--clients 32] [--seconds 10]

Starts its own server (gunicorn, two processes) on its own database, fills it with stores, and lets each client place
three-line orders one after another over a connection that it keeps. CPU is user and system time of the server's
processes and of PostgreSQL's, from /proc, divided by the orders.
"""

import argparse
import http.client
import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.server import Server, fresh_database  # noqa: E402 # found only now

TICKS = os.sysconf("SC_CLK_TCK")
LOAD_PROCESSES = 2
ITEMS = 100


@dataclass(frozen=True)
class Seat:
    """One tablet: its token and the items of its store."""

    token: str
    items: list[tuple[str, int, list[str]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--stores", type=int, default=200)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--seconds", type=float, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, fresh_database(Path(folder)) as database_url:
        server = Server(database_url, Path(folder))
        server.manage("migrate", "-v0")
        seats = _seats(database_url, options.stores, options.clients)
        server.start()
        try:
            _run(server, seats, seconds=2)
            _report("health", *_measured(server, seats, options.seconds / 2, kind="health"))
            _report("menu, 304 and 200 in turn", *_measured(server, seats, options.seconds / 2, kind="menu"))
            _report("placing an order", *_measured(server, seats, options.seconds, kind="order"))
        finally:
            server.terminate()


def _seats(database_url: str, stores: int, clients: int) -> list[Seat]:
    """Fill the database in a process of its own: this one must not hold a connection."""
    command = [sys.executable, str(ROOT / "benchmarks" / "fill.py"), str(stores), str(clients), str(ITEMS)]
    filled = subprocess.run(
        command, env=os.environ | {"DATABASE_URL": database_url}, check=True, capture_output=True, text=True, cwd=ROOT
    )
    return [Seat(entry["token"], [tuple(item) for item in entry["items"]]) for entry in json.loads(filled.stdout)]


def _measured(server: Server, seats: list[Seat], seconds: float, kind: str) -> tuple[list[float], float, float, float]:
    postmaster = _postmaster(server.database_url)
    before = _cpu(server.pid), _cpu(postmaster)
    latencies = _run(server, seats, seconds=seconds, kind=kind)
    after = _cpu(server.pid), _cpu(postmaster)
    return latencies, seconds, after[0] - before[0], after[1] - before[1]


def _run(server: Server, seats: list[Seat], *, seconds: float, kind: str = "order") -> list[float]:
    shares = [seats[number::LOAD_PROCESSES] for number in range(LOAD_PROCESSES)]
    with ProcessPoolExecutor(LOAD_PROCESSES) as pool:
        parts = [pool.submit(_load, server.port, share, seconds, kind) for share in shares]
        return [latency for part in parts for latency in part.result()]


def _load(port: int, seats: list[Seat], seconds: float, kind: str) -> list[float]:
    latencies: list[float] = []
    until = time.monotonic() + seconds
    work = WORK[kind]
    threads = [threading.Thread(target=work, args=(port, seat, until, latencies)) for seat in seats]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return latencies


def _place_until(port: int, seat: Seat, until: float, latencies: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    chooser = secrets.SystemRandom()
    while time.monotonic() < until:
        chosen = chooser.sample(seat.items, 3)
        lines = [{"menu_item": item, "quantity": 1, "options": options} for item, _, options in chosen]
        body = json.dumps({"items": lines, "expected_total": sum(price for _, price, _ in chosen)})
        headers = {"Idempotency-Key": secrets.token_hex(16)}
        latencies.append(_timed(connection, "POST", "/api/v1/orders", seat, body, headers, 201))


def _read_menu_until(port: int, seat: Seat, until: float, latencies: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/api/v1/menu", headers={"Authorization": f"Bearer {seat.token}"})
    answer = connection.getresponse()
    answer.read()
    tag = answer.headers["ETag"]
    while time.monotonic() < until:
        latencies.append(_timed(connection, "GET", "/api/v1/menu", seat, None, {"If-None-Match": tag}, 304))
        latencies.append(_timed(connection, "GET", "/api/v1/menu", seat, None, {"Accept-Encoding": "gzip"}, 200))


def _ask_health_until(port: int, seat: Seat, until: float, latencies: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    while time.monotonic() < until:
        latencies.append(_timed(connection, "GET", "/api/v1/health", seat, None, {}, 200))


WORK = {"order": _place_until, "menu": _read_menu_until, "health": _ask_health_until}


def _timed(
    connection: http.client.HTTPConnection,
    method: str,
    path: str,
    seat: Seat,
    body: str | None,
    headers: dict[str, str],
    expected: int,
) -> float:
    sent = {"Authorization": f"Bearer {seat.token}", "Content-Type": "application/json"} | headers
    began = time.monotonic()
    connection.request(method, path, body, sent)
    answer = connection.getresponse()
    text = answer.read()
    if answer.status != expected:
        raise RuntimeError(f"{answer.status}: {text.decode()}")
    return time.monotonic() - began


def _cpu(parent: int) -> float:
    """Seconds of CPU that a process and its children have used."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        if int(process.name) == parent or int(fields[1]) == parent:
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def _postmaster(database_url: str) -> int:
    with psycopg.connect(database_url) as database:
        row = database.execute("SELECT pg_backend_pid()").fetchone()
        assert row
        return int((Path("/proc") / str(row[0]) / "stat").read_text().rpartition(")")[2].split()[1])


def _report(title: str, latencies: list[float], seconds: float, server_cpu: float, database_cpu: float) -> None:
    count = len(latencies)
    cuts = statistics.quantiles(latencies, n=100)
    print(
        f"{title}: {count / seconds:.0f}/s, p50 {cuts[49] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms, "
        f"server CPU {server_cpu / count * 1000:.2f} ms, PostgreSQL CPU {database_cpu / count * 1000:.2f} ms"
    )


if __name__ == "__main__":
    main()
