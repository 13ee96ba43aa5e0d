"""Text in the menu's languages."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import MENU_LANGUAGES

Text = dict[str, str]


class Translated(models.JSONField):
    """A text by language, such as {"ko": "찌개", "en": "Stews"}; `max_length` bounds each."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": dict, **kwargs})

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Accept known languages with bounded text in each; at least one unless blank is allowed."""
        super().validate(value, model_instance)
        if not isinstance(value, dict) or set(value) - set(MENU_LANGUAGES):
            raise ValidationError(_('Give texts by language, such as {"ko": "찌개", "en": "Stews"}.'))
        if not all(isinstance(text, str) and len(text) <= (self.max_length or 0) for text in value.values()):
            raise ValidationError(_("A text has %(limit)d characters at most."), params={"limit": self.max_length})
        if not self.blank and not any(text.strip() for text in value.values()):
            raise ValidationError(_("Give this in at least one language."))


def pick(text: Text, *languages: str) -> str:
    """The text in the first of `languages` that has one, else in any; empty when there is none."""
    for language in languages:
        if text.get(language):
            return text[language]
    return next((value for value in text.values() if value), "")
