"""What the pages for many items ask."""

import uuid
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.money import written
from menu.models import HIGHEST_PRICE, Category
from menu.repricing import PriceRule

STEPS = (1, 10, 100, 1000)  # of the currency's minor unit
PER_CENT = 100  # basis points


def write_chosen(chosen: Iterable[tuple[uuid.UUID, int | None]]) -> str:
    """Items, and the prices that they are shown with, in one field: forms of ten thousand fields are refused."""
    return " ".join(f"{key.hex}:{'' if price is None else price}" for key, price in chosen)


def read_chosen(posted: QueryDict) -> dict[uuid.UUID, int | None]:
    """What `write_chosen` wrote; whatever else somebody may send is left out."""
    chosen = {}
    for entry in posted.get("chosen", "").split():
        key, _colon, price = entry.partition(":")
        try:
            chosen[uuid.UUID(hex=key)] = int(price) if price else None
        except ValueError:
            continue
    return chosen


class CategoryForm(forms.Form):
    """Where to."""

    category = forms.ModelChoiceField(Category.objects.none(), label=gettext_lazy("Category"))

    def __init__(self, *args: Any, categories: QuerySet[Category], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["category"]
        field.queryset = categories


class PricesForm(forms.Form):
    """By how much, and how round."""

    direction = forms.ChoiceField(
        label=gettext_lazy("Change"),
        choices=[("raise", gettext_lazy("Raise")), ("lower", gettext_lazy("Lower"))],
        initial="raise",
        widget=forms.RadioSelect({"class": "chips"}),
    )
    by = forms.DecimalField(
        label=gettext_lazy("By"), min_value=Decimal("0.01"), max_value=HIGHEST_PRICE, decimal_places=2, max_digits=12
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Of what"),
        choices=[("percent", "%"), ("amount", gettext_lazy("amount"))],
        initial="percent",
        widget=forms.RadioSelect({"class": "chips"}),
    )
    step = forms.TypedChoiceField(label=gettext_lazy("Round to"), coerce=int, initial=1)

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["step"]
        field.choices = [(step, written(step, currency) if step > 1 else _("do not round")) for step in STEPS]

    @property
    def rule(self) -> PriceRule:
        """What was asked for, once it is valid."""
        given = self.cleaned_data
        sign = 1 if given["direction"] == "raise" else -1
        if given["unit"] == "amount":
            return PriceRule(amount=sign * int(given["by"]), step=given["step"])
        return PriceRule(basis_points=sign * int(given["by"] * PER_CENT), step=given["step"])

    def clean(self) -> dict[str, Any]:
        """Amounts are whole numbers, and nothing is raised a thousandfold by a slip."""
        given = super().clean() or self.cleaned_data
        by, unit = given.get("by"), given.get("unit")
        if by is not None and unit == "amount" and by != int(by):
            self.add_error("by", _("Give the amount as a whole number, in the currency's smallest unit."))
        if by is not None and unit == "percent" and by > 1000:
            self.add_error("by", _("Give 1,000 % at most."))
        return given
