"""Inputs of the menu's forms."""

from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _

from accounts.models import MENU_LANGUAGES, Store
from menu.pictures import small_of

LONG_TEXT = 100


def module(path: str) -> Script:
    """A script that waits for the page by itself."""
    return Script(path, type="module")


class TranslatedInput(forms.MultiWidget):
    """An input for each language: one below the other, or on tabs where there are scripts."""

    template_name = "menu/translated_input.html"
    # The store's own come first, and are missed where they are empty.
    of_store: tuple[str, ...] = tuple(MENU_LANGUAGES)

    class Media:
        css = {"all": ("menu/translated_input.css",)}
        js = (module("menu/translated_input.js"),)

    def __init__(self, *, max_length: int) -> None:
        long = max_length > LONG_TEXT
        kind: type[forms.Widget] = forms.Textarea if long else forms.TextInput
        size = {"rows": 3, "cols": 60} if long else {"size": 40}
        super().__init__({code: kind({"lang": code, "maxlength": max_length} | size) for code in MENU_LANGUAGES})

    def decompress(self, value: Any) -> list[str]:
        """One text for each language, empty where there is none."""
        texts = value if isinstance(value, dict) else {}
        return [texts.get(code, "") for code in MENU_LANGUAGES]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Name each input's language, the store's first."""
        context = super().get_context(name, value, attrs)
        widgets = dict(zip(MENU_LANGUAGES, context["widget"]["subwidgets"], strict=True))
        codes = [*self.of_store, *(code for code in MENU_LANGUAGES if code not in self.of_store)]
        context["widget"]["languages"] = [
            {"code": code, "name": MENU_LANGUAGES[code], "wanted": code in self.of_store, "widget": widgets[code]}
            for code in codes
        ]
        return context


class AmountInput(forms.NumberInput):
    """An amount in the currency's minor unit, with the way people write it beside it."""

    template_name = "menu/amount_input.html"
    currency = ""

    class Media:
        css = {"all": ("menu/amount_input.css",)}
        js = (module("menu/amount_input.js"),)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Say which currency."""
        context = super().get_context(name, value, attrs)
        context["widget"]["currency"] = self.currency
        return context


class PlaceInput(forms.NumberInput):
    """A row's place among the others: a number, or a handle to drag it by where there are scripts."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        words = {
            "data-place": "",
            "data-drag": _("Drag to move, or use the arrow keys"),
            "data-up": _("Move up"),
            "data-down": _("Move down"),
            "data-moved": _("Place {place} of {count}"),
        }
        super().__init__({**words, "min": 0, **(attrs or {})})

    class Media:
        css = {"all": ("menu/arranging.css",)}
        js = (module("menu/arranging.js"),)


class PictureInput(forms.ClearableFileInput):
    """A picture with what it will look like, cut to 4:3."""

    template_name = "menu/picture_input.html"

    class Media:
        css = {"all": ("menu/picture_input.css",)}
        js = (module("menu/picture_input.js"),)

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        # Telephones that keep pictures in other formats send one of these when asked for it.
        super().__init__({"accept": "image/jpeg,image/png,image/webp", **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Show the small size of what is there."""
        context = super().get_context(name, value, attrs)
        if self.is_initial(value):
            small = small_of(value.name)
            context["widget"]["shown"] = value.storage.url(small) if small else value.url
        return context


def fit_to_store(fields: dict[str, forms.Field], store: Store | None) -> None:
    """Put the store's languages first in the fields' inputs, and write amounts in its currency."""
    for field in fields.values():
        if isinstance(field.widget, TranslatedInput) and store:
            first = [store.default_language, *store.languages]
            field.widget.of_store = tuple(dict.fromkeys(code for code in first if code in MENU_LANGUAGES))
        elif isinstance(field.widget, AmountInput) and store:
            field.widget.currency = store.currency
