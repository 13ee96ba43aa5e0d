"""A backup is made, and gone back to."""

import pytest

from tests.delivery.box import Box
from tests.delivery.load import Load
from tests.delivery.site import Site

pytestmark = [pytest.mark.engine, pytest.mark.timeout(300)]


def order(box: Box) -> str:
    me = Load(box, "han").sign_in_tablet(1)
    with Site(box.https_port) as site:
        dish = site.json("GET", "/menu", **me)["categories"][0]["items"][0]["id"]
        body = {"items": [{"menu_item": dish, "quantity": 1}], "expected_total": 9000}
        return str(site.json("POST", "/orders", body, **me, **{"Idempotency-Key": "backup"})["id"])


def test_going_back_to_a_backup_brings_its_orders_and_pictures_again(box: Box) -> None:
    kept = order(box)
    picture = ["exec", "-T", f"api_{box.live}", "sh", "-c"]
    box.compose(*picture, "echo stew > /data/media/stew.webp")
    made = box.infra("backup")
    assert made.returncode == 0, made.stderr
    name = made.stdout.strip()
    assert name in box.infra("restore").stdout.split()
    box.infra("manage", "shell", "-c", "from orders.models import *; OrderStep.objects.all().delete()")
    box.compose(*picture, "rm /data/media/stew.webp")
    box.infra("manage", "shell", "-c", "from accounts.models import *; Store.objects.update(name='gone')")

    restored = box.infra("restore", name)
    assert restored.returncode == 0, restored.stdout + restored.stderr
    assert Load(box, "han").stored() == [kept]
    assert box.compose(*picture, "cat /data/media/stew.webp") == "stew"
    shown = box.infra("manage", "shell", "-c", "from accounts.models import *; print(Store.objects.get().name)")
    assert "han" in shown.stdout


def test_a_backup_that_is_not_there_changes_nothing(box: Box) -> None:
    refused = box.infra("restore", "2020-01-01T000000Z")
    assert (refused.returncode, refused.stderr.strip()) == (1, "There is no backup 2020-01-01T000000Z.")
    assert box.answers()
