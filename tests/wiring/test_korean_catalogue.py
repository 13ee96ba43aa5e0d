"""Whatever the server says, it can say in Korean."""

import os
import subprocess
import sys
from pathlib import Path

import django
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.utils.translation import gettext, override

from accounts.django_words import SAID_OTHERWISE

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


def test_what_django_says_badly_is_said_in_our_words() -> None:
    """A text that Django does not have any more need not stand in the list."""
    with override("ko"):
        ours = {str(text) for text in SAID_OTHERWISE if isinstance(text, str)}
        assert [text for text in ours if gettext(text) == text] == []
    django_s: set[str] = set()
    for part in ("contrib/admin", "contrib/auth", "conf"):
        with (Path(django.__file__).parent / part / "locale/ko/LC_MESSAGES/django.po").open("rb") as file:
            django_s |= {_together(message.id) for message in read_po(file)}
    assert ours - django_s == set()


def test_what_django_s_scripts_say_is_theirs_and_compiled() -> None:
    ours, theirs = (
        folder / "locale/ko/LC_MESSAGES/djangojs.po"
        for folder in (ROOT / "accounts", Path(django.__file__).parent / "contrib/admin")
    )
    with ours.open("rb") as mine, theirs.open("rb") as django_s, ours.with_suffix(".mo").open("rb") as compiled:
        texts = read_po(mine)
        assert _texts(read_mo(compiled)) == _texts(texts)
        known = {_together(message.id) for message in read_po(django_s)}
    assert {_together(message.id) for message in texts} <= known


def _texts(catalogue: Catalog) -> set[str]:
    return {f"{_together(message.id)} = {_together(message.string)}" for message in catalogue if message.id}


def _together(texts: str | list[str] | tuple[str, ...]) -> str:
    return texts if isinstance(texts, str) else " / ".join(texts)
