"""No token, PIN or password is ever logged, whatever goes wrong with it."""

import pytest
from django.test import Client

from menu.models import MenuVersion
from tests.personas import Caller, TabletCaller
from tests.server import Server

PIN = "73519264"
PASSWORD = "a-password-to-look-for"


def test_a_server_logs_no_secret(server: Server) -> None:
    signed_in = server.sign_in_table(11)
    server.request("POST", "/auth/table/login", {"store_code": "demo", "table_number": 11, "pin": PIN})
    server.request("POST", "/auth/table/login", {"store_code": "demo", "table_number": "x", "pin": PIN})
    server.request("POST", "/auth/staff/login", {"store_code": "demo", "username": "staff", "password": PASSWORD})
    server.request("POST", "/auth/table/renew", {"tablet_secret": signed_in["tablet_secret"]})
    server.request("GET", "/menu", token=signed_in["access"])
    server.request("GET", "/menu", token=signed_in["access"][:-2])
    log = server.log
    assert log
    for secret in (PIN, PASSWORD, signed_in["access"][:-2], signed_in["tablet_secret"]):
        assert secret not in log


@pytest.mark.django_db
def test_a_mistake_of_ours_logs_no_token(tablet: TabletCaller, caplog: pytest.LogCaptureFixture) -> None:
    MenuVersion.objects.all().delete()
    assert tablet.get("/menu").status_code == 500
    assert "Traceback" in caplog.text
    assert tablet.token not in caplog.text


@pytest.mark.django_db
def test_no_answer_repeats_a_secret(nobody: Caller, client: Client) -> None:
    answers = [
        nobody.post("/auth/table/login", {"store_code": "demo", "table_number": "x", "pin": PIN}),
        nobody.post("/auth/table/login", {"store_code": "demo", "table_number": 1, "pin": PIN}),
        nobody.post("/auth/staff/login", {"store_code": "demo", "username": "x" * 200, "password": PASSWORD}),
        nobody.post("/auth/staff/refresh", {"refresh": PASSWORD}),
        client.get(f"/api/v1/nowhere?token={PASSWORD}"),
    ]
    for answer in answers:
        assert answer.status_code in (400, 401, 404)
        assert PIN not in answer.content.decode()
        assert PASSWORD not in answer.content.decode()
