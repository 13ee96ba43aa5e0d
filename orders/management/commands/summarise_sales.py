"""`manage.py summarise_sales [STORE …]`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import Store
from orders.sales.summaries import summarise_all_sales


class Command(BaseCommand):
    help = (
        "Add up the sales of finished days ahead of the reports that show them. Run it every night; it may be stopped."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("stores", nargs="*", metavar="STORE", help="codes of stores; none means all of them")

    def handle(self, *args: Any, **options: Any) -> None:
        stores = Store.objects.filter(code__in=options["stores"]) if options["stores"] else Store.objects.all()
        unknown = set(options["stores"]) - {store.code for store in stores}
        if unknown:
            raise CommandError(f"No store has the code {', '.join(sorted(unknown))}.")
        for store in stores.order_by("code"):
            summed = list(summarise_all_sales(store=store))
            self.stdout.write(f"{store.code}: added up {sum(one.days for one in summed)} days.")
            if left := sum(one.left for one in summed):
                self.stdout.write(f"{store.code}: {left} days are being written just now; the next run adds them up.")
