"""Two tablets send one code at the same moment."""

from functools import partial
from typing import Any

import pytest

from tables import pairing_codes
from tables.models import Tablet
from tables.pairing_codes import make_pairing_code
from tests.factories import TableFactory
from tests.orders.racing import Collision, at_once, without_row_locks
from tests.personas import Caller

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def pair() -> Any:
    """Sends the code of a table."""
    table = TableFactory()
    code = make_pairing_code(store_id=table.store_id, table_id=table.pk, by_id=None).code
    return partial(Caller().post, "/auth/table/pair", {"code": code})


def test_one_is_paired(monkeypatch: pytest.MonkeyPatch, pair: Any) -> None:
    first, second = Collision(monkeypatch, pairing_codes, "pair").of(pair, pair)
    assert (first.status_code, second.status_code) == (200, 401)
    assert Tablet.objects.count() == 1


def test_without_the_tables_lock_both_would_be(monkeypatch: pytest.MonkeyPatch, pair: Any) -> None:
    without_row_locks(monkeypatch)
    first, second = Collision(monkeypatch, pairing_codes, "pair").of(pair, pair)
    assert (first.status_code, second.status_code) == (200, 200)
    assert Tablet.objects.count() == 2


def test_of_eight_one_is_paired(pair: Any) -> None:
    statuses = [answer.status_code for answer in at_once([pair] * 8)]
    assert statuses.count(200) == Tablet.objects.count() == 1
    assert set(statuses) <= {200, 401, 429}
