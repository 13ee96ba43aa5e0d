"""What guests call for."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.ids import new_id
from accounts.models import Store
from tables.models.sessions import TableSession
from tables.models.tables import Table

LONGEST_MESSAGE = 200


class ServiceCallKind(models.TextChoices):
    """What guests call for."""

    WATER = "water", _("water")
    CUTLERY = "cutlery", _("cutlery")
    NAPKIN = "napkin", _("napkin")
    BILL = "bill", _("bill")
    OTHER = "other", _("other")


class ServiceCall(models.Model):
    """Guests called; open until a person takes it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(
        Store, models.CASCADE, related_name="service_calls", db_index=False, verbose_name=_("store")
    )
    table = models.ForeignKey(Table, models.CASCADE, related_name="service_calls", verbose_name=_("table"))
    session = models.ForeignKey(
        TableSession,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="service_calls",
        verbose_name=_("session"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=ServiceCallKind)
    message = models.CharField(_("message"), max_length=LONGEST_MESSAGE, blank=True)
    created_at = models.DateTimeField(_("called"))
    acknowledged_at = models.DateTimeField(_("taken"), null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("taken by"),
    )

    class Meta:
        verbose_name = _("service call")
        verbose_name_plural = _("service calls")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["table", "kind"],
                condition=Q(acknowledged_at=None),
                name="one_open_call_per_table_and_kind",
            ),
            models.CheckConstraint(condition=Q(kind__in=ServiceCallKind.values), name="service_call_kind_known"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["store"], condition=Q(acknowledged_at=None), name="service_call_open_in_store"),
            models.Index(fields=["session"], name="service_call_of_session"),
            models.Index(fields=["store", "created_at"], name="service_call_in_store"),
        ]

    def __str__(self) -> str:
        return f"{self.table}: {self.get_kind_display()}"
