import django.db.models.deletion
from django.db import migrations, models

KINDS = [
    ("hour", "Hour"),
    ("item", "Item"),
    ("option", "Option"),
    ("table", "Table"),
    ("person", "Person"),
    ("cancelled", "Cancelled"),
]


class Migration(migrations.Migration):
    """Summaries are copies: they are dropped here, and added up anew (`manage.py summarise_sales`)."""

    dependencies = [
        ("accounts", "0002_waiting_limits"),
        ("orders", "0006_sales_summaries"),
    ]

    operations = [
        migrations.DeleteModel("SalesFigure"),
        migrations.RunSQL("DELETE FROM orders_salessummary", migrations.RunSQL.noop),
        migrations.CreateModel(
            name="SalesSubject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=KINDS, max_length=10)),
                ("subject", models.UUIDField(null=True)),
                ("label", models.CharField(default="", max_length=200)),
                ("name", models.JSONField(default=dict)),
                ("digest", models.CharField(max_length=32)),
                (
                    "store",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.store",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("store", "digest"), name="one_sales_subject_of_its_kind")
                ],
            },
        ),
        migrations.CreateModel(
            name="SalesFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=KINDS, max_length=10)),
                ("last_day", models.DateField()),
                ("orders", models.PositiveIntegerField(default=0)),
                ("quantity", models.PositiveBigIntegerField(default=0)),
                ("total", models.BigIntegerField(default=0)),
                (
                    "subject",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="orders.salessubject",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="orders.salessummary",
                    ),
                ),
            ],
            options={"indexes": [models.Index(fields=["summary", "kind"], name="sales_figure_of_summary")]},
        ),
    ]
