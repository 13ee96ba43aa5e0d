"""Forms of the menu's pages: text in four languages, and rules said in words before the database says them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import ScopedForm
from accounts.models import MENU_LANGUAGES
from menu.translations import Text

LONG_TEXT = 100


class TranslatedInput(forms.MultiWidget):
    """An input for each language."""

    template_name = "menu/translated_input.html"

    class Media:
        css = {"all": ("menu/translated_input.css",)}

    def __init__(self, *, max_length: int) -> None:
        long = max_length > LONG_TEXT
        kind: type[forms.Widget] = forms.Textarea if long else forms.TextInput
        size = {"rows": 2, "cols": 60} if long else {"size": 40}
        super().__init__({code: kind({"lang": code, "maxlength": max_length} | size) for code in MENU_LANGUAGES})

    def decompress(self, value: Any) -> list[str]:
        """One text for each language, empty where there is none."""
        texts = value if isinstance(value, dict) else {}
        return [texts.get(code, "") for code in MENU_LANGUAGES]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Name each input's language."""
        context = super().get_context(name, value, attrs)
        names = MENU_LANGUAGES.values()
        context["widget"]["languages"] = [
            {"name": language, "widget": widget}
            for language, widget in zip(names, context["widget"]["subwidgets"], strict=True)
        ]
        return context


class TranslatedField(forms.MultiValueField):
    """A text by language; languages left empty are left out."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        fields = [forms.CharField(max_length=max_length, required=False) for _code in MENU_LANGUAGES]
        widget = TranslatedInput(max_length=max_length)
        super().__init__(fields, require_all_fields=False, widget=widget, **kwargs)

    def compress(self, data_list: list[str]) -> Text:
        """What the database stores."""
        return {code: text for code, text in zip(MENU_LANGUAGES, data_list, strict=False) if text}


class MenuItemForm(ScopedForm):
    """A dish or drink."""

    def clean(self) -> dict[str, Any]:
        """Hours have a beginning and an end."""
        cleaned = super().clean()
        start, end = cleaned.get("available_from"), cleaned.get("available_until")
        if (start is None) != (end is None):
            self.add_error("available_until", _("Give both hours or neither."))
        elif start is not None and start == end:
            self.add_error("available_until", _("The hours begin and end at the same time."))
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        # A picture that is there already was checked when it came. The demo store's are drawings, which nobody could
        # upload.
        kept = set() if "image" in self.changed_data else {"image"}
        return super()._get_validation_exclusions() | kept


class OptionGroupForm(ScopedForm):
    """A choice to make."""

    def clean(self) -> dict[str, Any]:
        """There is something to choose, and not less than must be."""
        cleaned = super().clean()
        most = cleaned.get("max_choices")
        if most is not None and most < max(1, cleaned.get("min_choices") or 0):
            self.add_error("max_choices", _("This must be 1 or more, and not less than the number above."))
        return cleaned
