"""The files' words in English and Korean. They are written in the reader's language, and either is understood."""

import re
from collections.abc import Mapping
from functools import cached_property

from django.conf import settings
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from menu.choices import Allergen, Badge, Dietary, SaleStatus
from menu.models import Category, MenuItem, Option, OptionGroup

Said = str | Promise


class Words:
    """What is meant, and how one says it."""

    def __init__(self, meanings: Mapping[str, Said], *more: Mapping[str, Said]) -> None:
        self.meanings = meanings
        self._more = more

    def say(self, meaning: str) -> str:
        """The word, in the reader's language; what is not among them as it is."""
        return str(capfirst(str(self.meanings.get(meaning, meaning))))

    def understand(self, word: str) -> str | None:
        """What a word means: itself, or said in any language."""
        return self._meaning_of.get(plain(word))

    @cached_property
    def _meaning_of(self) -> dict[str, str]:
        known = {plain(meaning): meaning for meaning in self.meanings}
        for language, _name in settings.LANGUAGES:
            with override(language):
                for words in (*self._more, self.meanings):
                    known |= {plain(str(word)): meaning for meaning, word in words.items()}
        return known


def plain(word: str) -> str:
    """Without what people overlook: case, and spaces more or less."""
    return re.sub(r"[\s_]+", " ", word).strip().casefold()


def _named(model: type, *columns: str) -> dict[str, Said]:
    return {column: model._meta.get_field(column).verbose_name for column in columns}  # type: ignore[attr-defined] # a model's


KINDS = {"category": Category, "item": MenuItem, "option_group": OptionGroup, "option": Option}
KIND = Words(
    {kind: model._meta.verbose_name or kind for kind, model in KINDS.items()},
    {kind: model._meta.verbose_name_plural or kind for kind, model in KINDS.items()},
)
# Of an Excel file: a sheet for each kind.
SHEET = Words({kind: model._meta.verbose_name_plural or kind for kind, model in KINDS.items()})

COLUMN = Words(
    {
        "kind": _("kind of row"),
        "code": _("code"),
        "category": _("category"),
        "option_group": _("option group"),
        "name_ko": _("name in Korean"),
        "name_en": _("name in English"),
        "name_ja": _("name in Japanese"),
        "name_zh": _("name in Chinese"),
        "price": _("price"),
        **_named(MenuItem, "status", "remaining"),
        "is_hidden": _("hidden"),
        "station": _("station"),
        "option_groups": _("choices to make"),
        **_named(OptionGroup, "min_choices", "max_choices"),
        **_named(MenuItem, "badges", "spiciness", "dietary", "allergens", "available_from", "available_until"),
        "sort_order": _("sort order"),
        "description_ko": _("description in Korean"),
        "description_en": _("description in English"),
        "description_ja": _("description in Japanese"),
        "description_zh": _("description in Chinese"),
    }
)
# The last as Korean spreadsheets write TRUE and FALSE.
YES_NO = Words(
    {"yes": _("yes"), "no": _("no")},
    *({"yes": yes, "no": no} for yes, no in (("true", "false"), ("1", "0"), ("y", "n"), ("o", "x"), ("참", "거짓"))),
)
STATUS = Words(dict(SaleStatus.choices))
BADGE = Words(dict(Badge.choices))
DIETARY = Words(dict(Dietary.choices))
ALLERGEN = Words(dict(Allergen.choices))
