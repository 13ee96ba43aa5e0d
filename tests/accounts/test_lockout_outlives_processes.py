"""The count of wrong tries is in the database: every process has it, and a restart forgets nothing."""

from typing import Any

from tests.server import Server


def knock(server: Server, pin: str) -> Any:
    return server.request("POST", "/auth/table/login", {"store_code": "demo", "table_number": 12, "pin": pin})


def test_wrong_tries_are_counted_over_a_restart(own_server: Server) -> None:
    assert [knock(own_server, "0000").status for _ in range(4)] == [401] * 4
    own_server.kill()
    own_server.start()
    assert knock(own_server, "0000").status == 401
    own_server.terminate()
    own_server.start()
    locked = knock(own_server, "1234")
    assert (locked.status, locked.json()["errors"][0]["code"]) == (429, "login_locked")
    assert int({name.lower(): value for name, value in locked.headers.items()}["retry-after"]) > 0


def test_every_process_counts_the_same_tries(server: Server) -> None:
    for _ in range(5):
        server.request("POST", "/auth/staff/login", {"store_code": "demo", "username": "ghost", "password": "x"})
    body = {"store_code": "demo", "username": "ghost", "password": "x"}
    assert {server.request("POST", "/auth/staff/login", body).status for _ in range(8)} == {429}
