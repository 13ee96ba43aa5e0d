"""Whatever the server says, it can say in Korean."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "tableorder" / "locale" / "ko" / "LC_MESSAGES" / "django.po"
APPS = ("accounts", "menu", "tables", "orders", "tableorder", "templates")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Every text marked for translation in the code."""
    found = tmp_path_factory.mktemp("messages") / "found.pot"
    keywords = ("-k", "gettext_lazy", "-k", "_", "-k", "ngettext_lazy:1,2")
    pybabel = str(Path(sys.executable).with_name("pybabel"))
    command = [pybabel, "-q", "extract", "-F", "pyproject.toml", *keywords]
    subprocess.run(
        [*command, "-o", str(found), *APPS], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True
    )
    with found.open("rb") as file:
        return read_po(file)


@pytest.fixture(scope="module")
def korean() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="ko")


def test_every_text_has_a_translation(said: Catalog, korean: Catalog) -> None:
    def untranslated(identity: str) -> bool:
        entry = korean.get(identity)
        return entry is None or entry.fuzzy or not all(entry.string)

    texts = [message.id if isinstance(message.id, str) else message.id[0] for message in said if message.id]
    assert len(texts) > 100
    assert [text for text in texts if untranslated(text)] == []


def test_translations_keep_the_placeholders(korean: Catalog) -> None:
    assert [str(error) for message in korean if message.id for error in message.check(korean)] == []


def test_the_compiled_catalogue_is_not_stale(korean: Catalog) -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert _texts(compiled) == _texts(korean)


def _texts(catalogue: Catalog) -> set[str]:
    return {f"{_together(message.id)} = {_together(message.string)}" for message in catalogue if message.id}


def _together(texts: str | list[str] | tuple[str, ...]) -> str:
    return texts if isinstance(texts, str) else " / ".join(texts)
