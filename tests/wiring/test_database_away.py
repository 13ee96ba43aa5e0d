"""While the database is away the server starts, answers, and says so; nothing waits forever."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.server import ROOT, Answer, Server, free_port
from tests.wiring.contract import validator

LOGIN = {"store_code": "demo", "table_number": 1, "pin": "1234"}


@pytest.fixture(scope="module", params=["refuses", "hangs"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server whose PostgreSQL refuses connections, or takes them and never says a word."""
    with socket.socket() as database:
        database.bind(("127.0.0.1", 0))
        if request.param == "hangs":
            database.listen(100)
        port = database.getsockname()[1]
        folder = tmp_path_factory.mktemp("away")
        server = Server(f"postgres://nobody:nothing@127.0.0.1:{port}/nowhere", folder, port=free_port(), workers=1)
        command = [sys.executable, "-m", "gunicorn", "-c", "tableorder/gunicorn.py", "tableorder.asgi:application"]
        with (folder / "server.log").open("wb") as log:
            server._process = subprocess.Popen(
                command, cwd=ROOT, env=server._environ(), stdout=log, stderr=log, start_new_session=True
            )
        wait_for_an_answer(server)
        try:
            yield server
        finally:
            server.kill()


def wait_for_an_answer(server: Server) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with suppress(OSError):
            server.request("GET", "/nowhere")
            return
        time.sleep(0.1)
    raise RuntimeError(f"The server did not start:\n{server.log}")


def header(answer: Answer, name: str) -> str:
    return {key.lower(): value for key, value in answer.headers.items()}[name.lower()]


def test_requests_are_refused_for_the_time_being(server: Server) -> None:
    answer = server.request("POST", "/auth/table/login", LOGIN)
    assert (answer.status, answer.json()["errors"][0]["code"]) == (503, "unavailable")
    assert answer.json()["type"] == "server_error"
    assert [*validator("#/components/schemas/Error").iter_errors(answer.json())] == []
    assert int(header(answer, "Retry-After")) > 0
    assert header(answer, "X-Request-ID")
    assert b"127.0.0.1" not in answer.body


def test_health_says_that_the_database_is_away(server: Server) -> None:
    answer = server.request("GET", "/health")
    assert answer.status == 503
    body = answer.json()
    assert (body["status"], body["checks"]["database"]) == ("error", "error")
    assert body["checks"]["uptime"] >= 0
    assert [*validator("#/components/schemas/Health").iter_errors(body)] == []
    assert header(answer, "Cache-Control") == "no-store"


def test_the_log_keeps_the_databases_password(server: Server) -> None:
    server.request("POST", "/auth/table/login", LOGIN)
    assert "nothing@" not in server.log
    assert "1234" not in server.log
