"""Forms of the tables' pages."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from accounts.forms import ScopedForm
from accounts.models import Store
from tables.arranging import Arrangement
from tables.making import MOST_AT_ONCE, MOST_OWN_PINS
from tables.models import Table

HIGHEST_NUMBER = 9999
MOST_SEATS = 999
is_a_pin = RegexValidator(r"^[0-9]{4,12}\Z", _("A PIN has 4 to 12 digits."))


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


class CreateTablesForm(forms.Form):
    """Tables from one number to another."""

    # Only one of several is chosen here.
    store_id = forms.ChoiceField(label=_("Store"))
    first = forms.IntegerField(label=_("From number"), min_value=1, max_value=HIGHEST_NUMBER, initial=1)
    last = forms.IntegerField(label=_("To number"), min_value=1, max_value=HIGHEST_NUMBER)
    zone = forms.CharField(
        label=_("Zone"), max_length=50, required=False, widget=forms.TextInput({"list": "zones", "autocomplete": "off"})
    )
    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS, initial=4)
    pin = forms.CharField(
        label=_("PIN of all these tables"),
        max_length=12,
        required=False,
        validators=[is_a_pin],
        widget=forms.PasswordInput({"autocomplete": "new-password", "inputmode": "numeric"}),
        help_text=_("4 to 12 digits, which staff type into a new tablet. It is not shown again."),
    )
    own_pins = forms.BooleanField(
        label=_("A PIN of its own for each table"),
        required=False,
        help_text=_("Drawn for you and shown once, to print. At most 40 tables at a time."),
    )

    def __init__(self, *args: Any, stores: Sequence[Store], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._stores = {str(store.pk): store for store in stores}
        if len(stores) == 1:
            del self.fields["store_id"]
        else:
            self.fields["store_id"].choices = [(key, store.name) for key, store in self._stores.items()]  # type: ignore[attr-defined] # a ChoiceField

    @property
    def store(self) -> Store:
        """The store that was chosen, or the only one."""
        return self._stores[self.cleaned_data.get("store_id") or next(iter(self._stores))]

    @property
    def numbers(self) -> range:
        """Every number asked for."""
        return range(self.cleaned_data["first"], self.cleaned_data["last"] + 1)

    def clean(self) -> dict[str, Any]:
        """Bounds that are of several fields."""
        asked = super().clean() or self.cleaned_data
        if {"first", "last"} <= asked.keys():
            self._check_numbers(len(self.numbers), MOST_OWN_PINS if asked.get("own_pins") else MOST_AT_ONCE)
        if not asked.get("own_pins") and not asked.get("pin") and "pin" not in self.errors:
            self.add_error("pin", _("Give a PIN, or have one drawn for each table."))
        return asked

    def _check_numbers(self, count: int, most: int) -> None:
        if count < 1:
            self.add_error("last", _("This is less than the first number."))
        elif count > most:
            self.add_error("last", _("At most %(most)d tables at a time.") % {"most": most})


class ArrangementForm(forms.Form):
    """A table's row on the floor plan's page."""

    zone = forms.CharField(max_length=50, required=False)
    seats = forms.IntegerField(min_value=1, max_value=MOST_SEATS)
    x = forms.IntegerField(min_value=0, max_value=100, required=False)
    y = forms.IntegerField(min_value=0, max_value=100, required=False)

    def __init__(self, *args: Any, table: Table, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        labels = {
            "zone": _("Zone"),
            "seats": _("Seats"),
            "x": _("Per cent from the left"),
            "y": _("Per cent from the top"),
        }
        for name, label in labels.items():
            attrs = {"aria-label": f"{table}: {label}", f"data-{name}": "", "autocomplete": "off"}
            self.fields[name].widget.attrs |= attrs | ({"list": "zones"} if name == "zone" else {})

    def clean(self) -> dict[str, Any]:
        """A place has both numbers, or neither."""
        given = super().clean() or self.cleaned_data
        if {"x", "y"} <= given.keys() and (given["x"] is None) != (given["y"] is None):
            self.add_error("y" if given["y"] is None else "x", _("A place has both numbers, or neither."))
        return given

    @property
    def arrangement(self) -> Arrangement:
        """What was sent."""
        sent = self.cleaned_data
        position = None if sent["x"] is None else (sent["x"], sent["y"])
        return Arrangement(sent["zone"], sent["seats"], position)
