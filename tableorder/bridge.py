"""Running Django's WSGI handler under the asynchronous server, in a fixed set of threads.

Threads that persist keep their database connections, and a request that is read whole before a thread takes it never
makes one wait for a slow network. Own code and not a2wsgi because an event stream starts as an ordinary Django
response, which must come back as the object that it is.
"""

import asyncio
import io
import sys
from collections.abc import Awaitable, Callable, Iterable, Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, nullcontext
from typing import Any

import orjson
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpResponseBase

from tableorder.middleware import request_id_of

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

API_BODY = 1024 * 1024  # bytes
BACK_OFFICE_BODY = 12 * 1024 * 1024  # bytes: a picture and its form
BLOCK = 256 * 1024  # bytes: what is shorter goes out in one piece
TOO_LARGE = orjson.dumps(
    {
        "type": "client_error",
        "errors": [{"code": "request_too_large", "detail": "The request is too large.", "attr": None}],
    }
)


class Bridge:
    """A WSGI application for an ASGI server."""

    def __init__(self, application: WSGIHandler, *, threads: int, name: str) -> None:
        self._application = application
        self._threads = ThreadPoolExecutor(threads, name)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> HttpResponseBase | None:
        """Answer the request; return the response, whose stream may go on."""
        body = await _read_body(receive, BACK_OFFICE_BODY if scope["path"].startswith("/admin/") else API_BODY)
        if body is None:
            await _refuse_too_large(scope, send)
            return None
        loop = asyncio.get_running_loop()
        response, messages, rest = await loop.run_in_executor(self._threads, self._run, _environ(scope, body))
        with closing(response) if rest else nullcontext():
            for message in messages:
                await send(message)
            if rest:
                await self._send_rest(rest, receive, send)
        return response

    async def _send_rest(self, rest: Iterator[Message], receive: Receive, send: Send) -> None:
        """A large file: a thread makes each block, none waits for a slow network, and none works for who has left."""
        loop = asyncio.get_running_loop()
        leaving = asyncio.ensure_future(receive())
        try:
            more = True
            while more and not leaving.done():
                message = await loop.run_in_executor(self._threads, next, rest)
                await send(message)
                more = message["more_body"]
        finally:
            leaving.cancel()

    def _run(self, environ: dict[str, Any]) -> tuple[HttpResponseBase, list[Message], Iterator[Message] | None]:
        """Make the response in a thread: (the response, what to send, and what comes after when it is large)."""
        messages: list[Message] = []

        def start_response(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            start = {"type": "http.response.start", "status": int(status[:3]), "headers": _encode(headers)}
            messages.append(start)

        response = self._application(environ, start_response)  # type: ignore[arg-type] # Django uses no write()
        is_large = False
        try:
            if not hasattr(response, "subscription"):
                blocks = _blocks(response)
                messages.append(next(blocks))
                is_large = messages[-1]["more_body"]
        finally:
            if not is_large:
                response.close()
        return response, messages, blocks if is_large else None


def _blocks(parts: Iterable[bytes]) -> Iterator[Message]:
    """Join parts to blocks; at least one, and the last one marked."""
    block = bytearray()
    for part in parts:
        if len(block) >= BLOCK:
            yield {"type": "http.response.body", "body": bytes(block), "more_body": True}
            block.clear()
        block += part
    yield {"type": "http.response.body", "body": bytes(block), "more_body": False}


async def _read_body(receive: Receive, limit: int) -> bytes | None:
    """The whole body; None when it is larger than `limit` or its sender is gone."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body"):
            return bytes(body)


async def _refuse_too_large(scope: Scope, send: Send) -> None:
    request_id = request_id_of(dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1"))
    headers = [
        (b"content-type", b"application/json"),
        (b"connection", b"close"),
        (b"x-request-id", request_id.encode()),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": TOO_LARGE})


def _environ(scope: Scope, body: bytes) -> dict[str, Any]:
    server = scope.get("server") or ("localhost", 80)
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        # WSGI wants the path's bytes in a string.
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": str(server[0]),
        "SERVER_PORT": str(server[1] or 0),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": (scope.get("client") or ("", 0))[0],
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        _add_header(environ, name.decode("latin-1"), value.decode("latin-1"))
    return environ


def _add_header(environ: dict[str, Any], name: str, value: str) -> None:
    if name == "content-length" or "_" in name:
        return  # the body was read already; an underscore could pass for a hyphen
    key = "CONTENT_TYPE" if name == "content-type" else "HTTP_" + name.upper().replace("-", "_")
    separator = "; " if name == "cookie" else ","
    environ[key] = environ[key] + separator + value if key in environ else value


def _encode(headers: list[tuple[str, str]]) -> Headers:
    return [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
