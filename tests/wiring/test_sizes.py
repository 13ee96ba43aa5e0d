"""Files and functions stay small enough to read at once."""

from statistics import median

from tests.wiring.source import ROOMS, Function, modules

EVERYTHING = modules(*ROOMS, "tests", "benchmarks")


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_file_is_longer_than_250_lines() -> None:
    assert {module.name: module.lines for module in EVERYTHING if module.lines > 250} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    long = {
        f"{module.name}:{function.name}": length(function)
        for module in EVERYTHING
        for function in module.functions
        if length(function) > 60
    }
    assert long == {}


def test_most_functions_have_ten_lines_at_most() -> None:
    assert median(length(function) for module in modules(*ROOMS) for function in module.functions) <= 10


def test_a_test_file_has_a_hundred_lines_or_so() -> None:
    assert median(module.lines for module in modules("tests") if module.path.name.startswith("test_")) <= 100
