"""Keys that development makes for itself: private, kept, and the same for whoever starts."""

import stat
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tableorder.secrets import signing_key

ROOT = Path(__file__).resolve().parents[2]
KEYS = 200
ASK = f"""
import sys
from pathlib import Path
from tableorder.secrets import signing_key
sys.stdin.read()
for number in range({KEYS}):
    print(signing_key(f"KEY_{{number}}", production=False, folder=Path(sys.argv[1])))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".secrets"


def test_a_key_is_made_once_and_kept(folder: Path) -> None:
    first = signing_key("A_KEY", production=False, folder=folder)
    assert len(first) >= 32
    assert signing_key("A_KEY", production=False, folder=folder) == first


def test_each_name_and_each_checkout_has_its_own(folder: Path, tmp_path: Path) -> None:
    keys = {
        signing_key(name, production=False, folder=place)
        for name in ("A_KEY", "ANOTHER_KEY")
        for place in (folder, tmp_path / "elsewhere")
    }
    assert len(keys) == 4


def test_nobody_else_can_read_it(folder: Path) -> None:
    signing_key("A_KEY", production=False, folder=folder)
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_many_first_starts_at_once_agree(folder: Path) -> None:
    """Over and over: whoever is behind finds keys made and catches up, so they meet at nearly every key."""
    command = [sys.executable, "-c", ASK, str(folder)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with ExitStack() as starts:
        starting = [starts.enter_context(subprocess.Popen(command, cwd=ROOT, **pipes)) for _ in range(4)]
        for process in starting:  # all are waiting for this
            process.stdin.close()
        answers = [process.stdout.read() for process in starting]
    assert len(set(answers)) == 1
    assert len(answers[0].split()) == KEYS
    assert len(list(folder.iterdir())) == KEYS


def test_the_environment_comes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_KEY", "é" * 16)  # 32 bytes
    assert signing_key("A_KEY", production=False, folder=folder) == "é" * 16
    assert not folder.exists()
