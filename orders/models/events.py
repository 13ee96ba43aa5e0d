"""The event log that live screens follow, and the counters that number it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Store


class StoreCounter(models.Model):
    """A store's counters. Every event and order takes its number from this row, locked last in the transaction, so
    that a store's events commit in the order of their numbers and no number is left out.
    """

    store = models.OneToOneField(
        Store, models.CASCADE, primary_key=True, related_name="counter", verbose_name=_("store")
    )
    last_event = models.BigIntegerField(_("last event"), default=0)
    business_date = models.DateField(_("business day"), null=True)
    last_order = models.PositiveIntegerField(_("last order number"), default=0)
    announced_menu_version = models.BigIntegerField(default=0, editable=False)
    announced_store = models.TextField(default="", editable=False)

    class Meta:
        verbose_name = _("store counter")
        verbose_name_plural = _("store counters")

    def __str__(self) -> str:
        return str(self.last_event)


class EventKind(models.TextChoices):
    """What happened (api.md's stream)."""

    ORDER_CREATED = "order.created"
    ORDER_UPDATED = "order.updated"
    SESSION_OPENED = "session.opened"
    SESSION_CLOSED = "session.closed"
    SESSION_MOVED = "session.moved"
    SESSION_MERGED = "session.merged"
    SERVICE_CALL_CREATED = "service_call.created"
    SERVICE_CALL_ACKNOWLEDGED = "service_call.acknowledged"
    MENU_UPDATED = "menu.updated"
    STORE_UPDATED = "store.updated"
    TABLE_UPDATED = "table.updated"
    TABLE_REMOVED = "table.removed"
    TABLET_IDENTIFY = "tablet.identify"
    TABLET_RELOAD = "tablet.reload"


class StoreEvent(models.Model):
    """One line of a store's gapless event log."""

    store = models.ForeignKey(
        Store,
        models.CASCADE,
        related_name="events",
        db_constraint=False,
        db_index=False,
        verbose_name=_("store"),
    )
    number = models.BigIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=30, choices=EventKind)
    table_id = models.UUIDField(_("table"), null=True, help_text=_("Whose tablets see it; empty: every tablet."))
    from_table_id = models.UUIDField(
        _("from table"), null=True, help_text=_("Whose tablets see it too: the table that the guests left.")
    )
    tablet_id = models.UUIDField(_("tablet"), null=True, help_text=_("The only tablet that sees it."))
    data = models.TextField(_("data"), help_text=_("JSON, as it is sent."))
    created_at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("store event")
        verbose_name_plural = _("store events")
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "number"], name="event_number_unique_in_store")
        ]
        indexes: ClassVar = [models.Index(fields=["created_at"], name="event_age")]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"
