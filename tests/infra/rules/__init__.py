"""What must hold of the templates, whatever else they say."""

from collections.abc import Callable
from types import ModuleType

from tests.infra.rules import keeping, reach, running
from tests.infra.templates import Template

Rule = Callable[[dict[str, Template]], None]


def _of(module: ModuleType) -> list[Rule]:
    found = [part for part in vars(module).values() if getattr(part, "__module__", "") == module.__name__]
    return [rule for rule in found if rule is not reach.doors]


EVERY = [*_of(reach), *_of(keeping), *_of(running)]
