"""A restaurant and how it is set up."""

import zoneinfo
from datetime import datetime, time, timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinLengthValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.business_day import utc_now
from accounts.ids import new_id
from accounts.opening import OpeningClock, OpeningHours, Window

LONGEST_WAIT = 24 * 60  # minutes
LONGEST_GRACE = 60  # minutes
MENU_LANGUAGES = {"ko": _("Korean"), "en": _("English"), "ja": _("Japanese"), "zh": _("Chinese")}


def validate_time_zone(value: str) -> None:
    """Accept an IANA name such as Asia/Seoul."""
    if value not in zoneinfo.available_timezones():
        raise ValidationError(_("%(value)s is not a time zone such as Asia/Seoul."), params={"value": value})


def validate_languages(value: Any) -> None:
    """Accept a list of one or more of the menu's languages, each once."""
    if (
        not isinstance(value, list)
        or not value
        or len(set(map(str, value))) != len(value)
        or set(map(str, value)) - set(MENU_LANGUAGES)
    ):
        raise ValidationError(_('Give one or more of ko, en, ja, zh, such as ["ko", "en"].'))


def default_languages() -> list[str]:
    """Every language that a menu can have."""
    return list(MENU_LANGUAGES)


class Currency(models.TextChoices):
    """Currencies a store can use. An amount is in the minor unit: won, cents, yen."""

    KRW = "KRW", _("Korean won")
    USD = "USD", _("US dollar")
    EUR = "EUR", _("Euro")
    JPY = "JPY", _("Japanese yen")
    CNY = "CNY", _("Chinese yuan")


class Store(models.Model):
    """One restaurant. Every other row belongs to one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(
        _("code"),
        max_length=40,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9][a-z0-9-]*\Z", _("Use lower-case letters, digits and hyphens."))],
        help_text=_("What staff and tablets type to sign in."),
    )
    name = models.CharField(_("name"), max_length=100, validators=[MinLengthValidator(1)])
    currency = models.CharField(_("currency"), max_length=3, choices=Currency, default=Currency.KRW)
    time_zone = models.CharField(_("time zone"), max_length=64, default="Asia/Seoul", validators=[validate_time_zone])
    languages = models.JSONField(_("languages"), default=default_languages, validators=[validate_languages])
    default_language = models.CharField(_("default language"), max_length=2, choices=MENU_LANGUAGES, default="ko")
    business_day_start = models.TimeField(
        _("business day starts"),
        default=time(5),
        help_text=_("An order before this hour belongs to the day before."),
    )
    accepting_orders = models.BooleanField(
        _("accepting orders"),
        default=True,
        help_text=_("Off: guests cannot order until somebody turns it on again. Staff always can."),
    )
    paused_until = models.DateTimeField(
        _("paused until"),
        null=True,
        blank=True,
        help_text=_("Until then guests cannot order; after it they can again, by themselves."),
    )
    closing_grace_minutes = models.PositiveSmallIntegerField(
        _("grace after the last order"),
        default=5,
        db_default=5,
        validators=[MaxValueValidator(LONGEST_GRACE)],
        help_text=_("Minutes. Guests who were still choosing at the last order can send their cart for so long."),
    )
    warning_minutes = models.PositiveSmallIntegerField(
        _("an order waits long after"),
        default=5,
        db_default=5,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_WAIT)],
        help_text=_("Minutes. From then on the board shows it in yellow."),
    )
    late_minutes = models.PositiveSmallIntegerField(
        _("an order is late after"),
        default=10,
        db_default=10,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_WAIT)],
        help_text=_("Minutes. From then on the board shows it in red."),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("store")
        verbose_name_plural = _("stores")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(code=""), name="store_has_a_code"),
            models.CheckConstraint(condition=models.Q(currency__in=Currency.values), name="store_currency_known"),
            models.CheckConstraint(
                condition=models.Q(default_language__in=list(MENU_LANGUAGES)),
                name="store_default_language_known",
            ),
            models.CheckConstraint(
                condition=models.Q(warning_minutes__lt=models.F("late_minutes")), name="store_warns_before_it_is_late"
            ),
            models.CheckConstraint(
                condition=models.Q(closing_grace_minutes__lte=LONGEST_GRACE), name="store_grace_is_short"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """The default language is one of the store's, and an order waits long before it is late."""
        faults = {}
        if isinstance(self.languages, list) and self.default_language not in self.languages:
            faults["default_language"] = _("Choose one of the store's languages.")
        if None not in (self.warning_minutes, self.late_minutes) and self.warning_minutes >= self.late_minutes:
            faults["late_minutes"] = _("This must be more than the minutes before.")
        if faults:
            raise ValidationError(faults)

    @cached_property
    def clock(self) -> OpeningClock:
        """When the store is open. Its hours are read once, with two queries, as they are now."""
        weekly: dict[int, tuple[Window, ...]] = {}
        for row in self.opening_windows.all():
            weekly[row.weekday] = (*weekly.get(row.weekday, ()), row.window)
        over = utc_now().date() - timedelta(days=4)
        special = tuple(row.special_hours for row in self.special_days.all() if row.last_date >= over)
        hours = OpeningHours(self.time_zone, self.business_day_start, self.closing_grace_minutes, weekly, special)
        return OpeningClock(hours)

    def is_paused_at(self, moment: datetime) -> bool:
        """Whether guests cannot order then, because somebody said so."""
        return not self.accepting_orders or (self.paused_until is not None and moment < self.paused_until)

    def resumes_at(self, moment: datetime) -> datetime | None:
        """When the pause of that moment ends by itself; None without a pause, or without an end."""
        return self.paused_until if self.accepting_orders and self.is_paused_at(moment) else None

    def next_change_after(self, moment: datetime) -> datetime | None:
        """When the store may next open, close or resume by the clock alone."""
        changes = self.resumes_at(moment), self.clock.at(moment).until
        return min((change for change in changes if change), default=None)
