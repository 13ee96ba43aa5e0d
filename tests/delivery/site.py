"""The site as a browser sees it: over TLS, by its name."""

import http.client
import json
import socket
import ssl
from typing import Any, Self

NAME = "order.test"


class Site:
    """One kept connection to the site, as a browser has."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._connection: http.client.HTTPConnection | None = None

    def request(self, method: str, path: str, body: object = None, **headers: str) -> http.client.HTTPResponse:
        """Send; a connection that Caddy closed while it was idle is opened again, as every browser does."""
        sent = None if body is None else json.dumps(body)
        given = {"Host": NAME, "Content-Type": "application/json", **headers}
        connection = self._open()
        connection.request(method, f"/api/v1{path}", sent, given)
        return connection.getresponse()

    def json(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        answer = self.request(method, path, body, **headers)
        content = answer.read()
        if answer.status >= 400:
            raise http.client.HTTPException(f"{method} {path}: {answer.status} {content[:200]!r}")
        return json.loads(content)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None

    def _open(self) -> http.client.HTTPConnection:
        if self._connection is None or self._connection.sock is None:
            trusting = ssl._create_unverified_context()  # noqa: S323 # its authority was made a minute ago
            plain = socket.create_connection(("127.0.0.1", self._port), timeout=30)
            self._connection = http.client.HTTPConnection(NAME)
            self._connection.sock = trusting.wrap_socket(plain, server_hostname=NAME)
        return self._connection
