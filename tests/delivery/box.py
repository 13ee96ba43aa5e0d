"""A restaurant's machine: a folder with what the image carries, on a real container engine."""

import http.client
import os
import secrets
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.delivery.site import NAME, Site
from tests.server import free_port

PASSWORD = "mornings-are-calm-4711"
PIN = "4711"
COLOURS = ("blue", "green")


def docker(*arguments: str, **environment: str) -> str:
    """What docker prints."""
    done = subprocess.run(
        ["docker", *arguments], capture_output=True, text=True, check=False, env=os.environ | environment
    )
    assert done.returncode == 0, f"docker {' '.join(arguments)}: {done.stderr}"
    return done.stdout.strip()


def variant(image: str, name: str, *changes: str, **files: str) -> str:
    """Another release: `image` with these Dockerfile lines, and these files beside them, under another name."""
    with tempfile.TemporaryDirectory() as folder:
        for file, content in files.items():
            Path(folder, f"{file}.py").write_text(content)
        Path(folder, "Dockerfile").write_text("\n".join((f"FROM {image}", f"LABEL release={name}", *changes)))
        # The builder that every engine has.
        docker("build", "--quiet", "--tag", f"tableorder-test:{name}", folder, DOCKER_BUILDKIT="0")
    return f"tableorder-test:{name}"


@dataclass
class Box:
    """One machine."""

    folder: Path
    http_port: int
    https_port: int

    @classmethod
    def set_up(cls, folder: Path, image: str) -> "Box":
        """A bare machine with its files and settings."""
        container = docker("create", image)
        docker("cp", f"{container}:/app/box/.", str(folder))
        docker("rm", "--volumes", container)
        box = cls(folder, free_port(), free_port())
        settings = {
            "COMPOSE_PROFILES": "production",
            "COMPOSE_PROJECT_NAME": f"tableorder-{secrets.token_hex(4)}",
            "DEMO_STORE": "0",
            "SITE_ADDRESS": NAME,
            "SITE_TLS": "internal",
            "DB_USER": "tableorder",
            "DB_PASSWORD": secrets.token_hex(16),
            "SECRET_KEY": secrets.token_urlsafe(48),
            "JWT_SECRET": secrets.token_urlsafe(48),
            "HTTP_PORT": str(box.http_port),
            "HTTPS_PORT": str(box.https_port),
        }
        env = folder / ".env"
        env.touch(mode=0o600)
        env.write_text("".join(f"{name}={value}\n" for name, value in settings.items()))
        return box

    def infra(
        self, command: str, *arguments: str, path: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run one of the machine's commands; `path` comes first in PATH."""
        own = {"PULL": "never", **environment, "PATH": f"{path}:{os.environ['PATH']}" if path else os.environ["PATH"]}
        return subprocess.run(
            [str(self.folder / "infra" / command), *arguments],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | own,
        )

    def deploy(self, image: str) -> None:
        done = self.infra("deploy", image)
        assert done.returncode == 0, done.stdout + done.stderr

    def compose(self, *arguments: str) -> str:
        files = ["--env-file", ".env", "--env-file", "release.env"]
        done = subprocess.run(
            ["docker", "compose", *files, *arguments], cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def open_store(self, code: str, tables: int) -> None:
        """A store with a manager, tables, and one dish."""
        password = {"STORE_MANAGER_PASSWORD": PASSWORD}
        arguments = [code, "--name", code, "--manager", f"{code}-manager", "--tables", str(tables), "--pin", PIN]
        done = self.infra("manage", "create_store", *arguments, **password)
        assert done.returncode == 0, done.stderr
        dish = (
            "from accounts.models import Store; from menu.models import *;"
            f"c = Category.objects.create(store=Store.objects.get(code='{code}'), name={{'ko': '찌개'}});"
            "MenuItem.objects.create(store=c.store, category=c, name={'ko': '김치찌개'}, price=9000)"
        )
        done = self.infra("manage", "shell", "-c", dish)
        assert done.returncode == 0, done.stderr

    def answers(self) -> bool:
        """Whether the site is well, asked over TLS."""
        try:
            with Site(self.https_port) as site:
                return bool(site.json("GET", "/health")["status"] == "ok")
        except (OSError, http.client.HTTPException):
            return False

    @property
    def live(self) -> str:
        lines = (self.folder / "release.env").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)["LIVE"]

    def serving_image(self) -> str:
        """The release label of the container that serves."""
        return docker("inspect", "--format", "{{.Config.Image}}", self.compose("ps", "--quiet", f"api_{self.live}"))

    def running(self) -> set[str]:
        """The colours that run."""
        services = self.compose("ps", "--services", "--status", "running").split()
        return {colour for colour in COLOURS if f"api_{colour}" in services}

    def kill_everything(self) -> None:
        """As a power cut does."""
        containers = self.compose("ps", "--quiet").split()
        docker("kill", "--signal", "KILL", *containers)

    def tear_down(self) -> None:
        self.compose("down", "--volumes", "--timeout", "2")
