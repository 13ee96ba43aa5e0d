"""Guests at a table, and how they came to another."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.ids import new_id
from accounts.models import Store
from tables.models.tables import Table


class TableSession(models.Model):
    """Guests at a table, from their first order or from being seated until staff finish it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.CASCADE, related_name="sessions", db_index=False, verbose_name=_("store"))
    table = models.ForeignKey(Table, models.PROTECT, related_name="sessions", verbose_name=_("table"))
    business_date = models.DateField(_("business day"))
    guests = models.PositiveSmallIntegerField(_("guests"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("opened by"),
    )
    closed_at = models.DateTimeField(_("finished"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("finished by"),
    )

    class Meta:
        verbose_name = _("table session")
        verbose_name_plural = _("table sessions")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["table"], condition=Q(closed_at=None), name="one_open_session_per_table"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=models.F("opened_at")),
                name="session_ends_after_it_opens",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["store"], condition=Q(closed_at=None), name="session_open_in_store"),
            models.Index(fields=["table", "-id"], name="session_history"),
            models.Index(fields=["store", "business_date", "id"], name="session_in_store"),
        ]

    def __str__(self) -> str:
        return f"{self.table}, {self.opened_at:%Y-%m-%d %H:%M}"


class SessionStepKind(models.TextChoices):
    """How guests came to another table."""

    MOVED = "moved", _("moved")
    MERGED = "merged", _("merged")


class SessionStep(models.Model):
    """Guests went to another table: who sent them, when, from where to where.

    A merge is a step of both sessions: of the one that ended with it, and of the one whose bill took it in.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(TableSession, models.CASCADE, related_name="steps", verbose_name=_("session"))
    kind = models.CharField(_("what"), max_length=10, choices=SessionStepKind)
    from_table = models.ForeignKey(Table, models.PROTECT, related_name="+", verbose_name=_("from"))
    to_table = models.ForeignKey(Table, models.PROTECT, related_name="+", db_index=False, verbose_name=_("to"))
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        db_index=False,
        verbose_name=_("who"),
    )

    class Meta:
        verbose_name = _("session step")
        verbose_name_plural = _("session steps")
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(kind__in=SessionStepKind.values), name="session_step_kind_known"),
            models.CheckConstraint(
                condition=~Q(from_table=models.F("to_table")), name="session_step_leads_to_another_table"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_table} → {self.to_table}"
