"""A ticket or a bill is the same paper, whether the board prints it or the back office."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHEETS = ("client/src/board/print/print.css", "orders/static/orders/paper.css")


def rules_of(path: str) -> dict[str, set[str]]:
    """What the file says of each part of a sheet."""
    found = re.findall(r"^(\.sheet__[^{]+?) \{\n(.*?)^\}", (ROOT / path).read_text(), re.MULTILINE | re.DOTALL)
    return {name: {line.strip() for line in body.splitlines()} for name, body in found}


def test_both_say_the_same_of_every_part() -> None:
    board, office = (rules_of(path) for path in SHEETS)
    assert len(board) > 10
    assert board == office
