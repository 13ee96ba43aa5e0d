"""`manage.py create_store CODE --name NAME --manager USERNAME [--tables N] [--pin PIN]`."""

import getpass
import os
import re
import secrets
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.models import Store, User
from accounts.stores import create_store
from tables.making import create_tables

MOST_TABLES = 500


class Command(BaseCommand):
    help = "Make a store, its manager (password from STORE_MANAGER_PASSWORD, or asked for) and tables 1 to N."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="what staff and tablets type to sign in, such as han-river")
        parser.add_argument("--name", required=True, help="the restaurant's name")
        parser.add_argument("--manager", required=True, metavar="USERNAME")
        parser.add_argument("--tables", type=int, default=0, metavar="N")
        parser.add_argument("--pin", default="", help="the tables' PIN, 4 to 12 digits; made and shown when left out")

    def handle(self, *args: Any, **options: Any) -> None:
        if Store.objects.filter(code=options["code"]).exists():
            raise CommandError(f"There is a store {options['code']!r} already; nothing was changed.")
        pin = options["pin"] or f"{secrets.randbelow(10_000):04d}"
        self._check(options["tables"], pin)
        known = User.objects.filter(username=options["manager"]).exists()
        password = "" if known else self._password()
        try:
            with transaction.atomic():
                store = create_store(
                    code=options["code"], name=options["name"], manager=options["manager"], password=password
                )
                create_tables(store=store, numbers=range(1, options["tables"] + 1), pin=pin)
        except ValidationError as problem:
            raise CommandError("Nothing was made. " + "; ".join(_sentences(problem))) from problem
        self.stdout.write(f"Made store {store.code!r} with {options['tables']} tables.")
        if known:
            self.stdout.write(f"{options['manager']} was there already and keeps their password.")
        if options["tables"] and not options["pin"]:
            self.stdout.write(f"The tables' PIN is {pin}. It is not shown again.")

    def _check(self, tables: int, pin: str) -> None:
        if not 0 <= tables <= MOST_TABLES:
            raise CommandError(f"--tables must be 0 to {MOST_TABLES}.")
        if not re.fullmatch(r"[0-9]{4,12}", pin):
            raise CommandError("--pin must be 4 to 12 digits.")

    def _password(self) -> str:
        return os.environ.get("STORE_MANAGER_PASSWORD") or getpass.getpass("Password for the manager: ")


def _sentences(problem: ValidationError) -> list[str]:
    if hasattr(problem, "error_dict"):
        return [f"{field}: {' '.join(messages)}" for field, messages in problem.message_dict.items()]
    return problem.messages
