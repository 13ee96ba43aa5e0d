"""Which days a report is about, and with which it is compared."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from orders.sales.report import LONGEST

DAY = timedelta(days=1)
WEEK = 7


class Comparison:
    """What a period is compared with."""

    WEEKDAYS = "weekdays"
    BEFORE = "before"
    CHOICES = ((WEEKDAYS, _("Same weekdays before")), (BEFORE, _("Days just before")))


@dataclass(frozen=True, slots=True)
class Period:
    """Business days, both inclusive."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def before(self, comparison: str) -> "Period":
        """The same length earlier: just before, or whole weeks earlier, so that weekdays meet weekdays."""
        days = self.length if comparison == Comparison.BEFORE else -(-self.length // WEEK) * WEEK
        return Period(self.first - timedelta(days=days), self.last - timedelta(days=days))


class PeriodForm(forms.Form):
    """From, to, and what to compare with. What is left out is the last week until today."""

    first = forms.DateField(label=_("From"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    last = forms.DateField(label=_("To"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    compare = forms.ChoiceField(label=_("Compare with"), choices=Comparison.CHOICES, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins, and one that is too long."""
        asked: dict[str, Any] = super().clean() or {}
        first, last = asked.get("first"), asked.get("last")
        if first and last and last < first:
            self.add_error("last", _("Give a day that is not before the first one."))
        elif first and last and last - first >= timedelta(days=LONGEST):
            self.add_error("last", _("A report covers %(days)d days at most.") % {"days": LONGEST})
        return asked


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the sales pages."""

    form: PeriodForm
    period: Period
    comparison: str

    @property
    def query(self) -> str:
        """The same question, in an address."""
        asked = QueryDict(mutable=True)
        asked.update({"first": f"{self.period.first:%Y-%m-%d}", "last": f"{self.period.last:%Y-%m-%d}"})
        asked["compare"] = self.comparison
        return asked.urlencode()


def asked_for(query: QueryDict, today: date) -> Question:
    """The period that an address asks for; with a fault in it, the last week, and the form says what is wrong."""
    form = PeriodForm(query)
    asked = form.cleaned_data if form.is_valid() else {}
    first, last = asked.get("first"), asked.get("last")
    last = last or (max(first, today) if first else today)
    first = first or last - (WEEK - 1) * DAY
    first = max(first, last - (LONGEST - 1) * DAY)
    comparison = asked.get("compare") or Comparison.WEEKDAYS
    shown = {"first": first, "last": last, "compare": comparison}
    return Question(PeriodForm(initial=shown) if form.is_valid() else form, Period(first, last), comparison)


def usual_periods(today: date) -> list[tuple[Any, Period]]:
    """Those that managers ask for, with what they are called."""
    monday = today - today.weekday() * DAY
    month = today.replace(day=1)
    last_month = (month - DAY).replace(day=1)
    month_end = last_month.replace(day=calendar.monthrange(last_month.year, last_month.month)[1])
    return [
        (_("Today"), Period(today, today)),
        (_("Yesterday"), Period(today - DAY, today - DAY)),
        (_("Last 7 days"), Period(today - 6 * DAY, today)),
        (_("This week"), Period(monday, today)),
        (_("This month"), Period(month, today)),
        (_("Last month"), Period(last_month, month_end)),
        (_("Last 12 months"), Period(today - 364 * DAY, today)),
    ]
