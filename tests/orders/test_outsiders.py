"""Nobody reaches another store, another table, or a call that is not theirs; and trying changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db.models import Model

from accounts.models import Store
from menu.models import MenuItem
from orders.models import Order, OrderLine, OrderStep, StoreCounter, StoreEvent, WithdrawnKey
from tables.models import ServiceCall, SessionStep, Table, TableSession, Tablet
from tests.factories import TableFactory
from tests.personas import Caller, StaffCaller, TabletCaller, codes, line_of

pytestmark = pytest.mark.django_db

WATCHED: tuple[type[Model], ...] = (
    Store,
    MenuItem,
    Table,
    Tablet,
    TableSession,
    SessionStep,
    ServiceCall,
    Order,
    OrderLine,
    OrderStep,
    StoreEvent,
    StoreCounter,
    WithdrawnKey,
)

# What stands in braces is the id of a row of the store that is not theirs.
OBJECT_CALLS: list[tuple[str, str, Any]] = [
    ("PATCH", "/staff/orders/{order}", {"status": "preparing"}),
    ("PATCH", "/staff/orders/{order}/items/{line}", {"done": True}),
    ("POST", "/staff/orders/{order}/cancel", {"reason": "mine"}),
    ("GET", "/staff/orders/{order}/steps", None),
    ("POST", "/staff/orders/{order}/undo", None),
    ("POST", "/staff/tables/{table}/open", {"guests": 2}),
    ("POST", "/staff/tables/{table}/close", {"force": True}),
    ("POST", "/staff/tables/{table}/move", {"to": "{free}"}),
    ("POST", "/staff/tables/{table}/merge", {"to": "{free}"}),
    ("GET", "/staff/tables/{table}/history", None),
    ("GET", "/staff/tables/{table}/tablets", None),
    ("POST", "/staff/tables/{table}/pairing-code", None),
    ("POST", "/staff/tablets/{tablet}/revoke", None),
    ("PATCH", "/staff/menu-items/{item}", {"status": "sold_out"}),
    ("POST", "/staff/service-calls/{call}/acknowledge", None),
    ("POST", "/staff/service-calls/{call}/undo", None),
]
STAFF_CALLS: list[tuple[str, str, Any]] = [
    *OBJECT_CALLS,
    ("GET", "/staff/board", None),
    ("GET", "/staff/menu", None),
    ("GET", "/staff/orders", None),
    ("POST", "/staff/orders", {}),
    ("PATCH", "/staff/store", {"accepting_orders": False}),
    ("GET", "/staff/events", None),
]
TABLE_CALLS: list[tuple[str, str, Any]] = [
    ("GET", "/orders", None),
    ("POST", "/orders", {}),
    ("GET", "/orders/{order}", None),
    ("POST", "/orders/withdraw", None),
    ("GET", "/service-calls", None),
    ("POST", "/service-calls", {"kind": "water"}),
    ("GET", "/events", None),
]


@dataclass(frozen=True)
class Belongings:
    """Ids of a store's rows, and every row as it is."""

    ids: dict[str, str]

    def rows(self) -> dict[str, Any]:
        return {model.__name__: list(model._default_manager.order_by("pk").values()) for model in WATCHED}


@pytest.fixture
def ours(tablet: TabletCaller, staff: StaffCaller, stew: MenuItem) -> Iterator[Belongings]:
    """What the store has; at the end it must have just that."""
    order = tablet.order((stew, 1)).json()
    call = tablet.post("/service-calls", {"kind": "bill"}).json()
    staff.patch(f"/staff/orders/{order['id']}", {"status": "preparing"})
    ids = {"order": order["id"], "table": str(tablet.table.pk), "item": str(stew.pk), "call": call["id"]}
    ids["tablet"] = str(tablet.tablet.pk)
    ids["line"] = order["items"][0]["id"]
    ids["free"] = str(TableFactory(store=tablet.store).pk)
    belongings = Belongings(ids)
    before = belongings.rows()
    yield belongings
    assert belongings.rows() == before


