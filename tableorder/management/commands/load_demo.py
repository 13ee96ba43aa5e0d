"""`manage.py load_demo`: a restaurant to look at."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from tableorder.demo.loading import load_demo


class Command(BaseCommand):
    help = "Load the demo store: tables 1 to 12 with PIN 1234, staff, manager and a whole menu. Development only."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("load_demo makes accounts with known passwords; it is for development only.")
        self.stdout.write("Loaded the demo store." if load_demo() else "The demo store is there already.")
