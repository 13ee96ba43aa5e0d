"""Forms of the tables' pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import ScopedForm


class TableForm(ScopedForm):
    """A table and, to be written but never read, its PIN."""

    new_pin = forms.RegexField(
        r"^[0-9]{4,12}\Z",
        label=_("PIN"),
        max_length=12,
        widget=forms.PasswordInput({"autocomplete": "new-password", "inputmode": "numeric"}),
        error_messages={"invalid": _("A PIN has 4 to 12 digits.")},
        help_text=_("4 to 12 digits, which staff type into a new tablet. It is not shown again."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.fields["new_pin"].required = False
            self.fields["new_pin"].help_text = _(
                "Leave this empty to keep the present PIN. Paired tablets stay paired."
            )
