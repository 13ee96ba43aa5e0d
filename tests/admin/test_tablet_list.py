"""A manager sees which tablets are there, and tells them what to do."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from accounts.business_day import utc_now
from accounts.models import AuditEntry, Store
from orders.models import StoreEvent
from tables.models import Table, Tablet
from tests.admin.office import Office
from tests.admin.rows import Rows
from tests.personas import TabletCaller

TELL = "/admin/tables/tablet/{}/tell/{}/"


def seen(here: Rows, **ago: int) -> Tablet:
    tablet: Tablet = here[Tablet]
    Tablet.objects.filter(pk=tablet.pk).update(last_seen_at=utc_now() - timedelta(**ago))
    return tablet


def listed(office: Office, **query: str) -> list[Any]:
    return [row.pk for row in office.list(Tablet, **query).context_data["cl"].result_list]


@pytest.mark.parametrize(
    ("ago", "badge"), [({"seconds": 30}, "badge--good"), ({"minutes": 6}, "badge--warn"), ({"days": 3}, "badge--warn")]
)
def test_whether_it_is_there_is_said(manager: Office, here: Rows, ago: dict[str, int], badge: str) -> None:
    seen(here, **ago)
    body = manager.list(Tablet).content.decode()
    assert badge in body
    assert ("Connected" in body) == (badge == "badge--good")


def test_those_in_use_are_listed_and_the_others_can_be_asked_for(manager: Office, here: Rows) -> None:
    tablet = seen(here, days=31)
    gone = Tablet.objects.create(
        store=tablet.store, table=tablet.table, secret_hash="gone", last_seen_at=utc_now(), revoked_at=utc_now()
    )
    late = Tablet.objects.create(
        store=tablet.store, table=tablet.table, secret_hash="late", last_seen_at=utc_now() - timedelta(minutes=6)
    )
    wanted = {"": [late.pk], "missed": [late.pk], "forgotten": [tablet.pk], "revoked": [gone.pk]}
    assert {state: listed(manager, **({"state": state} if state else {})) for state in wanted} == wanted
    assert set(listed(manager, state="all")) == {tablet.pk, gone.pk, late.pk}
    assert listed(manager, state="nonsense") == [late.pk]


def test_its_build_is_compared_with_the_one_that_is_served(manager: Office, here: Rows) -> None:
    page = Path(settings.CLIENT_ROOT) / "index.html"
    page.write_text('<script type="module" crossorigin src="/assets/index-B1x_-9Zk.js"></script>')
    try:
        for build, word in (("B1x_-9Zk", "newest"), ("A0a0A0a0", "older")):
            Tablet.objects.update(app_version=build)
            body = manager.list(Tablet).content.decode()
            assert build in body
            assert f">{word}<" in body
    finally:
        page.unlink()


@pytest.mark.parametrize("deed", ["identify", "reload"])
@pytest.mark.parametrize("way", ["button", "action"])
def test_it_is_told_through_its_stream(manager: Office, here: Rows, deed: str, way: str) -> None:
    tablet = here[Tablet]
    if way == "button":
        assert manager.client.post(TELL.format(tablet.pk, deed)).status_code == 302
    else:
        manager.act(f"{deed}_chosen", tablet)
    assert StoreEvent.objects.filter(kind=f"tablet.{deed}", tablet_id=tablet.pk).count() == 1


def test_a_revoked_one_s_token_ends_and_who_did_it_is_in_the_trail(
    manager: Office, store: Store, here: Rows, django_capture_on_commit_callbacks: Any
) -> None:
    tablet = TabletCaller(here[Table])
    assert tablet.get("/orders").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        manager.client.post(TELL.format(tablet.tablet.pk, "revoke"), {"sure": "yes"})
    assert tablet.get("/orders").status_code == 401
    entry = AuditEntry.objects.get(target_id=tablet.tablet.pk)
    assert (entry.deed, entry.actor_id) == ("tablet_revoked", manager.user.pk)
    again = manager.client.post(TELL.format(tablet.tablet.pk, "revoke"), follow=True)
    assert "revoked already" in again.content.decode()
    assert AuditEntry.objects.filter(target_id=tablet.tablet.pk).count() == 1


@pytest.mark.parametrize("way", ["button", "action"])
def test_nothing_is_revoked_before_the_manager_has_read_which_it_is_and_what_happens(
    manager: Office, here: Rows, way: str
) -> None:
    tablet = here[Tablet]
    asked = manager.client.post(TELL.format(tablet.pk, "revoke")) if way == "button" else manager.act("revoke", tablet)
    body = asked.content.decode()
    assert "Revoke 1 tablet?" in body
    assert str(tablet.table) in body
    assert "cannot be undone" in body
    assert Tablet.objects.get(pk=tablet.pk).revoked_at is None
    # The page's own form, at the address that asked.
    answer = dict(asked.context_data["sent"]) | {"sure": "yes"}
    assert manager.client.post(asked.wsgi_request.get_full_path(), answer).status_code == 302
    assert Tablet.objects.get(pk=tablet.pk).revoked_at is not None


@pytest.mark.parametrize("deed", ["identify", "reload", "revoke"])
def test_another_store_s_tablet_hears_nothing(manager: Office, here: Rows, elsewhere: Rows, deed: str) -> None:
    strange = elsewhere[Tablet]
    assert manager.client.post(TELL.format(strange.pk, deed), {"sure": "yes"}).status_code == 404
    manager.act("revoke" if deed == "revoke" else f"{deed}_chosen", strange, sure="yes")
    assert not StoreEvent.objects.filter(kind__startswith="tablet.").exists()
    assert Tablet.objects.get(pk=strange.pk).revoked_at is None


def test_looking_tells_nothing_and_no_other_deed_is_known(manager: Office, here: Rows) -> None:
    assert manager.get(TELL.format(here[Tablet].pk, "identify")).status_code == 405
    assert manager.client.post(TELL.format(here[Tablet].pk, "explode")).status_code == 404
    assert not StoreEvent.objects.filter(kind__startswith="tablet.").exists()
