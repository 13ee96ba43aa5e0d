"""`python -m tableorder.probe`: the container's health check."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server import Server, free_port

ROOT = Path(__file__).resolve().parents[2]
SICK = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"


def probe(port: int) -> int:
    command = [sys.executable, "-m", "tableorder.probe"]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"PORT": str(port)}, check=False).returncode


def test_a_healthy_server_passes(server: Server) -> None:
    assert probe(server.port) == 0


def test_the_server_may_be_elsewhere(server: Server) -> None:
    command = [sys.executable, "-m", "tableorder.probe", f"localhost:{server.port}"]
    assert subprocess.run(command, cwd=ROOT, env=os.environ | {"PORT": "1"}, check=False).returncode == 0


def test_no_server_does_not() -> None:
    assert probe(free_port()) == 1


@pytest.mark.parametrize("answer", [SICK, b"", b"hello\r\n\r\n"])
def test_a_sick_one_does_not(answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as sick:
        port = sick.getsockname()[1]
        command = [sys.executable, "-m", "tableorder.probe"]
        asked = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PORT": str(port)})
        connection, _ = sick.accept()
        with connection:
            connection.recv(1024)
            connection.sendall(answer)
        assert asked.wait() == 1
