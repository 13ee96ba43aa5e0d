"""Health over a real socket."""

from tests.server import Server


def test_a_running_server_says_that_it_is_healthy(server: Server) -> None:
    answer = server.request("GET", "/health")
    assert answer.status == 200
    assert answer.json()["checks"]["database"] == "ok"
