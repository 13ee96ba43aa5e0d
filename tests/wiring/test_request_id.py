"""Every response carries X-Request-ID: the caller's when it is safe, else one of our own; log lines have it too."""

import logging
import re

import pytest
from django.test import Client

from menu.models import MenuVersion
from tableorder.logging import RequestIDFilter
from tests.personas import Caller, TabletCaller
from tests.server import Server

pytestmark = pytest.mark.django_db
OURS = re.compile(r"[0-9a-f]{32}")


@pytest.mark.parametrize("offered", ["a", "0", "7f3c-11", "A.b_c:d-9", "x" * 128])
def test_a_safe_one_is_taken(offered: str, nobody: Caller) -> None:
    assert nobody.get("/health", X_Request_ID=offered)["X-Request-ID"] == offered


@pytest.mark.parametrize(
    "offered", ["", " ", "a b", "x" * 129, "a\tb", "<script>", "a;b", "a,b", "é", "a\nb: c", "%0d%0aX: y", "a/b"]
)
def test_an_unsafe_one_is_not(offered: str, nobody: Caller) -> None:
    assert OURS.fullmatch(nobody.get("/health", X_Request_ID=offered)["X-Request-ID"])


def test_each_request_gets_its_own(nobody: Caller) -> None:
    assert len({nobody.get("/health")["X-Request-ID"] for _ in range(5)}) == 5


@pytest.mark.parametrize("path", ["/", "/admin", "/admin/login/", "/nowhere", "/media/nothing.jpg", "/api/v1/schema"])
def test_every_page_has_one(path: str, client: Client) -> None:
    answer = client.get(path)
    assert OURS.fullmatch(answer["X-Request-ID"])
    answer.close()


def test_every_answer_of_the_api_has_one(tablet: TabletCaller, nobody: Caller) -> None:
    etag = tablet.get("/menu")["ETag"]
    answers = {
        200: tablet.get("/menu"),
        304: tablet.get("/menu", If_None_Match=etag),
        400: tablet.post("/service-calls", {}),
        401: nobody.get("/menu"),
        403: tablet.get("/staff/board"),
        404: tablet.get("/nowhere"),
        405: tablet.patch("/menu"),
    }
    for status, answer in answers.items():
        assert answer.status_code == status
        assert OURS.fullmatch(answer["X-Request-ID"])


def test_a_request_that_is_too_large_has_one(server: Server) -> None:
    answer = server.request("POST", "/auth/staff/login", {"store_code": "x" * 2_000_000}, X_Request_ID="large-1")
    headers = {name.lower(): value for name, value in answer.headers.items()}
    assert (answer.status, headers["x-request-id"]) == (413, "large-1")
    assert answer.json()["errors"][0]["code"] == "request_too_large"


def test_a_log_line_carries_the_id_of_its_request(tablet: TabletCaller, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(RequestIDFilter())
    MenuVersion.objects.all().delete()  # which never happens: the answer is 500, and is logged
    assert tablet.get("/menu", X_Request_ID="find-me").status_code == 500
    logging.getLogger("tests").warning("later")
    ids = [record.request_id for record in caplog.records]  # type: ignore[attr-defined] # the filter's
    assert ids == ["find-me", "-"]
