"""The Python sources, as trees."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("accounts", "menu", "tables", "orders")
ROOMS = (*APPS, "tableorder")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file."""

    path: Path
    tree: ast.Module

    @property
    def name(self) -> str:
        return str(self.path.relative_to(ROOT))

    @property
    def room(self) -> str:
        return self.path.relative_to(ROOT).parts[0]

    @property
    def lines(self) -> int:
        return len(self.path.read_text().splitlines())

    @property
    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    @property
    def imports(self) -> Iterator[ast.Import | ast.ImportFrom]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Import | ast.ImportFrom))

    def is_part(self, *parts: str) -> bool:
        """Whether the file, or a folder it lies in, has one of these names."""
        names = self.path.relative_to(ROOT).with_suffix("").parts
        return any(part in names for part in parts)


def modules(*folders: str) -> list[Module]:
    """Every module in these folders, but migrations, which Django writes."""
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [Module(path, ast.parse(path.read_text())) for path in paths if "migrations" not in path.parts]


def imported_from(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The modules that the statement names."""
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
