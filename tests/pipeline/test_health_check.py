"""`infra/ci/health`: well means well, several times in a row, over HTTPS."""

import pytest

from tests.pipeline.desk import Desk
from tests.pipeline.players import WELL

SITE = "https://order.example.com"


def test_a_site_that_is_well_passes(desk: Desk) -> None:
    desk.play("curl", WELL)
    done = desk.run("health", SITE)
    assert done.code == 0
    assert f"{SITE} is well." in done.said


def test_it_asks_the_load_balancers_question_with_a_limit_and_without_leniency(desk: Desk) -> None:
    desk.play("curl", WELL)
    desk.run("health", f"{SITE}/")
    for call in desk.calls("curl"):
        assert call[-1] == f"{SITE}/api/v1/health"
        assert "--fail" in call
        assert "--max-time" in call
        assert not {"--insecure", "-k"} & set(call)


@pytest.mark.parametrize(
    "answer",
    [
        "exit 22",  # 503, or no page at all
        "exit 60",  # a certificate that nobody trusts
        "echo '<html>ok</html>'",
        """echo '{"status":"error"}'""",
        """echo '{"state":"ok"}'""",
        "echo '[]'",
        "true",
    ],
)
def test_whatever_else_it_answers_fails(desk: Desk, answer: str) -> None:
    desk.play("curl", answer)
    done = desk.run("health", SITE, TRIES="4")
    assert done.code == 1
    assert "is not well after 4 tries" in done.complained
    assert len(desk.calls("curl")) == 4


def test_a_site_that_needs_a_moment_passes(desk: Desk) -> None:
    desk.play("curl", 'echo x >> "$DESK/asked"; (($(wc -l < "$DESK/asked") <= 5)) && exit 7; ' + WELL)
    assert desk.run("health", SITE).code == 0
    assert len(desk.calls("curl")) == 5 + 3


def test_a_site_that_is_well_now_and_then_fails(desk: Desk) -> None:
    desk.play("curl", 'echo x >> "$DESK/asked"; (($(wc -l < "$DESK/asked") % 3 == 0)) && exit 7; ' + WELL)
    assert desk.run("health", SITE).code == 1


@pytest.mark.parametrize(
    "address", ["", "order.example.com", "http://order.example.com", "https://x/ -o /etc/passwd", "-K/x"]
)
def test_only_an_address_with_https_is_asked(desk: Desk, address: str) -> None:
    desk.play("curl", WELL)
    assert desk.run("health", address).code == 1
    assert desk.calls("curl") == []
