"""What only a real server and a real socket show of ordinary requests."""

import http.client
import random
import socket
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.live.people import LiveTablet
from tests.server import ROOT, Server

BUILT = (ROOT / "client" / "dist" / "index.html").is_file()


def fetch(server: Server, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()
    finally:
        connection.close()


def test_a_body_over_a_megabyte_is_refused_as_json(server: Server, guest: LiveTablet) -> None:
    answer = guest.post("/orders", {"items": [], "note": "x" * (1024 * 1024)}, Idempotency_Key="k")
    assert answer.status == 413
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["type"] == "client_error"
    assert [error["code"] for error in answer.json()["errors"]] == ["request_too_large"]
    assert answer.headers["x-request-id"]


def test_a_large_body_under_a_megabyte_is_read(guest: LiveTablet) -> None:
    answer = guest.post("/orders", {"items": [], "expected_total": 0, "x": "x" * 1_000_000}, Idempotency_Key="k")
    assert [error["code"] for error in answer.json()["errors"]] == ["order_empty"]


@pytest.mark.parametrize("path", ["/api/v1/주문", "/api/v1/orders/김치", "/media/김치.png", "/api/v1/%FF", "/메뉴"])
def test_a_path_in_any_language_is_not_found(server: Server, path: str) -> None:
    status, headers, body = fetch(server, quote(path, safe="/%"))
    assert status == 404
    assert headers["x-request-id"]
    if path.startswith("/api/"):
        assert b'"not_found"' in body


def test_a_picture_with_a_korean_name_is_served(server: Server) -> None:
    folder = server.folder / "media" / "menu"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "김치찌개.png").write_bytes(b"picture")
    status, headers, body = fetch(server, "/media/menu/" + quote("김치찌개.png"))
    assert (status, headers["content-type"], body) == (200, "image/png", b"picture")


def test_a_large_picture_arrives_whole(server: Server) -> None:
    content = random.Random(1).randbytes(5 * 1024 * 1024 + 17)  # noqa: S311 # any bytes will do
    (server.folder / "media" / "menu").mkdir(parents=True, exist_ok=True)
    (server.folder / "media" / "menu" / "large.png").write_bytes(content)
    status, headers, body = fetch(server, "/media/menu/large.png")
    assert (status, headers["content-length"]) == (200, str(len(content)))
    assert body == content


def test_raw_bytes_in_a_path_do_not_break_the_server(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as client:
        client.sendall("GET /api/v1/김치 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        assert client.recv(100).startswith((b"HTTP/1.1 400", b"HTTP/1.1 404"))
    assert server.request("GET", "/health").status == 200


def test_the_callers_request_id_comes_back(guest: LiveTablet) -> None:
    assert guest.get("/orders", X_Request_ID="from-the-tablet.1").headers["x-request-id"] == "from-the-tablet.1"


def test_every_picture_of_the_menu_is_served(server: Server, guest: LiveTablet) -> None:
    menu = guest.get("/menu").json()
    pictures = {item["image"] for category in menu["categories"] for item in category["items"] if item["image"]}
    assert pictures
    for picture in pictures:
        status, headers, body = fetch(server, picture)
        assert (status, headers["content-type"]) == (200, "image/svg+xml")
        assert body
        assert "immutable" in headers["cache-control"]
        assert "sandbox" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/media/../server.log", "/media/%2e%2e/server.log", "/media/..%2fserver.log"])
def test_only_pictures_are_served_from_the_pictures_folder(server: Server, path: str) -> None:
    assert (server.folder / "server.log").is_file()
    assert fetch(server, path)[0] in (400, 404)


@pytest.mark.skipif(not BUILT, reason="the screens are not built: make build")
@pytest.mark.parametrize("path", ["/", "/staff"])
def test_the_pages_name_files_that_are_there(server: Server, path: str) -> None:
    status, headers, body = fetch(server, path)
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert headers["cache-control"] == "no-cache"
    assert "default-src 'none'" in headers["content-security-policy"]
    files = [f"/assets/{file.name}" for file in Path(ROOT / "client/dist/assets").iterdir() if file.name in str(body)]
    assert files
    for file in files:
        status, headers, _ = fetch(server, file)
        assert status == 200
        assert "immutable" in headers["cache-control"]