def send(caller: Caller, call: tuple[str, str, Any], ours: Belongings) -> Any:
    method, path, body = call
    sent = body and {
        name: value.format(**ours.ids) if isinstance(value, str) else value for name, value in body.items()
    }
    return caller.request(method, path.format(**ours.ids), sent, Idempotency_Key="k")


@pytest.mark.parametrize("call", OBJECT_CALLS, ids=lambda call: f"{call[0]} {call[1]}")
def test_another_stores_person_finds_nothing(outsider: StaffCaller, ours: Belongings, call: Any) -> None:
    answer = send(outsider, call, ours)
    assert (answer.status_code, codes(answer)) == (404, ["not_found"])


@pytest.mark.parametrize("call", STAFF_CALLS, ids=lambda call: f"{call[0]} {call[1]}")
def test_a_tablet_may_make_no_call_of_the_staff(
    tablet: TabletCaller, outside_tablet: TabletCaller, ours: Belongings, call: Any
) -> None:
    for caller in (tablet, outside_tablet):
        answer = send(caller, call, ours)
        assert (answer.status_code, codes(answer)) == (403, ["permission_denied"])


@pytest.mark.parametrize("call", TABLE_CALLS, ids=lambda call: f"{call[0]} {call[1]}")
def test_a_person_may_make_no_call_of_a_tablet(
    manager: StaffCaller, outsider: StaffCaller, ours: Belongings, call: Any
) -> None:
    for caller in (manager, outsider):
        answer = send(caller, call, ours)
        assert (answer.status_code, codes(answer)) == (403, ["permission_denied"])


@pytest.mark.parametrize("call", STAFF_CALLS + TABLE_CALLS, ids=lambda call: f"{call[0]} {call[1]}")
def test_nobody_may_do_anything_without_a_token(ours: Belongings, call: Any) -> None:
    for token, code in (("", "not_authenticated"), ("nonsense", "token_not_valid")):
        answer = send(Caller(token), call, ours)
        assert (answer.status_code, codes(answer)) == (401, [code])
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_another_store_has_another_board_and_other_lists(outsider: StaffCaller, ours: Belongings) -> None:
    assert outsider.get("/staff/board").json() == {"last_event_id": 0, "tables": []}
    assert outsider.get("/staff/menu").json()["categories"] == []
    for query in ("", f"?table={ours.ids['table']}", "?number=1", "?status=preparing"):
        assert outsider.get(f"/staff/orders{query}").json()["results"] == []


def test_another_stores_table_takes_no_order(
    outsider: StaffCaller, outside_tablet: TabletCaller, ours: Belongings, stew: MenuItem
) -> None:
    body = {"table": ours.ids["table"], "items": [line_of(stew)]}
    answer = outsider.post("/staff/orders", body, Idempotency_Key="k")
    assert (answer.status_code, codes(answer)) == (404, ["not_found"])
    body["table"] = str(outside_tablet.table.pk)
    assert codes(outsider.post("/staff/orders", body, Idempotency_Key="k")) == ["menu_item_unavailable"]


def test_another_stores_pause_is_its_own(outsider: StaffCaller, tablet: TabletCaller, stew: MenuItem) -> None:
    outsider.patch("/staff/store", {"accepting_orders": False})
    assert tablet.order((stew, 1)).status_code == 201


def test_another_tables_tablet_sees_nothing_of_it(
    other_tablet: TabletCaller, outside_tablet: TabletCaller, ours: Belongings
) -> None:
    for caller in (other_tablet, outside_tablet):
        assert caller.get(f"/orders/{ours.ids['order']}").status_code == 404
        bill = caller.get("/orders").json()
        assert (bill["session"], bill["orders"], bill["total"]) == (None, [], 0)
        assert caller.get("/service-calls").json() == {"service_calls": []}


def test_plain_staff_do_not_pause_the_store(staff: StaffCaller, ours: Belongings) -> None:
    answer = staff.patch("/staff/store", {"accepting_orders": False})
    assert (answer.status_code, codes(answer)) == (403, ["permission_denied"])
