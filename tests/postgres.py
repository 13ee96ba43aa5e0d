"""Run a command against a real PostgreSQL: `python tests/postgres.py [--durable] -- pytest …`.

The command finds its database in DATABASE_URL. It is the server that TEST_DATABASE_URL names, or a new one
that lives only as long as the command: PostgreSQL 16 from the npm registry (kept in .postgres/), else the
newest one that Debian's packages installed.
"""

import argparse
import json
import os
import platform
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TypedDict

import psycopg

RELEASE = "16.14.0-beta.17"
KEPT = Path(__file__).resolve().parent.parent / ".postgres"
DEBIAN = Path("/usr/lib/postgresql")
START_SECONDS = 30
# Tests throw their data away, so a crash may lose it; --durable leaves these at PostgreSQL's defaults.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class Identity(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--durable", action="store_true", help="flush every commit, as in production")
    parser.add_argument("command", nargs="+", help="what to run, after --")
    options = parser.parse_args(arguments)
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        return run(options.command, given)
    for stop in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(stop, leave)
    with server(durable=options.durable) as url:
        return run(options.command, url)


def leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def run(command: Sequence[str], url: str) -> int:
    process = subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url})
    # A terminal's Ctrl-C reaches the command too: it ends first, then the server under it.
    signal.signal(signal.SIGINT, lambda *_: None)
    for stop in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(stop, lambda number, _frame: process.send_signal(number))
    code = process.wait()
    return code if code >= 0 else 128 - code


@contextmanager
def server(*, durable: bool) -> Iterator[str]:
    home = Path(tempfile.mkdtemp(prefix="tableorder-postgres-"))
    try:
        identity = unprivileged(home)
        programs = find_programs(home)
        password = secrets.token_urlsafe()
        initialise(programs, home, password, identity)
        port = free_port()
        process = start(programs, home, port, identity, durable=durable)
        try:
            wait_until_ready(process, home, port, password)
            yield f"postgres://postgres:{password}@127.0.0.1:{port}/tableorder"
        finally:
            process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown: waits for no client
            process.wait()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def unprivileged(home: Path) -> Identity:
    """PostgreSQL refuses to run as root; root runs it as `nobody`."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(home, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def find_programs(home: Path) -> Path:
    """The folder of initdb and postgres."""
    try:
        packaged = packaged_programs()
    except (OSError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"PostgreSQL {RELEASE} from the npm registry: {error}\n")
        return debian_programs()
    if os.geteuid() != 0:
        return packaged / "bin"
    # The checkout may lie where only root can read, /root for one.
    shutil.copytree(packaged, home / "programs", symlinks=True)
    return home / "programs" / "bin"


def packaged_programs() -> Path:
    machine = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    package = f"@embedded-postgres/{sys.platform}-{machine}"
    kept = KEPT / f"{RELEASE}-{sys.platform}-{machine}"
    if not kept.exists():
        install(package, kept)
    return kept / "node_modules" / package / "native"


def install(package: str, kept: Path) -> None:
    KEPT.mkdir(exist_ok=True)
    # In a folder of its own until it is whole: two runs may install at once, and either may be interrupted.
    scratch = Path(tempfile.mkdtemp(dir=KEPT))
    try:
        npm = [
            "npm",
            "install",
            "--no-save",
            "--ignore-scripts",
            "--loglevel=error",
            "--prefix",
            str(scratch),
        ]
        subprocess.run([*npm, f"{package}@{RELEASE}"], check=True, stdout=subprocess.DEVNULL)
        link_libraries(scratch / "node_modules" / package)
        scratch.chmod(0o755)
        if not kept.exists():
            scratch.rename(kept)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def link_libraries(package: Path) -> None:
    """Npm packages hold no symbolic links: this one lists them instead."""
    for link in json.loads((package / "native" / "pg-symlinks.json").read_text()):
        (package / link["target"]).symlink_to(Path(link["source"]).name)


def debian_programs() -> Path:
    installed = [path for path in DEBIAN.glob("*/bin") if (path / "initdb").exists()]
    if not installed:
        sys.exit("No PostgreSQL: set TEST_DATABASE_URL, or install Debian's package postgresql.")
    return max(installed, key=lambda path: int(path.parent.name))


def initialise(programs: Path, home: Path, password: str, identity: Identity) -> None:
    secret = home / "password"
    secret.write_text(password)
    secret.chmod(0o644)  # the folder itself is private
    initdb = [
        str(programs / "initdb"),
        f"--pgdata={home / 'data'}",
        "--username=postgres",
        f"--pwfile={secret}",
    ]
    choices = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"]
    try:
        subprocess.run([*initdb, *choices], check=True, capture_output=True, text=True, cwd=home, **identity)
    except subprocess.CalledProcessError as error:
        sys.exit(f"initdb failed: {error.stderr}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(programs: Path, home: Path, port: int, identity: Identity, *, durable: bool) -> subprocess.Popen[bytes]:
    settings = {
        "listen_addresses": "127.0.0.1",
        "port": str(port),
        "unix_socket_directories": "",
        "max_connections": "200",
        **({} if durable else CARELESS),
    }
    command = [str(programs / "postgres"), "-D", str(home / "data")]
    for name, value in settings.items():
        command += ["-c", f"{name}={value}"]
    with (home / "log").open("wb") as log:
        # A session of its own: Ctrl-C must not take the server from under the command.
        return subprocess.Popen(
            command, cwd=home, **identity, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )


def wait_until_ready(process: subprocess.Popen[bytes], home: Path, port: int, password: str) -> None:
    server_url = f"postgres://postgres:{password}@127.0.0.1:{port}/postgres"
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with psycopg.connect(server_url, autocommit=True) as connection:
                connection.execute("CREATE DATABASE tableorder")
                version = connection.info.parameter_status("server_version")
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            sys.stderr.write(f"PostgreSQL {version} on 127.0.0.1:{port}\n")
            return
    sys.exit(f"PostgreSQL did not start:\n{(home / 'log').read_text()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
