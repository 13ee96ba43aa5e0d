"""Where tables stand is changed of many at once."""

import uuid

import pytest

from accounts.models import Store
from tables.arranging import Arrangement, arrange_tables, arrangement_of
from tests.factories import TableFactory

pytestmark = pytest.mark.django_db
PERSON = uuid.uuid4()


def test_those_that_changed_are_answered_and_the_others_left_alone(store: Store) -> None:
    one, other = TableFactory(store=store, zone="홀"), TableFactory(store=store, zone="홀")
    wanted = {one.pk: Arrangement("룸", 6, (0, 100)), other.pk: arrangement_of(other)}
    assert arrange_tables(store_id=store.pk, by_id=PERSON, arrangements=wanted) == [one]
    one.refresh_from_db()
    assert arrangement_of(one) == Arrangement("룸", 6, (0, 100))
    assert arrange_tables(store_id=store.pk, by_id=PERSON, arrangements={one.pk: Arrangement("룸", 6, None)}) == [one]
    one.refresh_from_db()
    assert (one.position_x, one.position_y) == (None, None)


def test_another_store_s_table_is_not_touched(store: Store, other_store: Store) -> None:
    theirs = TableFactory(store=other_store, zone="홀")
    assert arrange_tables(store_id=store.pk, by_id=PERSON, arrangements={theirs.pk: Arrangement("룸", 1, None)}) == []
    theirs.refresh_from_db()
    assert theirs.zone == "홀"
