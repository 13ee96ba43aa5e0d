"""Orders and what belongs to them are looked at here, and changed on the board."""

import pytest
from django.db.models import Model

from menu.models import MenuVersion
from orders.models import Order, OrderLine, OrderStep, StoreCounter, StoreEvent
from tests.admin.office import Office, fields_of, page_of
from tests.admin.rows import Rows


def test_an_order_shows_its_lines_and_steps(manager: Office, here: Rows) -> None:
    page = manager.get(page_of(Order, "change", here[Order])).content.decode()
    for text in ("HERE note", "HERE 김치찌개", "HERE 순한맛 (+0)", "HERE-staff", "received", "preparing"):
        assert text in page
    assert fields_of(manager.get(page_of(Order, "change", here[Order]))).keys() <= {
        "csrfmiddlewaretoken",
        *(
            f"{rows}-{count}_FORMS"
            for rows in ("lines", "steps")
            for count in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")
        ),
        *(f"{rows}-0-{key}" for rows in ("lines", "steps") for key in ("id", "order")),
    }


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
    sent = fields_of(superuser.get(page_of(Order, "change", order)))
    forged = {"lines-0-quantity": "9", "steps-0-reason": "x", "lines-0-DELETE": "on", "lines-TOTAL_FORMS": "2"}
    assert superuser.client.post(page_of(Order, "change", order), sent | forged).status_code == 403
    assert (OrderLine.objects.get().quantity, OrderStep.objects.get().reason) == (1, "")


@pytest.mark.parametrize("query", [{"q": "1"}, {"status__exact": "pending"}, {"business_date__year": "2026"}])
def test_orders_are_found(manager: Office, here: Rows, elsewhere: Rows, query: dict[str, str]) -> None:
    assert [order.pk for order in manager.list(Order, **query).context_data["cl"].queryset] == [here[Order].pk]
