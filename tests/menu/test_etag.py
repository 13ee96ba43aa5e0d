"""A tablet that has the menu already is told so: ETag, If-None-Match, 304."""

import gzip
import json
from datetime import UTC, datetime, time
from typing import Any

import pytest

from menu.document import menu_document
from menu.models import MenuItem
from menu.selectors import menu_version_of
from menu.snapshot import menu_snapshot
from tests.personas import TabletCaller
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db(transaction=True)


def assert_not_modified(answer: Any, etag: str) -> None:
    assert (answer.status_code, answer.content, faults(answer, "get", "/menu")) == (304, b"", [])
    assert answer["ETag"] == etag


def test_the_menu_comes_with_a_tag(tablet: TabletCaller, stew: MenuItem) -> None:
    answer = tablet.get("/menu")
    assert answer["ETag"]
    assert answer["Cache-Control"] == "private, no-cache"
    assert {part.strip() for part in answer["Vary"].split(",")} >= {"Accept-Encoding", "Authorization"}
    assert tablet.get("/menu")["ETag"] == answer["ETag"]


@pytest.mark.parametrize("write", ["{}", '"other", {}', '{}, W/"other"'])
def test_who_has_it_gets_an_empty_304(write: str, tablet: TabletCaller, stew: MenuItem) -> None:
    etag = tablet.get("/menu")["ETag"]
    assert_not_modified(tablet.get("/menu", If_None_Match=write.format(etag)), etag)


@pytest.mark.parametrize("encoding", ["gzip", "gzip, deflate, br", "identity"])
def test_the_tag_is_one_whatever_the_encoding(encoding: str, tablet: TabletCaller, stew: MenuItem) -> None:
    etag = tablet.get("/menu")["ETag"]
    assert tablet.get("/menu", Accept_Encoding=encoding)["ETag"] == etag
    assert_not_modified(tablet.get("/menu", Accept_Encoding=encoding, If_None_Match=etag), etag)


def test_an_old_tag_gets_the_new_menu(tablet: TabletCaller, stew: MenuItem) -> None:
    old = tablet.get("/menu")
    MenuItem.objects.update(price=9500)
    new = tablet.get("/menu", If_None_Match=old["ETag"])
    assert new.status_code == 200
    assert new["ETag"] != old["ETag"]
    assert new.json()["version"] > old.json()["version"]
    assert new.json()["categories"][0]["items"][0]["price"] == 9500


@pytest.mark.parametrize("tag", ['W/"0-00000000"', '"x"', "x", ""])
def test_any_other_tag_gets_the_menu(tag: str, tablet: TabletCaller, stew: MenuItem) -> None:
    assert tablet.get("/menu", If_None_Match=tag).status_code == 200


def test_another_stores_tag_is_any_other(tablet: TabletCaller, outside_tablet: TabletCaller) -> None:
    assert tablet.get("/menu", If_None_Match=outside_tablet.get("/menu")["ETag"]).status_code == 200


def test_the_tag_changes_with_the_hours(stew: MenuItem) -> None:
    MenuItem.objects.update(available_from=time(11), available_until=time(15))
    snapshot = menu_snapshot(stew.store.pk, menu_version_of(stew.store.pk))
    tags = [menu_document(snapshot, datetime(2026, 2, 9, hour, tzinfo=UTC)).etag for hour in (1, 3, 5, 7)]
    assert tags[1] == tags[2]
    assert tags[0] == tags[3] != tags[1]


def test_compressed_it_is_the_same_menu(tablet: TabletCaller, stew: MenuItem) -> None:
    plain = tablet.get("/menu", Accept_Encoding="identity")
    small = tablet.get("/menu", Accept_Encoding="gzip")
    assert small["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(small.content)) == plain.json()


@pytest.mark.parametrize("accepted", ["", "identity", "br", "*;q=0, identity"])
def test_it_is_not_compressed_for_who_cannot_read_that(accepted: str, tablet: TabletCaller, stew: MenuItem) -> None:
    answer = tablet.get("/menu", Accept_Encoding=accepted)
    assert "Content-Encoding" not in answer
    assert answer.json()["categories"]


@pytest.mark.parametrize("accepted", ["gzip", "br, gzip", "gzip;q=0.5"])
def test_it_is_compressed_for_who_can(accepted: str, tablet: TabletCaller, stew: MenuItem) -> None:
    assert tablet.get("/menu", Accept_Encoding=accepted)["Content-Encoding"] == "gzip"
