"""Where a stage is tried: what it calls is played by small scripts that write down how they were called."""

import os
import shlex
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Each argument on a line of its own, and a line without any after each call.
SCRIPT = """#!/usr/bin/env bash
DESK={folder}
{{ printf '%s\\n' "$@"; echo; }} >> {calls}
{body}
"""


@dataclass
class Done:
    """How a stage ended."""

    code: int
    said: str
    complained: str


@dataclass
class Desk:
    """One folder of players, and of what they were asked."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def play(self, program: str, body: str = "exit 0") -> None:
        """From now on `program` does this."""
        path = self.folder / "bin" / program
        path.parent.mkdir(exist_ok=True)
        quoted = {"folder": shlex.quote(str(self.folder)), "calls": shlex.quote(str(self._calls(program)))}
        path.write_text(SCRIPT.format(**quoted, body=body))
        path.chmod(0o755)

    def calls(self, program: str) -> list[list[str]]:
        """The arguments of each call."""
        written = self._calls(program)
        if not written.exists():
            return []
        return [call.split("\n") for call in written.read_text().removesuffix("\n\n").split("\n\n")]

    def run(self, stage: str, *arguments: str, **environment: str) -> Done:
        """The stage, with players first in PATH and without a pause between its tries."""
        own = {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "POLL_SECONDS": "0", "HOME": str(self.folder)}
        done = subprocess.run(
            [str(ROOT / "infra" / "ci" / stage), *arguments],
            capture_output=True,
            text=True,
            check=False,
            env=own | self.environment | environment,
            cwd=self.folder,
            timeout=60,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def output(self) -> str:
        """What the stage handed on to the next one."""
        return (self.folder / "output").read_text()

    def _calls(self, program: str) -> Path:
        return self.folder / f"{program}.calls"
