"""A machine on which nothing happens: its scripts run in a folder, and the commands they give are written down."""

import os
import re
import stat
import subprocess
from pathlib import Path

from tests.infra.templates import user_data

PASSWORD, KEY, TOKEN = "db-secret-0001", "key-secret-0002", "registry-secret-0003"
IMAGE = f"ghcr.io/owner/tableorder@sha256:{'a' * 64}"
SETTINGS = {
    "DB_HOST": "db.example.internal", "DB_NAME": "tableorder", "DB_USER": "tableorder", "DB_PASSWORD": PASSWORD,
    "DB_SSLMODE": "require", "SECRET_KEY": KEY, "JWT_SECRET": KEY, "SITE_ADDRESS": "order.example.com",
}  # fmt: skip
SILENT = "dnf mkfs.xfs xfs_growfs mkswap swapon systemctl mount"

AWS = """case "$*" in
*get-parameters-by-path*) cat "$SANDBOX/parameters" ;;
*registry-token*) [[ -f $SANDBOX/registry-token ]] && cat "$SANDBOX/registry-token" ;;
*"--name /tableorder/image --query"*) echo "$IMAGE" ;;
*attach-volume*) mkdir -p "$SANDBOX/dev" && touch "$SANDBOX/dev/nvme-Amazon_Elastic_Block_Store_vol0abc" ;;
esac"""
CURL = """while (($#)); do [[ $1 != --output ]] || echo downloaded > "$2"; shift; done
echo i-1; exit "${CURL_EXIT:-0}" """
DOCKER = """case "$1" in
create) echo container-1 ;;
cp) mkdir -p "${@: -1}/infra" && cp "$SANDBOX/stub/deploy" "${@: -1}/infra/deploy" ;;
login) cat > "$SANDBOX/login" ;;
esac"""


class Sandbox:
    """One machine: `run` its user data, then look at `log`, `output` and its files."""

    def __init__(self, root: Path, kind: str) -> None:
        self.root, self.kind = root, kind
        (root / "stub").mkdir(parents=True)
        for folder in ("etc", "dev"):
            (root / folder).mkdir()
        (root / "etc/fstab").touch()
        self.say(SETTINGS)
        for name in SILENT.split():
            self.stub(name, "")
        for name, body in {"aws": AWS, "curl": CURL, "docker": DOCKER, "deploy": "exit ${DEPLOY_EXIT:-0}"}.items():
            self.stub(name, body)
        self.stub("dd", 'for word; do [[ $word != of=* ]] || touch "${word#of=}"; done')
        # What is on the machine already is never the right Compose; what was downloaded is.
        self.stub("sha256sum", "read -r _ file; [[ -z ${BAD_SUM:-} && $file == *.new ]]")
        self.stub("blkid", 'case "$*" in *" -o "*) echo 1234 ;; *) exit "${BLKID_EXIT:-2}" ;; esac')
        self.stub("mountpoint", "exit 1")
        script = user_data({"box": "app", "fleet": "fleet-machines"}[kind])
        places = r"^(DATA|HOME_FOLDER|PLUGIN|ITSELF|SETTINGS)=(/\S+)$"
        script = re.sub(places, rf"\1={root}\2", script, flags=re.MULTILINE)
        for path in ("/etc/fstab", "/etc/docker", "/etc/systemd", "/swapfile"):
            script = script.replace(path, f"{root}{path}")
        script = script.replace("/dev/disk/by-id", f"{root}/dev")
        (root / "etc/systemd/system").mkdir(parents=True)
        (root / "opt").mkdir()
        self.script = root / "user-data"
        self.script.write_text(script)

    def say(self, settings: dict[str, str]) -> None:
        """Put these into Parameter Store."""
        lines = [f"/tableorder/env/{name}\t{value}\n" for name, value in settings.items()]
        (self.root / "parameters").write_text("".join(lines))

    def stub(self, name: str, body: str) -> None:
        """A command that writes down how it was called."""
        path = self.root / "stub" / name
        path.write_text(f'#!/usr/bin/env bash\nprintf "%s\\n" "${{0##*/}} $*" >> "$SANDBOX/log"\n{body}\n')
        path.chmod(0o755)

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the machine's script as cloud-init does, or one of its later commands."""
        self.done = subprocess.run(
            ["bash", str(self.script), *arguments],
            env={
                "PATH": f"{self.root}/stub:{os.environ['PATH']}",
                "SANDBOX": str(self.root),
                "IMAGE": IMAGE,
            }
            | environment,
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        self.output = self.done.stdout + self.done.stderr
        return self.done

    def note_management(self) -> None:
        """Management commands of the release are noted in the log, and not run."""
        manage = self.root / "data/tableorder/infra/manage"
        manage.write_text((self.root / "stub/deploy").read_text())
        manage.chmod(0o755)

    @property
    def log(self) -> list[str]:
        """Every command so far."""
        return (self.root / "log").read_text().splitlines()

    def called(self, *words: str) -> bool:
        """Whether some command had all these words."""
        return any(all(word in line for word in words) for line in self.log)

    def settings(self, file: str) -> dict[str, str]:
        """A file of settings, which only root may read."""
        path = self.root / file
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        return dict(line.split("=", 1) for line in path.read_text().splitlines() if not line.startswith("#"))

    def assert_kept_secrets(self) -> None:
        """No secret was printed, nor an argument of a command."""
        for secret in (PASSWORD, KEY, TOKEN):
            assert secret not in self.output + "\n".join(self.log)
