"""`manage.py load_demo`: a restaurant to look at."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import Store
from orders.past import make_up_past
from tableorder.demo.loading import CODE, load_demo

MOST_DAYS = 400


class Command(BaseCommand):
    help = "Load the demo store: tables 1 to 12 with PIN 1234, staff, manager and a whole menu. Development only."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--past-days", type=int, default=0, help="make up so many days of sales before today")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("load_demo makes accounts with known passwords; it is for development only.")
        self.stdout.write("Loaded the demo store." if load_demo() else "The demo store is there already.")
        if options["past_days"]:
            orders = make_up_past(store=Store.objects.get(code=CODE), days=min(options["past_days"], MOST_DAYS))
            self.stdout.write(f"Made up {orders} orders." if orders else "It has orders already; none were made up.")
