"""Imports point one way: tableorder → orders → {menu, tables} → accounts."""

import ast

import pytest

from tests.wiring.source import ROOMS, Module, imported_from, modules

MAY_IMPORT = {
    "accounts": {"accounts"},
    "menu": {"menu", "accounts"},
    "tables": {"tables", "accounts"},
    "orders": {"orders", "menu", "tables", "accounts"},
    "tableorder": set(ROOMS),
}
EVERY = modules(*ROOMS)


def test_all_rooms_were_looked_at() -> None:
    assert {module.room for module in EVERY} == set(MAY_IMPORT)
    assert len(EVERY) > 60


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_from_where_it_may(room: str) -> None:
    found = {
        (module.name, name.partition(".")[0])
        for module in EVERY
        if module.room == room
        for statement in module.imports
        for name in imported_from(statement)
    }
    assert {(module, other) for module, other in found if other in ROOMS and other not in MAY_IMPORT[room]} == set()


def test_nobody_imports_tests_or_by_dots() -> None:
    for module in EVERY:
        for statement in module.imports:
            assert not any(name.partition(".")[0] in ("tests", "benchmarks") for name in imported_from(statement))
            assert isinstance(statement, ast.Import) or statement.level == 0, module.name


def is_ready_of_an_app(module: Module, function: ast.AST) -> bool:
    """Apps find each other only when all models are there."""
    return module.path.name == "apps.py" and getattr(function, "name", "") == "ready"


def test_nothing_is_imported_inside_a_function() -> None:
    inside = [
        f"{module.name}:{node.lineno}"
        for module in EVERY
        for function in module.functions
        if not is_ready_of_an_app(module, function)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "common", "helpers", "helper", "misc", "shared", "core", "base"}
    assert [module.name for module in EVERY if module.is_part(*drawers)] == []


def test_only_packages_are_empty() -> None:
    assert [module.name for module in EVERY if not module.tree.body and module.path.name != "__init__.py"] == []
