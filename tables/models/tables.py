"""Tables, and the tablets on them."""

from collections.abc import Sequence
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.business_day import utc_now
from accounts.ids import new_id
from accounts.models import Store

ON_THE_PLAN = _("Per cent of the floor plan, 0 to 100. Empty: the table is not on it.")


class Table(models.Model):
    """A place where guests sit."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="tables", verbose_name=_("store"))
    number = models.PositiveIntegerField(_("number"), validators=[MinValueValidator(1), MaxValueValidator(9999)])
    name = models.CharField(_("name"), max_length=50, blank=True)
    zone = models.CharField(_("zone"), max_length=50, blank=True, help_text=_("Hall, room, terrace …"))
    seats = models.PositiveSmallIntegerField(_("seats"), default=4, validators=[MinValueValidator(1)])
    position_x = models.PositiveSmallIntegerField(
        _("place from the left"), null=True, blank=True, validators=[MaxValueValidator(100)], help_text=ON_THE_PLAN
    )
    position_y = models.PositiveSmallIntegerField(
        _("place from the top"), null=True, blank=True, validators=[MaxValueValidator(100)], help_text=ON_THE_PLAN
    )
    pin = models.CharField(_("PIN"), max_length=200, editable=False, help_text=_("Hashed."))
    pairing_code_hash = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001 # many have none, and a code is of one table
    pairing_code_expires_at = models.DateTimeField(null=True, editable=False)
    pairing_code_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", db_index=False, editable=False
    )
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("table")
        verbose_name_plural = _("tables")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "number"], name="table_number_unique_in_store"),
            models.CheckConstraint(condition=Q(number__gte=1), name="table_number_positive"),
            models.CheckConstraint(
                condition=Q(position_x=None, position_y=None)
                | Q(position_x__isnull=False, position_y__isnull=False, position_x__lte=100, position_y__lte=100),
                name="table_position_whole_and_on_the_plan",
                violation_error_message=_("A place has both numbers, or neither."),
            ),
            models.CheckConstraint(
                condition=Q(pairing_code_hash=None) | Q(pairing_code_expires_at__isnull=False),
                name="table_pairing_code_expires",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(_("Table %(number)d") % {"number": self.number})

    def unique_error_message(self, model_class: type[models.Model], unique_check: Sequence[str]) -> ValidationError:
        """In words: the store, which is the other half of the number, is on no manager's form."""
        if "number" in unique_check:
            taken = _("Table %(number)d is there already. Choose another number.") % {"number": self.number}
            return ValidationError(taken, code="unique_together")
        return super().unique_error_message(model_class, unique_check)


class Tablet(models.Model):
    """A device paired with a table until it is revoked."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="tablets", verbose_name=_("store"))
    table = models.ForeignKey(Table, models.CASCADE, related_name="tablets", verbose_name=_("table"))
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    paired_at = models.DateTimeField(_("paired"), default=utc_now)
    paired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name=_("paired by"),
        help_text=_("Whose one-time code it was; empty: by the table's PIN."),
    )
    last_seen_at = models.DateTimeField(_("last seen"))
    app_version = models.CharField(_("app version"), max_length=40, blank=True, default="", db_default="")
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("tablet")
        verbose_name_plural = _("tablets")
        indexes: ClassVar = [models.Index(fields=["store", "last_seen_at"], name="tablet_seen")]

    def __str__(self) -> str:
        return f"{self.table}, {self.id.hex[-6:]}"


class TableChange(models.Model):
    """A table was made, changed or deleted, and screens were not told of it yet.

    Written by triggers (tables/triggers.py), so that no change is missed, and deleted when told. Without foreign keys:
    the table, or its whole store, may be gone.
    """

    store_id = models.UUIDField()
    table_id = models.UUIDField()

    class Meta:
        verbose_name = _("table change")
        verbose_name_plural = _("table changes")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return str(self.table_id)
