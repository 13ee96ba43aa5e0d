"""Whatever goes wrong under /api/, the answer is JSON of one shape."""

import json
from typing import Any

import pytest
from django.test import Client

from menu.models import MenuVersion
from tests.personas import Caller, StaffCaller, TabletCaller, codes
from tests.wiring.contract import OPERATIONS, WITH_BODY, Operation, faults, validator

pytestmark = pytest.mark.django_db
METHODS = ("get", "post", "put", "patch", "delete")


def assert_of_one_shape(answer: Any) -> None:
    assert answer["Content-Type"] == "application/json"
    assert [error.message for error in validator("#/components/schemas/Error").iter_errors(answer.json())] == []


@pytest.fixture
def callers(owner: StaffCaller, tablet: TabletCaller, nobody: Caller) -> dict[str, Caller]:
    return {"staff": owner, "table": tablet, "nobody": nobody}


def caller_for(operation: Operation, callers: dict[str, Caller]) -> Caller:
    return callers[min(operation.is_for)] if operation.needs_token else callers["nobody"]


def send(operation: Operation, caller: Caller, data: bytes, content_type: str = "application/json") -> Any:
    headers = {"Accept-Language": "en", "Idempotency-Key": "k"}
    if caller.token:
        headers["Authorization"] = f"Bearer {caller.token}"
    client = Client(raise_request_exception=False, headers=headers)
    path = "/api/v1" + operation.somewhere()
    return client.generic(operation.method.upper(), path, data, content_type=content_type)


@pytest.mark.parametrize("path", ["/nowhere", "", "/", "/menu/", "/staff", "/orders/not-an-id", "/../../etc/passwd"])
@pytest.mark.parametrize("method", [*METHODS, "options"])
def test_an_unknown_path_is_not_found(path: str, method: str, tablet: TabletCaller) -> None:
    answer = tablet.request(method.upper(), path)
    assert (answer.status_code, codes(answer)) == (404, ["not_found"])
    assert_of_one_shape(answer)


@pytest.mark.parametrize("path", ["/api/v2/menu", "/api/", "/api/v1menu"])
def test_so_is_another_version(path: str, client: Client) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert_of_one_shape(answer)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_other_methods_are_refused_and_the_right_ones_named(operation: Operation, callers: dict[str, Caller]) -> None:
    known = {other.method for other in OPERATIONS if other.path == operation.path}
    for method in set(METHODS) - known:
        answer = send(Operation(method, operation.path, operation.body), caller_for(operation, callers), b"{}")
        assert (answer.status_code, codes(answer)) == (405, ["method_not_allowed"])
        assert {name.strip().lower() for name in answer["Allow"].split(",")} - {"head", "options"} == known
        assert_of_one_shape(answer)


BROKEN = (b"{", b'{"a": }', b"{'a': 1}", b"\xff\xfe", b"[" * 100_000, b'{"a": NaN}', b"\0", b'{"a": 1}{"b": 2}')


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
def test_a_body_that_is_not_json_is_refused(operation: Operation, callers: dict[str, Caller]) -> None:
    for data in BROKEN:
        answer = send(operation, caller_for(operation, callers), data)
        assert answer.status_code == 400
        assert faults(answer, operation.method, operation.path) == []


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
@pytest.mark.parametrize("body", [None, [], [{}], "text", 5, True])
def test_a_body_that_is_no_object_is_refused(body: Any, operation: Operation, callers: dict[str, Caller]) -> None:
    answer = send(operation, caller_for(operation, callers), json.dumps(body).encode())
    assert answer.status_code == 400
    assert faults(answer, operation.method, operation.path) == []


@pytest.mark.parametrize("operation", WITH_BODY, ids=str)
def test_a_body_of_another_type_is_refused(operation: Operation, callers: dict[str, Caller]) -> None:
    for content_type in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = send(operation, caller_for(operation, callers), b"a=1", content_type)
        assert (answer.status_code, codes(answer)) == (415, ["unsupported_media_type"])
        assert_of_one_shape(answer)


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "application/json;charset=UTF-8"])
def test_json_may_say_its_encoding(content_type: str, callers: dict[str, Caller]) -> None:
    operation = next(operation for operation in WITH_BODY if operation.path == "/service-calls")
    answer = send(operation, callers["table"], '{"kind": "other", "message": "물"}'.encode(), content_type)
    assert (answer.status_code, answer.json()["message"]) == (201, "물")


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/staff/orders", "number=x", 400),
        ("/staff/orders", "business_date=2026-02-30", 400),
        ("/staff/orders", "cursor=not-one-of-ours", 404),
        ("/staff/tables/{table_id}/history", "from=yesterday", 400),
        ("/staff/events", "last_event_id=x", 400),
        ("/events", "last_event_id=-1", 400),
    ],
)
def test_a_question_that_is_not_well_formed_is_refused(
    path: str, query: str, status: int, callers: dict[str, Caller], tablet: TabletCaller
) -> None:
    caller = callers["staff" if path.startswith("/staff") else "table"]
    answer = caller.get(f"{path.format(table_id=tablet.table.pk)}?{query}")
    assert (answer.status_code, faults(answer, "get", path)) == (status, [])


def test_a_mistake_of_ours_is_told_without_detail(tablet: TabletCaller, caplog: pytest.LogCaptureFixture) -> None:
    MenuVersion.objects.all().delete()  # which never happens, and which nothing is ready for
    answer = tablet.get("/menu")
    assert (answer.status_code, answer.json()["type"]) == (500, "server_error")
    assert_of_one_shape(answer)
    assert answer["X-Request-ID"]
    for detail in (b"MenuVersion", b"DoesNotExist", b"Traceback", b"matching query"):
        assert detail not in answer.content
    assert "MenuVersion matching query does not exist" in caplog.text


def test_a_refusal_is_in_the_requests_language(nobody: Caller) -> None:
    body = {"store_code": "x", "username": "x", "password": "x"}
    details = {
        language: nobody.post("/auth/staff/login", body, Accept_Language=language).json()["errors"][0]["detail"]
        for language in ("en", "ko", "ko-KR,ko;q=0.9,en;q=0.8", "fr", "")
    }
    assert details["en"] == "Store, name or password is not right."
    assert details["ko"] == details["ko-KR,ko;q=0.9,en;q=0.8"] == details["fr"] == details[""] != details["en"]
