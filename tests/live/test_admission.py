"""Who may follow which stream."""

import pytest

from tests.live.people import LivePerson, LiveTablet, short_lived
from tests.server import Answer, Server

STREAMS = ("/events", "/staff/events")


def refusal(answer: Answer) -> tuple[int, str, str]:
    assert answer.headers["content-type"] == "application/json"
    return answer.status, answer.json()["type"], answer.json()["errors"][0]["code"]


@pytest.mark.parametrize("path", STREAMS)
def test_a_stream_without_a_token_is_refused_as_json(server: Server, path: str) -> None:
    answer = server.request("GET", path, Accept="text/event-stream")
    assert refusal(answer) == (401, "client_error", "not_authenticated")
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("path", STREAMS)
def test_a_stream_with_a_bad_or_an_expired_token_is_refused(server: Server, person: LivePerson, path: str) -> None:
    for token in ("nonsense", short_lived(person.token, -1), person.token[:-4]):
        answer = server.request("GET", path, token=token, Accept="text/event-stream")
        assert refusal(answer) == (401, "client_error", "token_not_valid")


def test_a_token_in_the_address_lets_no_one_in(server: Server, person: LivePerson) -> None:
    answer = server.request("GET", f"/staff/events?token={person.token}&access={person.token}")
    assert refusal(answer) == (401, "client_error", "not_authenticated")


def test_a_tablet_may_not_follow_the_board_nor_a_person_a_table(person: LivePerson, guest: LiveTablet) -> None:
    assert refusal(guest.get("/staff/events")) == (403, "client_error", "permission_denied")
    assert refusal(person.get("/events")) == (403, "client_error", "permission_denied")


@pytest.mark.parametrize("path", STREAMS)
def test_a_stream_is_only_read(person: LivePerson, guest: LiveTablet, path: str) -> None:
    caller = person if "staff" in path else guest
    assert refusal(caller.post(path, {})) == (405, "client_error", "method_not_allowed")
