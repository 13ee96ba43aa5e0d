"""Sales of finished days, added up once: a report over a year reads these instead of every order line.

They are a copy. What is true are the orders; whatever changes an order of a day makes the day's summary, and its
month's, outdated (orders/sales/triggers.py), and the next report adds up anew.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accounts.models import Store


class SalesSummary(models.Model):
    """One store's business day, or a calendar month of business days, in numbers.

    Hours are of the store's clock in `time_zone`; after a change of the store's zone the summary is not used.
    """

    store = models.ForeignKey(Store, models.CASCADE, related_name="+", db_index=False)
    first_day = models.DateField()
    last_day = models.DateField()
    time_zone = models.CharField(max_length=64)
    is_current = models.BooleanField(default=True)
    orders = models.PositiveIntegerField(default=0)
    total = models.BigIntegerField(default=0)
    cancelled_orders = models.PositiveIntegerField(default=0)
    cancelled_total = models.BigIntegerField(default=0)
    sessions = models.PositiveIntegerField(default=0)
    guests = models.PositiveIntegerField(default=0)
    guests_total = models.BigIntegerField(default=0)
    finished_sessions = models.PositiveIntegerField(default=0)
    seated_seconds = models.BigIntegerField(default=0)
    started_orders = models.PositiveIntegerField(default=0)
    waiting_seconds = models.BigIntegerField(default=0)
    completed_orders = models.PositiveIntegerField(default=0)
    preparing_seconds = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "first_day", "last_day"], name="one_sales_summary_per_period"),
            models.CheckConstraint(condition=Q(last_day__gte=models.F("first_day")), name="sales_summary_has_days"),
        ]

    def __str__(self) -> str:
        return f"{self.first_day:%Y-%m-%d} – {self.last_day:%Y-%m-%d}"


class FigureKind(models.TextChoices):
    """What a figure is a part of its period by."""

    HOUR = "hour"
    ITEM = "item"
    OPTION = "option"
    TABLE = "table"
    PERSON = "person"
    CANCELLED = "cancelled"


class SalesSubject(models.Model):
    """What figures are of: one hour, item, option, table or person, or who cancelled for which reason.

    `subject` is the id of that item, option, table or person, as far as there is one; `name` what an item or option was
    sold as: under another name it is another row. `digest` says all of it in few characters.
    """

    store = models.ForeignKey(Store, models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=FigureKind)
    subject = models.UUIDField(null=True)
    label = models.CharField(max_length=200, default="")
    name = models.JSONField(default=dict)
    digest = models.CharField(max_length=32)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["store", "digest"], name="one_sales_subject_of_its_kind")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject or self.label}"


class SalesFigure(models.Model):
    """A subject's part of a summary. `last_day` is the last on which it was sold.

    A year of them is hundreds of thousands of rows: they are narrow, and added up by one number, their subject's.
    """

    summary = models.ForeignKey(SalesSummary, models.CASCADE, related_name="figures", db_index=False)
    kind = models.CharField(max_length=10, choices=FigureKind)
    # Subjects go with their store only, so nothing need look up their figures.
    subject = models.ForeignKey(SalesSubject, models.DO_NOTHING, related_name="+", db_index=False, db_constraint=False)
    last_day = models.DateField()
    orders = models.PositiveIntegerField(default=0)
    quantity = models.PositiveBigIntegerField(default=0)
    total = models.BigIntegerField(default=0)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["summary", "kind"], name="sales_figure_of_summary")]

    def __str__(self) -> str:
        return f"{self.subject_id}: {self.total}"
