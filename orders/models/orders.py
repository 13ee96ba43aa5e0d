"""What was ordered, and every step of it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.ids import new_id
from accounts.models import Store
from menu.models import MenuItem
from menu.translations import Translated
from tables.models import Table, TableSession, Tablet


class OrderStatus(models.TextChoices):
    """Where an order is. `orders/steps.py` has the way from one to the next."""

    PENDING = "pending", _("received")
    PREPARING = "preparing", _("preparing")
    COMPLETED = "completed", _("completed")
    CANCELLED = "cancelled", _("cancelled")


OPEN_STATUSES = (OrderStatus.PENDING, OrderStatus.PREPARING)


class Order(models.Model):
    """What one press of "order" sent. Never edited; it only advances or is cancelled.

    The table's constraint vouches for the store, which is why `store` has none of its own: an order is placed often,
    and each foreign key is one more look-up.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(
        Store,
        models.PROTECT,
        related_name="orders",
        db_constraint=False,
        db_index=False,
        verbose_name=_("store"),
    )
    # Where it was ordered, for good: its key is unique there. Where the guests sit now is their session's table.
    table = models.ForeignKey(
        Table, models.PROTECT, related_name="orders", db_index=False, verbose_name=_("ordered at")
    )
    session = models.ForeignKey(TableSession, models.PROTECT, related_name="orders", verbose_name=_("session"))
    number = models.PositiveIntegerField(_("order number"))
    business_date = models.DateField(_("business day"))
    status = models.CharField(_("status"), max_length=10, choices=OrderStatus, default=OrderStatus.PENDING)
    total = models.BigIntegerField(_("total"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    idempotency_key = models.CharField(max_length=64, editable=False)
    body_hash = models.CharField(max_length=64, editable=False)
    # Protected, because with it goes whether guests or staff placed the order.
    placed_by_tablet = models.ForeignKey(
        Tablet,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name=_("placed on"),
    )
    placed_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        verbose_name=_("placed by"),
    )
    created_at = models.DateTimeField(_("placed"))
    preparing_at = models.DateTimeField(_("preparing since"), null=True, blank=True)
    completed_at = models.DateTimeField(_("completed"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    cancel_reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "business_date", "number"], name="order_number_unique_in_day"),
            models.UniqueConstraint(fields=["table", "idempotency_key"], name="order_key_unique_at_table"),
            models.UniqueConstraint(
                fields=["placed_by_user", "idempotency_key"],
                condition=Q(placed_by_user__isnull=False),
                name="order_key_unique_for_person",
            ),
            models.CheckConstraint(condition=Q(total__gte=0), name="order_total_not_negative"),
            models.CheckConstraint(condition=Q(number__gte=1), name="order_number_positive"),
            models.CheckConstraint(condition=Q(status__in=OrderStatus.values), name="order_status_known"),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | ~Q(cancel_reason=""), name="order_cancelled_with_a_reason"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["store", "id"], condition=Q(status__in=OPEN_STATUSES), name="order_open_in_store"),
            models.Index(fields=["store", "id"], name="order_in_store"),
        ]

    def __str__(self) -> str:
        return f"{self.business_date:%Y-%m-%d} #{self.number}"


class WithdrawnKey(models.Model):
    """A key under which nothing was stored when its guests gave the order up: it never places one any more."""

    store = models.ForeignKey(Store, models.CASCADE, related_name="+", db_constraint=False, db_index=False)
    table = models.ForeignKey(Table, models.CASCADE, related_name="+", db_index=False)
    idempotency_key = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["table", "idempotency_key"], name="key_withdrawn_once_at_table"),
        ]

    def __str__(self) -> str:
        return f"{self.withdrawn_at:%Y-%m-%d %H:%M}"


class OrderLine(models.Model):
    """An item as it was when ordered: its own copy of name, price and chosen options."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    order = models.ForeignKey(Order, models.CASCADE, related_name="lines", verbose_name=_("order"))
    position = models.PositiveSmallIntegerField(_("position"))
    # The item may be deleted later; the line stands for itself.
    menu_item = models.ForeignKey(
        MenuItem,
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
        verbose_name=_("menu item"),
    )
    name = Translated(_("name"), max_length=80)
    unit_price = models.BigIntegerField(_("unit price"))
    quantity = models.PositiveSmallIntegerField(_("quantity"))
    options = models.JSONField(_("options"), default=list)
    note = models.CharField(_("note"), max_length=200, blank=True)
    line_total = models.BigIntegerField(_("line total"))
    took_stock = models.BooleanField(default=False, editable=False)
    done_at = models.DateTimeField(_("done"), null=True, blank=True, help_text=_("When the kitchen ticked it off."))

    class Meta:
        verbose_name = _("order line")
        verbose_name_plural = _("order lines")
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(quantity__gte=1, quantity__lte=99), name="line_quantity_1_to_99"),
            models.CheckConstraint(condition=Q(unit_price__gte=0), name="line_price_not_negative"),
            models.CheckConstraint(
                condition=Q(line_total__gte=models.F("unit_price") * models.F("quantity")),
                name="line_total_at_least_price_times_quantity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {next(iter(self.name.values()), '')}"


class OrderStep(models.Model):
    """One change of an order's status: who, from, to, when, why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    order = models.ForeignKey(Order, models.CASCADE, related_name="steps", verbose_name=_("order"))
    from_status = models.CharField(_("from"), max_length=10, choices=OrderStatus)
    to_status = models.CharField(_("to"), max_length=10, choices=OrderStatus)
    is_undo = models.BooleanField(_("undo"), default=False)
    at = models.DateTimeField(_("when"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        db_index=False,
        verbose_name=_("who"),
    )
    reason = models.CharField(_("why"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("order step")
        verbose_name_plural = _("order steps")
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.from_status} → {self.to_status}"
