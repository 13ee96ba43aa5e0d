"""Open every list of the back office on the database of DATABASE_URL: `lists.py PERSON [ONLY]`. See back_office."""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tableorder.settings")
django.setup()

from django.contrib import admin  # noqa: E402 # Django must be set up first
from django.db import connection  # noqa: E402 # Django must be set up first
from django.test import Client  # noqa: E402 # Django must be set up first
from django.urls import reverse  # noqa: E402 # Django must be set up first

from accounts.business_day import utc_now  # noqa: E402 # Django must be set up first
from accounts.models import User  # noqa: E402 # Django must be set up first
from accounts.pages import pages  # noqa: E402 # Django must be set up first

MOST_QUERIES, MOST_MS = 12, 300.0
# A report is no list.
MOST_ON = {"sales": (100, 1000.0), "sales_day_end": (100, 1000.0), "home": (100, 300.0)}
# A connection's first runs of a statement are planned for their values; PostgreSQL may then keep one plan for all.
WARMING, MEASURED = 7, 5
WORDS = {"a number": "7", "a word": "갈비", "a word that is nowhere": "zzzz"}
CHOICES = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What a page takes: the answer's status, statements sent to the database, milliseconds, those of the database."""

    status: int
    queries: int
    ms: float
    database_ms: float


class Office:
    """A signed-in person's browser, in Korean. Django's own test client: every layer but the socket."""

    def __init__(self, username: str) -> None:
        self.client = Client(headers={"Accept-Language": "ko"})
        self.client.force_login(
            User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend"
        )
        self._queries = 0
        self._database = 0.0

    def get(self, address: str) -> Any:
        return self.client.get(address)

    def cost(self, address: str) -> Cost:
        """The best of a few, once the connection knows the page's statements: a busy machine only ever adds to it."""
        for _ in range(WARMING):
            self.get(address)
        return min((self._timed(address) for _ in range(MEASURED)), key=lambda run: run.ms)

    def _timed(self, address: str) -> Cost:
        self._queries, self._database = 0, 0.0
        began = time.perf_counter()
        with connection.execute_wrapper(self._count):
            status = self.get(address).status_code
        return Cost(status, self._queries, (time.perf_counter() - began) * 1000, self._database * 1000)

    def _count(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self._queries += 1
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self._database += time.perf_counter() - began


def main(username: str, only: str = "") -> int:
    """Print a line for each page whose name has `only` in it; 1 when one takes too much."""
    office = Office(username)
    failures = 0
    print(f"{'page':64} {'queries':>7} {'ms':>7} {'database':>8}   as {username}")
    for name, address in pages_of(office):
        if only not in name:
            continue
        cost = office.cost(address)
        queries, ms = MOST_ON.get(name.split(":")[0], (MOST_QUERIES, MOST_MS))
        failed = cost.status != 200 or cost.queries > queries or cost.ms > ms
        failures += failed
        print(
            f"{name:64} {cost.queries:>7} {cost.ms:>7.0f} {cost.database_ms:>8.0f}   {'TOO MUCH' if failed else ''}",
            flush=True,
        )
    return 1 if failures else 0


def pages_of(office: Office) -> Iterator[tuple[str, str]]:
    """Every list that this person sees, in all its ways, one row's page, and the pages that belong to no model."""
    yield "home", reverse("admin:index")
    for page in pages:
        if page.label and page.route:
            yield page.name, reverse(f"admin:{page.name}")
    today = utc_now().date()
    yield "sales: a year", f"{reverse('admin:sales')}?first={today - timedelta(days=364)}&last={today}"
    for model in sorted(admin.site._registry, key=lambda model: model._meta.label):
        address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        answer = office.get(address)
        if answer.status_code == 200:
            for way, query in _ways(answer.context_data["cl"]):
                yield f"{model._meta.label}: {way}", address + query
            if any("day" in spec.expected_parameters() for spec in answer.context_data["cl"].filter_specs):
                yield from _in_a_month(office, model._meta.label, address)
            yield from _row_pages(model, answer.context_data["cl"])


def _ways(changes: Any) -> Iterator[tuple[str, str]]:
    yield "first page", ""
    last = changes.paginator.num_pages
    if last > 1:
        yield "page 2", "?p=2"
        yield f"page {last}, the last", f"?p={last}"
    for name, word in WORDS.items() if changes.search_fields else ():
        yield f"search for {name}", f"?q={word}"
    for spec in changes.filter_specs:
        choices = [choice for choice in spec.choices(changes) if not choice.get("selected")]
        for choice in choices[:: max(len(choices) // CHOICES, 1)][:CHOICES]:
            if choice.get("query_string"):
                yield f"filter {spec.title}: {choice['display']}", choice["query_string"]
    yield from _sorted(changes)


def _sorted(changes: Any) -> Iterator[tuple[str, str]]:
    for number, column in enumerate(changes.list_display):
        if column in changes.sortable_by and changes.get_ordering_field(column):
            yield f"by {column}", f"?o={number}"


def _in_a_month(office: Office, label: str, address: str) -> Iterator[tuple[str, str]]:
    """Long lists are sorted by something else than time within a month only."""
    changes = office.get(f"{address}?day=month").context_data["cl"]
    for way, query in _sorted(changes):
        yield f"{label}: 30 days, {way}", f"{address}{query}&day=month"


def _row_pages(model: Any, changes: Any) -> Iterator[tuple[str, str]]:
    for row in changes.result_list[:1]:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
        yield f"{model._meta.label}: a row's page", reverse(name, args=(row.pk,))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
