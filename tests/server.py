"""A real server: gunicorn in its own processes over a real socket, on its own database."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parent.parent
BOOT_WITHIN = 30.0  # seconds


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def fresh_database(folder: Path) -> Iterator[str]:
    """The URL of an empty database, on the PostgreSQL that DATABASE_URL names or else a SQLite file."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        yield f"sqlite:///{folder / 'server.sqlite3'}"
        return
    name = f"server_{uuid.uuid4().hex}"
    with psycopg.connect(given, autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            yield urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@dataclass
class Server:
    """A server that can be started, stopped, killed and started again on the same data."""

    database_url: str
    folder: Path
    workers: int = 2
    port: int = field(default_factory=free_port)
    environment: dict[str, str] = field(default_factory=dict)
    _process: "subprocess.Popen[bytes] | None" = None

    @property
    def pid(self) -> int:
        assert self._process
        return self._process.pid

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return (self.folder / "server.log").read_text()

    def manage(self, *arguments: str) -> str:
        """Run a management command on the server's database."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=ROOT, env=self._environ(), check=True, capture_output=True, text=True).stdout

    def start(self) -> None:
        """Start and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "-c", "tests/gunicorn.py", "tableorder.asgi:application"]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self._environ(), stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + BOOT_WITHIN
        while time.monotonic() < deadline:
            with suppress(OSError, http.client.HTTPException):
                if self.request("GET", "/health").status == 200:
                    return
            time.sleep(0.1)
        raise RuntimeError(f"The server did not start:\n{self.log}")

    def terminate(self) -> float:
        """Stop as an operator does; return the seconds it took."""
        assert self._process
        began = time.monotonic()
        self._process.terminate()
        self._process.wait(30)
        self._process = None
        return time.monotonic() - began

    def stop(self) -> None:
        """Stop, whatever it does: by itself if it can, so that it leaves its coverage behind."""
        try:
            if self._process:
                self.terminate()
        finally:
            self.kill()

    def kill(self) -> None:
        """Kill every process at once, as a power cut does."""
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)
            self._process = None

    def request(self, method: str, path: str, body: Any = None, *, token: str = "", **headers: str) -> "Answer":
        """Send one request over a new connection."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        sent = {"Content-Type": "application/json", "Accept-Language": "en"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            sent["Authorization"] = f"Bearer {token}"
        try:
            connection.request(method, "/api/v1" + path, None if body is None else json.dumps(body), sent)
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        finally:
            connection.close()

    def sign_in_table(self, number: int, *, store: str = "demo", pin: str = "1234") -> dict[str, Any]:
        """A demo tablet."""
        body = {"store_code": store, "table_number": number, "pin": pin}
        return self.request("POST", "/auth/table/login", body).json()

    def sign_in_staff(self, username: str = "staff", *, store: str = "demo", password: str = "") -> dict[str, Any]:
        """A demo person."""
        body = {"store_code": store, "username": username, "password": password or f"{username}1234"}
        return self.request("POST", "/auth/staff/login", body).json()

    def _environ(self) -> dict[str, str]:
        return os.environ | {
            "DATABASE_URL": self.database_url,
            "DJANGO_SETTINGS_MODULE": "tableorder.settings",
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "WEB_CONCURRENCY": str(self.workers),
            "MEDIA_ROOT": str(self.folder / "media"),
            **self.environment,
        }


@dataclass(frozen=True)
class Answer:
    """An answer over the wire."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@contextmanager
def running_server(folder: Path, **options: Any) -> Iterator[Server]:
    """A started server with the demo store."""
    with fresh_database(folder) as database_url:
        server = Server(database_url, folder, **options)
        server.manage("migrate", "-v0")
        server.manage("load_demo")
        server.start()
        try:
            yield server
        finally:
            server.stop()
