"""Orders and what belongs to them are looked at here, and changed on the board."""

import pytest
from django.db.models import Model

from accounts.models import User
from menu.models import MenuVersion
from orders.models import Order, OrderLine, OrderStep, StoreCounter, StoreEvent
from tests.admin.office import Office, fields_of, page_of
from tests.admin.rows import Rows


def test_an_order_s_page_tells_all_of_it_and_changes_nothing(manager: Office, here: Rows) -> None:
    shown = manager.get(page_of(Order, "change", here[Order]))
    page = shown.content.decode()
    for text in ("Order 1", "HERE note", "HERE 김치찌개", "HERE 순한맛", "₩9,000", "HERE table"):
        assert text in page
    for text in ("received", "The kitchen began", "Ordered by staff for HERE table"):
        assert text in page
    assert page_of(User, "change", here[User]) in page
    assert fields_of(shown) == {}


@pytest.mark.parametrize("model", [Order, StoreEvent, StoreCounter, MenuVersion])
def test_nobody_adds_changes_or_deletes_one(superuser: Office, owner: Office, here: Rows, model: type[Model]) -> None:
    row = here[model]
    before = model._default_manager.filter(pk=row.pk).values().get()
    for office in (superuser, owner):
        assert office.client.post(page_of(model, "add"), {}).status_code == 403
        assert office.client.post(page_of(model, "change", row), {"status": "cancelled"}).status_code == 403
        assert office.delete(row).status_code == 403
        office.act("delete_selected", row, post="yes")
    assert model._default_manager.filter(pk=row.pk).values().get() == before


def test_lines_and_steps_are_not_changed_through_their_order(superuser: Office, here: Rows) -> None:
    order = here[Order]
    forged = {"lines-0-quantity": "9", "steps-0-reason": "x", "lines-0-DELETE": "on", "lines-TOTAL_FORMS": "2"}
    assert superuser.client.post(page_of(Order, "change", order), forged).status_code == 403
    assert (OrderLine.objects.get().quantity, OrderStep.objects.get().reason) == (1, "")
