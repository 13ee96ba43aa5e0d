"""Forms of a store's week and its special days."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from accounts.forms import AnyForm, AnyFormSet
from accounts.models import OpeningWindow, SpecialDay, Weekday
from accounts.opening import MIDNIGHT, Window

DAY = 24 * 60  # minutes


def clock_input() -> forms.TimeInput:
    """The browser's own, which phones know too."""
    widget = forms.TimeInput(format="%H:%M")
    widget.input_type = "time"
    return widget


def date_input() -> forms.DateInput:
    """Likewise."""
    widget = forms.DateInput(format="%Y-%m-%d")
    widget.input_type = "date"
    return widget


def minutes_input() -> forms.NumberInput:
    """A few minutes."""
    return forms.NumberInput({"min": 0, "step": 5, "inputmode": "numeric"})


class HoursForm(AnyForm):
    """Hours whose last order is at closing time where nothing is said."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["last_order_minutes"].required = False

    def clean_last_order_minutes(self) -> int:
        """Minutes."""
        return self.cleaned_data["last_order_minutes"] or 0


class OpeningWindowForm(HoursForm):
    """Hours on a weekday; the page puts each into its day."""

    class Meta:
        model = OpeningWindow
        fields = ("weekday", "opens", "closes", "last_order_minutes")
        widgets: ClassVar = {
            "weekday": forms.HiddenInput,
            "opens": clock_input(),
            "closes": clock_input(),
            "last_order_minutes": minutes_input(),
        }


class SpecialDayForm(HoursForm):
    """A holiday, or days with hours of their own. One day needs no end."""

    last_date = forms.DateField(required=False, widget=date_input())

    class Meta:
        model = SpecialDay
        fields = ("name", "first_date", "last_date", "opens", "closes", "last_order_minutes")
        widgets: ClassVar = {
            "first_date": date_input(),
            "opens": clock_input(),
            "closes": clock_input(),
            "last_order_minutes": minutes_input(),
        }

    def clean(self) -> dict[str, Any]:
        """Without an end, one day."""
        cleaned = super().clean() or self.cleaned_data
        cleaned["last_date"] = cleaned.get("last_date") or cleaned.get("first_date")
        return cleaned


class HoursFormSet(AnyFormSet):
    """Rows of hours on their store's page, which do not overlap."""

    def add_fields(self, form: AnyForm, index: int | None) -> None:
        """Accept keys of rows on this page only; Django accepts any that exists."""
        super().add_fields(form, index)
        key: Any = form.fields["id"]
        key.queryset = self.get_queryset()

    def clean(self) -> None:
        """Two rows that hold at the same time are a mistake of typing."""
        super().clean()
        spans = sorted((span for form in self.forms if (span := self._span(form))), key=lambda span: span[:2])
        for (_start, end, earlier), (start, _end, later) in combinations(spans, 2):
            if start < end and self.meet(earlier, later):
                later.add_error("opens", _("These hours overlap others of the same day."))

    def meet(self, one: AnyForm, other: AnyForm) -> bool:
        """Whether both hold on a same day."""
        raise NotImplementedError  # each kind of hours says

    def _span(self, form: AnyForm) -> tuple[int, int, AnyForm] | None:
        """From when to when, in minutes of the business day; None for a row that goes, or has no hours."""
        cleaned = getattr(form, "cleaned_data", {})
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens is None or closes is None or cleaned.get("DELETE"):
            return None
        window, begins = Window(opens, closes), self.instance.business_day_start or MIDNIGHT
        offset = 0 if window.is_whole_day else (opens.hour - begins.hour) * 60 + opens.minute - begins.minute
        return offset % DAY, offset % DAY + window.minutes, form


class WeekFormSet(HoursFormSet):
    """The week."""

    def meet(self, one: AnyForm, other: AnyForm) -> bool:
        """On one weekday."""
        return bool(one.cleaned_data.get("weekday") == other.cleaned_data.get("weekday"))

    def days(self) -> Iterator[tuple[int, str, list[AnyForm]]]:
        """Each weekday with its rows."""
        rows = defaultdict(list)
        for form in self.forms:
            rows[str(form["weekday"].value())].append(form)
        for day in Weekday:
            yield day.value, str(day.label), rows[str(day.value)]


class SpecialDayFormSet(HoursFormSet):
    """Special days to come."""

    def meet(self, one: AnyForm, other: AnyForm) -> bool:
        """Where their dates do."""
        (a, b), (c, d) = _dates(one), _dates(other)
        if a is None or b is None or c is None or d is None:
            return False
        return bool(a <= d and c <= b)


def _dates(form: AnyForm) -> tuple[date | None, date | None]:
    return form.cleaned_data.get("first_date"), form.cleaned_data.get("last_date")
