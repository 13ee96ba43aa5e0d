"""`manage.py prune_events [--hours N]`."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.business_day import utc_now
from orders.pruning import prune_events, prune_withdrawn_keys

LEAST_HOURS = 24


class Command(BaseCommand):
    help = "Delete store events and withdrawn keys that no screen needs any more. Run it once a day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--hours", type=int, default=48, help="keep this many hours, 24 or more")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["hours"] < LEAST_HOURS:
            raise CommandError(f"--hours must be {LEAST_HOURS} or more: a screen may resume that late.")
        before = utc_now() - timedelta(hours=options["hours"])
        count = prune_events(before=before)
        prune_withdrawn_keys(before=before)
        self.stdout.write(f"Deleted {count} events.")
