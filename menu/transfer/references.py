"""Naming one row from another's: by its name where that can only mean the one, else by its code."""

import re
import uuid
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from menu.transfer.words import plain
from menu.translations import Text, pick

ORDER = ("ko", "en", "ja", "zh")  # and not the store's default: a file says the same in every store
SEVERAL = _("Several have this name: write the code of the one that is meant.")
UNFIT = re.compile(r"[;\r\n\x00-\x1f]|^\s|\s$|^['=+@-]")


def name_of(texts: Text) -> str:
    """What a row is called in files."""
    return pick(texts, *ORDER)


class References:
    """Categories or option groups that other rows name."""

    def __init__(self, stored: Iterable[Any]) -> None:
        self._stored = _Index(stored)
        self._written = _Index(())
        self._label_of = self._stored.labels()

    def take(self, written: Iterable[Any]) -> None:
        """The file's own rows come first: it means these."""
        self._written = _Index(written)
        self._label_of |= self._written.labels()

    def label(self, key: uuid.UUID | None) -> str:
        """How a file names the row."""
        return self._label_of.get(key, "") if key else ""

    def find(self, name: str) -> uuid.UUID:
        """The row that a cell names; raise ValueError saying what would be right."""
        for index in (self._written, self._stored):
            for found in (index.exactly(name), index.coded(name), index.named(name)):
                if len(found) == 1:
                    return found.pop()
                if found:
                    raise ValueError(SEVERAL)
        raise ValueError(_("There is none of this name or code."))


class _Index:
    """Rows by code and by name in each language."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = list(rows)
        self._exactly = {row.code: row.pk for row in self._rows}
        self._coded: dict[str, set[uuid.UUID]] = {}
        self._named: dict[str, set[uuid.UUID]] = {}
        for row in self._rows:
            self._coded.setdefault(plain(row.code), set()).add(row.pk)
            for text in row.name.values():
                self._named.setdefault(plain(text), set()).add(row.pk)

    def exactly(self, name: str) -> set[uuid.UUID]:
        return {self._exactly[name.strip()]} if name.strip() in self._exactly else set()

    def coded(self, name: str) -> set[uuid.UUID]:
        return set(self._coded.get(plain(name), ()))

    def named(self, name: str) -> set[uuid.UUID]:
        return set(self._named.get(plain(name), ()) if plain(name) else ())

    def labels(self) -> dict[uuid.UUID, str]:
        """Each row's name if it is fit to name it, else its code."""
        return {row.pk: self._label(row) for row in self._rows}

    def _label(self, row: Any) -> str:
        name = name_of(row.name)
        alone = self.named(name) == {row.pk} and not self.coded(name)
        return str(name if alone and not UNFIT.search(name) else row.code)
