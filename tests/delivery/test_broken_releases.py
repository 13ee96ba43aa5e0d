"""A release that cannot serve never does: the one before it stays, and the last line says why."""

import fcntl
from pathlib import Path

import pytest

from tests.delivery.box import Box, variant
from tests.delivery.load import evening

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]

BROKEN = """
from django.db import migrations

class Migration(migrations.Migration):
    dependencies = [("menu", "0001_initial")]
    operations = [migrations.RunSQL("CREATE TABLE half (id int); SELECT 1 / 0")]
"""


@pytest.mark.parametrize(
    ("name", "change", "reason"),
    [
        ("crashing", 'CMD ["python", "-c", "raise SystemExit(1)"]', "was not healthy within"),
        ("silent", 'CMD ["sleep", "1000"]', "was not healthy within"),
        ("unmigratable", "ENV DJANGO_SETTINGS_MODULE=nowhere.settings", "refuses this machine's settings"),
    ],
)
def test_a_broken_image_never_takes_traffic(box: Box, image: str, name: str, change: str, reason: str) -> None:
    broken = variant(image, name, change)
    before = box.serving_image()
    with evening(box, "han", guests=2, readers=1, boards=1) as load:
        refused = box.infra("deploy", broken)
    assert refused.returncode == 1
    assert reason in refused.stdout.splitlines()[-1]
    assert "FAILED" in refused.stdout.splitlines()[-1]
    assert load.failures == []
    assert (box.serving_image(), box.running()) == (before, {box.live})


def test_a_failed_migration_leaves_the_old_release(box: Box, image: str) -> None:
    migration = "COPY broken.py /app/menu/migrations/0999_broken.py"
    broken = variant(image, "broken-migration", migration, broken=BROKEN)
    before = box.serving_image()
    refused = box.infra("deploy", broken)
    assert refused.returncode == 1
    assert "The migration failed" in refused.stdout.splitlines()[-1]
    assert box.answers()
    assert (box.serving_image(), box.running()) == (before, {box.live})


def test_a_registry_that_is_away_changes_nothing(box: Box) -> None:
    before = box.serving_image()
    refused = box.infra("deploy", "registry.invalid/tableorder@sha256:" + "0" * 64, PULL="")
    assert refused.returncode == 1
    assert "could not be pulled" in refused.stdout.splitlines()[-1]
    assert (box.serving_image(), box.answers()) == (before, True)


def test_a_full_disk_changes_nothing(box: Box, image: str, tmp_path: Path) -> None:
    stub = tmp_path / "df"
    stub.write_text("#!/bin/sh\necho Avail\necho 120\n")
    stub.chmod(0o755)
    before = box.serving_image()
    refused = box.infra("deploy", image, path=str(tmp_path))
    assert refused.returncode == 1
    assert "120 MB free" in refused.stdout.splitlines()[-1]
    assert (box.serving_image(), box.answers()) == (before, True)


def test_two_releases_never_run_at_once(box: Box, image: str) -> None:
    with (box.folder / ".release.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        refused = box.infra("deploy", image)
    assert refused.returncode == 75
    assert "Another release is running" in refused.stderr


@pytest.mark.parametrize("name", ["", "a b", "$(reboot)", "-v", "x;y", "`id`"])
def test_a_name_that_is_none_is_refused(box: Box, name: str) -> None:
    assert box.infra("deploy", name).returncode == 2
