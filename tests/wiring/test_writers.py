"""Services alone write orders, sessions and events: views translate, and the back office looks."""

import ast
from collections.abc import Iterator

import pytest

from tests.wiring.source import APPS, ROOMS, Module, modules

WRITES = {
    "save",
    "create",
    "bulk_create",
    "update",
    "bulk_update",
    "delete",
    "get_or_create",
    "update_or_create",
    "select_for_update",
    "execute",
}
LEDGER = {
    "Order",
    "OrderLine",
    "OrderStep",
    "StoreCounter",
    "StoreEvent",
    "WithdrawnKey",
    "TableSession",
    "SessionStep",
    "ServiceCall",
}
RECORDING = {"record_events", "store_events", "take_numbers"}
# Files of these names translate, show or read; they decide nothing.
NOT_SERVICES = (
    "views",
    "urls",
    "serializers",
    "selectors",
    "documents",
    "board",
    "models",
    "errors",
    "admin",
    "forms",
    "stream",
    "hub",
    "commands",
)


def writes_in(module: Module) -> Iterator[ast.Call]:
    """Calls that write a row."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            yield node


def root_of(node: ast.expr) -> str:
    """The name that a chain of attributes and calls begins with."""
    while isinstance(node, ast.Attribute | ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def names_in(module: Module) -> set[str]:
    """Every name that the module uses."""
    return {node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name)} | {
        alias.name for statement in module.imports for alias in statement.names
    }


def test_views_write_nothing() -> None:
    views = [module for module in modules(*ROOMS) if module.is_part("views", "selectors", "documents", "urls")]
    assert len(views) >= 8
    assert [(module.name, call.lineno) for module in views for call in writes_in(module)] == []


def test_the_ledger_is_written_by_services_of_orders_alone() -> None:
    writers = {
        module.name
        for module in modules(*ROOMS)
        for call in writes_in(module)
        if root_of(call.func) in LEDGER and getattr(call.func, "attr", "") != "select_for_update"
    }
    assert writers
    assert [name for name in writers if not name.startswith("orders/")] == []
    services = {module.name for module in modules("orders") if not module.is_part(*NOT_SERVICES)}
    assert writers - services == set()


def test_services_alone_record_events() -> None:
    recording = {module.name for module in modules(*ROOMS) if names_in(module) & RECORDING}
    services = {module.name for module in modules("orders") if not module.is_part(*NOT_SERVICES)}
    assert "orders/placing.py" in recording
    assert recording - services == set()


def test_events_are_stored_in_one_place() -> None:
    storing = [
        module.name
        for module in modules(*ROOMS)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and node.value == "orders_storeevent"
    ]
    assert storing == ["orders/events.py"]


def test_views_catch_nothing() -> None:
    views = [module for module in modules(*APPS) if module.is_part("views")]
    catching = [module.name for module in views for node in ast.walk(module.tree) if isinstance(node, ast.Try)]
    assert catching == []


SERVICES = {
    "accounts": {
        "record",
        "pause_ordering",
        "resume_ordering",
        "create_store",
        "create_person",
        "employ",
        "sign_in_staff",
        "refresh_staff",
    },
    "tables": {
        "sign_in_tablet",
        "renew_tablet",
        "revoke_tablet",
        "set_pin",
        "sign_out_tablet",
        "create_tables",
        "arrange_tables",
        "make_pairing_code",
        "pair_tablet",
    },
    "menu": {
        "place_category",
        "place_item",
        "put_into_category",
        "mark_items",
        "change_prices",
        "duplicate_item",
        "keep_picture",
    },
    "orders": {
        "place_order",
        "advance_order",
        "cancel_order",
        "undo_step",
        "tick_line",
        "open_session",
        "close_session",
        "move_session",
        "merge_sessions",
        "call_staff",
        "acknowledge_call",
        "set_availability",
        "set_accepting_orders",
        "prune_events",
        "identify_tablet",
        "reload_tablet",
    },
}


@pytest.mark.parametrize("room", SERVICES)
def test_services_are_called_by_name(room: str) -> None:
    """A verb's arguments have names at every call: `cancel_order(store_id=…, order_id=…)`."""
    verbs = {
        function.name: function
        for module in modules(room)
        if not module.is_part(*NOT_SERVICES)
        for function in module.functions
        if function.name in SERVICES[room]
    }
    assert set(verbs) == SERVICES[room]
    assert [name for name, verb in verbs.items() if verb.args.args or verb.args.posonlyargs] == []
