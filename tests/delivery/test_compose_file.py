"""What docker-compose.yml promises, read from the file itself."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
SERVERS = ("api", "api_blue", "api_green")
PRODUCTION = ("caddy", "api_blue", "api_green", "backup", "db")
MACHINE = 2048 - 256  # MiB; the rest is the system's
NEEDED = re.compile(r"\$\{(DB_USER|DB_PASSWORD):\?Set \1 in \.env, [^}]+\}")


def mebibytes(service: dict[str, Any]) -> int:
    return int(service["mem_limit"].removesuffix("m"))


@pytest.mark.parametrize("name", SERVERS)
def test_a_server_cannot_write_its_own_files_nor_gain_rights(name: str) -> None:
    service = SERVICES[name]
    assert (service["read_only"], service["cap_drop"], service["tmpfs"]) == (True, ["ALL"], ["/tmp"])  # noqa: S108 # the container's
    assert service["security_opt"] == ["no-new-privileges:true"]


@pytest.mark.parametrize("name", PRODUCTION)
def test_a_service_is_bounded_and_comes_back(name: str) -> None:
    service = SERVICES[name]
    assert service["restart"] == "unless-stopped"
    assert service["logging"]["options"] == {"max-size": "10m", "max-file": "5"}
    assert mebibytes(service) > 0


def test_production_fits_a_machine_of_2_gib_while_both_colours_run() -> None:
    assert sum(mebibytes(SERVICES[name]) for name in PRODUCTION) <= MACHINE


def test_caddy_alone_is_reached_from_outside_in_production() -> None:
    published = {name for name, service in SERVICES.items() if "ports" in service}
    assert published == {"api", "client", "caddy"}


@pytest.mark.parametrize("name", SERVERS)
def test_the_database_account_is_needed_and_has_no_default(name: str) -> None:
    url = SERVICES[name]["environment"]["DATABASE_URL"]
    assert len(NEEDED.findall(url)) == 2
    for account in ("DB_USER", "DB_PASSWORD"):
        assert f"${{{account}}}" not in url
        assert f"${{{account}:-" not in url


@pytest.mark.parametrize("name", ["SECRET_KEY", "JWT_SECRET"])
def test_the_server_itself_refuses_production_without_its_keys(name: str) -> None:
    for colour in ("api_blue", "api_green"):
        assert SERVICES[colour]["environment"][name] == f"${{{name}:-}}"
        assert SERVICES[colour]["environment"]["APP_ENV"] == "production"


def test_a_server_has_longer_to_stop_than_it_takes_itself() -> None:
    for name in SERVERS:
        assert SERVICES[name]["stop_grace_period"] == "25s"


def test_the_two_colours_differ_in_their_image_alone() -> None:
    blue, green = ({**SERVICES[f"api_{colour}"]} for colour in ("blue", "green"))
    assert (blue.pop("image"), green.pop("image")) == (
        "${BLUE_IMAGE:-${APP_IMAGE:-tableorder:local}}",
        "${GREEN_IMAGE:-${APP_IMAGE:-tableorder:local}}",
    )
    assert blue == green
