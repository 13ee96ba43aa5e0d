"""What a new machine does by itself, on one where nothing happens."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.infra.sandbox import IMAGE, KEY, PASSWORD, SETTINGS, TOKEN, Sandbox
from tests.infra.templates import template, user_data

ENV = "data/tableorder/.env"


@pytest.fixture
def box(tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path, "box")


@pytest.fixture
def fleet(tmp_path: Path) -> Sandbox:
    return Sandbox(tmp_path, "fleet")


@pytest.mark.parametrize("template", ["app", "fleet-machines"])
def test_its_script_is_clean_and_fits(tmp_path: Path, template: str) -> None:
    script = tmp_path / "user-data.sh"
    script.write_text(user_data(template))
    shellcheck = Path(sys.executable).with_name("shellcheck")
    result = subprocess.run([shellcheck, str(script)], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
    assert script.stat().st_size < 16_000, "AWS takes 16 KB"


def test_infra_up_is_clean() -> None:
    shellcheck = Path(sys.executable).with_name("shellcheck")
    result = subprocess.run([shellcheck, "infra/up"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_a_bare_machine_serves_with_no_further_step(box: Sandbox) -> None:
    assert box.run().returncode == 0, box.output
    order = [
        "associate-address",
        "attach-volume",
        "mkfs.xfs",
        "install --quiet --assumeyes docker",
        "deploy",
        "SUCCESS",
    ]
    places = [next(i for i, line in enumerate(box.log) if word in line) for word in order]
    assert places == sorted(places)
    assert f"deploy {IMAGE}" in box.log
    assert (box.root / "data/tableorder").is_dir()
    assert (box.root / "opt/tableorder").resolve() == box.root / "data/tableorder"
    box.assert_kept_secrets()


def test_its_settings_come_from_parameter_store_and_are_its_own(box: Sandbox) -> None:
    box.run()
    assert box.settings(ENV) == {"COMPOSE_PROFILES": "production", "DEMO_STORE": "0", **SETTINGS}


def test_its_data_is_never_formatted_again(box: Sandbox) -> None:
    assert box.run(BLKID_EXIT="0").returncode == 0, box.output
    assert not box.called("mkfs.xfs")
    assert "UUID=1234" in (box.root / "etc/fstab").read_text()


def test_setting_up_twice_changes_nothing(box: Sandbox) -> None:
    box.run()
    before = (box.root / "etc/fstab").read_text()
    assert box.run(BLKID_EXIT="0").returncode == 0, box.output
    assert (box.root / "etc/fstab").read_text() == before
    assert sum("mkswap" in line for line in box.log) == 1
    assert sum("docker create" in line for line in box.log) == 1


def test_docker_lives_on_the_data_volume_and_waits_for_it(box: Sandbox) -> None:
    box.run()
    assert f'"data-root": "{box.root}/data/docker"' in (box.root / "etc/docker/daemon.json").read_text()
    assert "RequiresMountsFor" in (box.root / "etc/systemd/system/docker.service.d/data.conf").read_text()


def test_a_replaced_machine_goes_on_with_the_release_that_served(box: Sandbox) -> None:
    box.run()
    (box.root / "data/tableorder/release.env").write_text(
        "LIVE=green\nBLUE_IMAGE=old@sha256:1\nGREEN_IMAGE=new@sha256:2\n"
    )
    box.run(BLKID_EXIT="0")
    assert box.log[-20:].count("deploy new@sha256:2") == 1


def test_a_compose_that_is_not_the_expected_one_is_not_run(box: Sandbox) -> None:
    assert box.run(BAD_SUM="1").returncode != 0
    assert "Compose is not what was expected." in box.output
    assert not (box.root / "usr/local/lib/docker/cli-plugins/docker-compose").exists()
    assert box.called("signal-resource", "FAILURE")
    assert not box.called("deploy")


@pytest.mark.parametrize("name", ["SECRET_KEY", "DB_PASSWORD", "DB_HOST"])
def test_a_missing_setting_is_named(box: Sandbox, name: str) -> None:
    box.say({key: value for key, value in SETTINGS.items() if key != name})
    assert box.run().returncode != 0
    assert f"/tableorder/env/{name} is missing." in box.output
    assert box.called("signal-resource", "FAILURE")


def test_a_value_that_a_shell_would_change_is_refused(box: Sandbox) -> None:
    box.say(SETTINGS | {"SECRET_KEY": "a$HOME`id`"})
    assert box.run().returncode != 0
    assert "SECRET_KEY has a character" in box.output
    assert "id`" not in box.output


def test_a_release_that_does_not_serve_fails_the_stack(box: Sandbox) -> None:
    assert box.run(DEPLOY_EXIT="1").returncode != 0
    assert box.called("signal-resource", "FAILURE")
    assert not box.called("SUCCESS")


def test_a_private_registry_is_signed_in_to(box: Sandbox) -> None:
    (box.root / "registry-token").write_text(TOKEN)
    box.run()
    assert box.called("docker login ghcr.io", "--password-stdin")
    assert (box.root / "login").read_text().strip() == TOKEN
    box.assert_kept_secrets()


def test_github_calls_the_command_that_is_there() -> None:
    (command,) = template("releases")["Resources"]["Release"]["Properties"]["Content"]["mainSteps"][0]["inputs"][
        "runCommand"
    ]
    itself = re.search(r"^ITSELF=(.*)$", user_data("app"), re.MULTILINE)
    assert itself
    assert command == f"{itself[1]} release '{{{{ Action }}}}' '{{{{ Image }}}}'"


def test_a_release_from_github_is_fetched_deployed_and_remembered(box: Sandbox) -> None:
    box.run()
    home = box.root / "data/tableorder"
    for name in ("fetch", "rollback", "status"):
        (home / "infra" / name).write_text((box.root / "stub/deploy").read_text())
        (home / "infra" / name).chmod(0o755)
    new = IMAGE.replace("a" * 64, "b" * 64)
    (home / "release.env").write_text(f"LIVE=green\nGREEN_IMAGE={new}\n")
    assert box.run("release", "deploy", new).returncode == 0, box.output
    places = [box.log.index(line) for line in (f"fetch {new}", f"deploy {new}")]
    assert places == sorted(places)
    assert box.called("put-parameter", "/tableorder/image", new)
    assert box.run("release", "rollback").returncode == 0
    assert box.run("release", "deploy", new, DEPLOY_EXIT="1").returncode == 1


def test_changed_settings_start_the_same_release_again(box: Sandbox) -> None:
    box.run()
    box.say(SETTINGS | {"JWT_SECRET": "other"})
    assert box.run("refresh").returncode == 0, box.output
    assert box.settings(ENV)["JWT_SECRET"] == "other"
    assert box.log.count(f"deploy {IMAGE}") == 2
    assert box.called("docker compose", "up --detach --no-deps backup")


@pytest.mark.parametrize(("exit_code", "healthy"), [("0", "1"), ("7", "0")])
def test_it_tells_every_minute_whether_the_site_answers(box: Sandbox, exit_code: str, healthy: str) -> None:
    box.run()
    assert "OnCalendar=*:*:00" in (box.root / "etc/systemd/system/tableorder-heartbeat.timer").read_text()
    assert box.run("heartbeat", CURL_EXIT=exit_code).returncode == 0, box.output
    assert box.called("https://order.example.com/api/v1/health")
    assert box.called("put-metric-data", f"MetricName=Healthy,Value={healthy},", "MetricName=DiskUsed,Value=")


def test_old_events_and_pictures_without_a_dish_go_once_a_day(box: Sandbox) -> None:
    box.run()
    assert "OnCalendar=*-*-* 19:15:00" in (box.root / "etc/systemd/system/tableorder-prune.timer").read_text()
    box.note_management()
    assert box.run("prune").returncode == 0, box.output
    assert [line for line in box.log if "prune_" in line] == ["manage prune_events", "manage prune_pictures"]


def test_finished_days_are_added_up_every_night(box: Sandbox) -> None:
    box.run()
    assert "OnCalendar=*-*-* 21:15:00" in (box.root / "etc/systemd/system/tableorder-summarise.timer").read_text()
    box.note_management()
    assert box.run("summarise").returncode == 0, box.output
    assert box.log[-1] == "manage summarise_sales"


def test_a_machine_of_the_fleet_adds_them_up_after_a_release_too(fleet: Sandbox) -> None:
    fleet.run()
    assert "OnCalendar=*-*-* 21:15:00" in (fleet.root / "etc/systemd/system/tableorder-summarise.timer").read_text()
    assert "docker exec --detach tableorder manage.py summarise_sales" in fleet.log
    assert fleet.run("summarise").returncode == 0, fleet.output
    assert fleet.log[-1] == "docker exec tableorder manage.py summarise_sales"


def test_a_machine_of_the_fleet_migrates_then_serves(fleet: Sandbox) -> None:
    assert fleet.run().returncode == 0, fleet.output
    runs = [line for line in fleet.log if line.startswith("docker run")]
    assert runs[0].endswith(f"{IMAGE} manage.py migrate --no-input")
    assert runs[1].endswith(IMAGE)
    assert "--publish 3000:3000" in runs[1]
    assert "--read-only" in runs[1]
    assert "efs _netdev,tls,accesspoint=fsap-1" in (fleet.root / "etc/fstab").read_text()
    assert fleet.called("signal-resource", "SUCCESS")
    fleet.assert_kept_secrets()


def test_a_machine_of_the_fleet_knows_database_and_names(fleet: Sandbox) -> None:
    fleet.run()
    settings = fleet.settings("etc/tableorder.env")
    assert (
        settings["DATABASE_URL"]
        == f"postgres://tableorder:{PASSWORD}@db.example.internal:5432/tableorder?sslmode=require"
    )
    assert settings["ALLOWED_HOSTS"] == "order.example.com"
    assert settings["CSRF_TRUSTED_ORIGINS"] == "https://order.example.com"
    assert (settings["APP_ENV"], settings["NUM_PROXIES"], settings["SECRET_KEY"]) == ("production", "1", KEY)


def test_a_wrong_command_says_what_there_is(box: Sandbox) -> None:
    assert box.run("nonsense").returncode == 2
    assert "usage:" in box.output
