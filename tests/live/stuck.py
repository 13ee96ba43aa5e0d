"""A client that asks and then never reads: a tablet that fell off the network."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from tests.server import Server


@contextmanager
def stuck_client(server: Server, path: str, token: str = "") -> Iterator[socket.socket]:
    """Send a request and read nothing, with as little room for the answer as the machine allows."""
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        client.connect(("127.0.0.1", server.port))
        head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n"
        client.sendall((head + (f"Authorization: Bearer {token}\r\n" if token else "") + "\r\n").encode())
        yield client
