"""Forms of the menu's pages: text in four languages, and rules said in words before the database says them."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from accounts.forms import ScopedForm
from accounts.models import MENU_LANGUAGES
from menu.pictures import draw_picture
from menu.translations import Text
from menu.widgets import TranslatedInput


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

    def clean_image(self) -> Any:
        """Draw what was uploaded anew: what is stored is ours."""
        given = self.cleaned_data["image"]
        return draw_picture(given) if isinstance(given, UploadedFile) else given

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


class PlacedForm(ScopedForm):
    """A row in an order of its own. Its place alone, which dragging gives to every row, does not make a new row one."""

    def has_changed(self) -> bool:
        """Whether anything was filled in."""
        is_empty = bool(self.instance._state.adding) and self.changed_data == ["sort_order"]
        return super().has_changed() and not is_empty


class OptionGroupForm(ScopedForm):
    """A choice to make."""

    def clean(self) -> dict[str, Any]:
        """There is something to choose, and not less than must be."""
        cleaned = super().clean()
        most = cleaned.get("max_choices")
        if most is not None and most < max(1, cleaned.get("min_choices") or 0):
            self.add_error("max_choices", _("This must be 1 or more, and not less than the number above."))
        return cleaned
