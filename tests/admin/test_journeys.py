"""Where guests went stands on the pages of their session and their orders."""

from typing import Any

import pytest

from accounts.models import User
from orders.models import Order
from tables.models import SessionStep, Table, TableSession
from tests.admin.office import Office, page_of
from tests.admin.rows import Rows
from tests.factories import TableFactory
from tests.personas import StaffCaller

TERRACE = "Terrace 9"


@pytest.fixture
def terrace(here: Rows) -> Any:
    """The table to which the guests were moved."""
    table = TableFactory(store=here[Table].store, number=9, name=TERRACE)
    host = StaffCaller(here[Table].store.memberships.get(role="staff"))
    assert host.post(f"/staff/tables/{here[Table].pk}/move", {"to": str(table.pk)}).status_code == 200
    return table


def test_a_session_s_page_says_who_moved_it_from_where_to_where(manager: Office, here: Rows, terrace: Any) -> None:
    page = manager.get(page_of(TableSession, "change", here[TableSession])).content.decode()
    assert f"The guests went from HERE table to {TERRACE}" in page
    assert page_of(User, "change", here[User]) in page


def test_an_order_s_page_says_where_it_was_ordered_and_where_its_guests_are(
    manager: Office, here: Rows, terrace: Any
) -> None:
    page = manager.get(page_of(Order, "change", here[Order])).content.decode()
    assert "HERE table" in page
    assert TERRACE in page
    assert TERRACE in manager.list(Order).content.decode()
    found = manager.list(Order, q=TERRACE).context_data["cl"].queryset
    assert [order.pk for order in found] == [here[Order].pk]
    here_only = manager.list(Order, table=str(terrace.pk)).context_data["cl"].queryset
    assert here_only.count() == 1


def test_steps_are_only_looked_at(superuser: Office, here: Rows, terrace: Any) -> None:
    session = here[TableSession]
    forged = {"steps-TOTAL_FORMS": "1", "steps-0-kind": "merged"}
    assert superuser.client.post(page_of(TableSession, "change", session), forged).status_code == 403
    assert SessionStep.objects.get().kind == "moved"


def test_a_table_that_guests_left_stays_for_the_history(manager: Office, here: Rows, terrace: Any) -> None:
    assert manager.delete(here[Table]).status_code == 200
    assert Table.objects.filter(pk=here[Table].pk).exists()
