"""When a store is open: its week, and the days that are not like it. accounts/opening.py reckons with them."""

from datetime import time
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.ids import new_id
from accounts.models.stores import Store
from accounts.opening import MIDNIGHT, SpecialHours, Window

LONGEST_LAST_ORDER = 12 * 60  # minutes before closing
LONGEST_SPECIAL = 366  # days


class Weekday(models.IntegerChoices):
    """As Python numbers them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


def window_faults(opens: time | None, closes: time | None, last_order_minutes: int | None) -> dict[str, Promise]:
    """What is wrong with a window, by field."""
    if opens is None or closes is None:
        return {}
    if opens == closes != MIDNIGHT:
        return {"closes": _("It opens and closes at the same time. For the whole day, give 00:00 to 00:00.")}
    if last_order_minutes is not None and last_order_minutes >= Window(opens, closes).minutes:
        return {"last_order_minutes": _("The last order must be after opening.")}
    return {}


class OpeningWindow(models.Model):
    """On this weekday the store is open from then to then. A day may have several."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="opening_windows", verbose_name=_("store"))
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"), help_text=_("00:00 is midnight. Before the opening time: on the next day."))
    last_order_minutes = models.PositiveSmallIntegerField(
        _("last order, minutes before closing"), default=0, validators=[MaxValueValidator(LONGEST_LAST_ORDER)]
    )

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering: ClassVar = ["weekday", "opens", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "weekday", "opens"], name="opening_window_opens_once"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="opening_window_weekday_known"),
            models.CheckConstraint(
                condition=~Q(opens=F("closes")) | Q(opens=MIDNIGHT), name="opening_window_has_a_length"
            ),
            models.CheckConstraint(
                condition=Q(last_order_minutes__lte=LONGEST_LAST_ORDER), name="opening_window_last_order_bounded"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {hours_text(self.opens, self.closes)}"

    def clean(self) -> None:
        """It has a length, and its last order is within it."""
        if faults := window_faults(self.opens, self.closes, self.last_order_minutes):
            raise ValidationError(faults)

    @property
    def window(self) -> Window:
        """For reckoning."""
        return Window(self.opens, self.closes, self.last_order_minutes)


class SpecialDay(models.Model):
    """Business days that are not like their weekday: closed or, with hours, open at these.

    Several rows of the same day are several windows. Hours win over a longer row without.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="special_days", verbose_name=_("store"))
    name = models.CharField(_("name"), max_length=60, blank=True)
    first_date = models.DateField(_("from"))
    last_date = models.DateField(_("until"), help_text=_("Empty: that one day."))
    opens = models.TimeField(_("opens"), null=True, blank=True, help_text=_("Empty: closed all day."))
    closes = models.TimeField(_("closes"), null=True, blank=True)
    last_order_minutes = models.PositiveSmallIntegerField(
        _("last order, minutes before closing"), default=0, validators=[MaxValueValidator(LONGEST_LAST_ORDER)]
    )

    class Meta:
        verbose_name = _("special day")
        verbose_name_plural = _("special days")
        ordering: ClassVar = ["first_date", "opens", "id"]
        indexes: ClassVar = [models.Index(fields=["store", "last_date"], name="special_day_to_come")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "first_date", "opens"], name="special_day_opens_once"),
            models.UniqueConstraint(
                fields=["store", "first_date"], condition=Q(opens=None), name="special_day_closed_once"
            ),
            models.CheckConstraint(
                condition=Q(last_date__gte=F("first_date")), name="special_day_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None)
                | (Q(opens__isnull=False, closes__isnull=False) & (~Q(opens=F("closes")) | Q(opens=MIDNIGHT))),
                name="special_day_hours_both_or_neither",
            ),
            models.CheckConstraint(
                condition=Q(last_order_minutes__lte=LONGEST_LAST_ORDER), name="special_day_last_order_bounded"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_date} {self.name}".strip()

    def clean(self) -> None:
        """It ends after it begins, and has both hours or neither."""
        faults = window_faults(self.opens, self.closes, self.last_order_minutes)
        if (self.opens is None) != (self.closes is None):
            faults["closes" if self.closes is None else "opens"] = _("Give both hours, or neither for a closed day.")
        if self.first_date and self.last_date and not 0 <= (self.last_date - self.first_date).days < LONGEST_SPECIAL:
            faults["last_date"] = _("This must not be before the first day, nor a year after it.")
        if faults:
            raise ValidationError(faults)

    @property
    def special_hours(self) -> SpecialHours:
        """For reckoning."""
        if self.opens is None or self.closes is None:
            return SpecialHours(self.first_date, self.last_date)
        window = Window(self.opens, self.closes, self.last_order_minutes)
        return SpecialHours(self.first_date, self.last_date, window)


def hours_text(opens: time, closes: time) -> str:
    """Hours as people write them."""
    return f"{opens:%H:%M} – {'24:00' if closes == MIDNIGHT else f'{closes:%H:%M}'}"
