"""`manage.py prune_pictures`."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand

from accounts.business_day import utc_now
from menu.pruning import prune_pictures

# Far longer than a page takes from storing the picture to the commit.
LEAST_AGE = timedelta(hours=24)


class Command(BaseCommand):
    help = "Delete uploaded pictures that no dish has, left by changes that failed. Run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Deleted {prune_pictures(before=utc_now() - LEAST_AGE)} files.")
