"""A tablet signs in at its table, keeps itself signed in, and is revoked."""

import hashlib
import secrets
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import cast

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.http import HttpRequest
from rest_framework_simplejwt.tokens import AccessToken

from accounts.access import Standings, forget_standings
from accounts.business_day import utc_now
from accounts.callers import Caller, TableCaller
from accounts.errors import SignInFailed
from accounts.lockout import count_wrong_try, forget_wrong_tries, refuse_if_locked
from accounts.models import Store
from accounts.tokens import table_access_token
from tables.models import Table, Tablet


@dataclass(frozen=True)
class TabletSignIn:
    """A tablet with its token, and, once, its secret."""

    tablet: Tablet
    access: AccessToken
    secret: str = ""


def sign_in_tablet(*, request: HttpRequest, store_code: str, table_number: int, pin: str) -> TabletSignIn:
    """Pair the calling device with a table by the table's PIN; raise SignInFailed or LoginLocked."""
    login = f"{store_code}/table {table_number}"
    refuse_if_locked(request, login)
    table = (
        Table.objects.select_related("store")
        .filter(store__code=store_code, number=table_number, is_active=True)
        .first()
    )
    if table is None:
        # As slow as a wrong PIN, so that the time does not tell which tables exist.
        make_password(pin)
    if table is None or not check_password(pin, table.pin):
        count_wrong_try(request, login)
        raise SignInFailed
    forget_wrong_tries(login)
    return pair(table)


def pair(table: Table) -> TabletSignIn:
    """Make the calling device a tablet of the table, which the caller has proved to be at."""
    secret = secrets.token_urlsafe(32)
    tablet = Tablet.objects.create(store=table.store, table=table, secret_hash=_hash_of(secret), last_seen_at=utc_now())
    return TabletSignIn(tablet, _token_for(tablet), secret)


def renew_tablet(*, tablet_secret: str) -> TabletSignIn:
    """A new token for a tablet that was not revoked; raise SignInFailed."""
    tablet = (
        Tablet.objects.select_related("store", "table")
        .filter(secret_hash=_hash_of(tablet_secret), revoked_at=None, table__is_active=True)
        .first()
    )
    if tablet is None:
        raise SignInFailed
    see_tablets(tablet_ids=[tablet.pk])
    return TabletSignIn(tablet, _token_for(tablet))


def revoke_tablet(*, tablet: Tablet) -> None:
    """End the tablet's tokens and streams within a second, for good."""
    with transaction.atomic():
        Tablet.objects.filter(pk=tablet.pk, revoked_at=None).update(revoked_at=utc_now())
        transaction.on_commit(forget_standings)


def see_tablets(*, tablet_ids: Collection[uuid.UUID]) -> None:
    """Note that these tablets are there now."""
    Tablet.objects.filter(pk__in=tablet_ids).update(last_seen_at=utc_now())


def set_pin(*, table: Table, pin: str) -> None:
    """Give the table a new PIN, kept only as a hash. Paired tablets stay paired."""
    table.pin = make_password(pin)
    table.save(update_fields=["pin"])


def create_tables(*, store: Store, numbers: Collection[int], pin: str) -> list[Table]:
    """Make the tables that the store has not got yet, all with one PIN."""
    there = set(Table.objects.filter(store=store, number__in=numbers).values_list("number", flat=True))
    hashed = make_password(pin)
    return Table.objects.bulk_create(
        [Table(store=store, number=number, pin=hashed) for number in numbers if number not in there]
    )


def tablet_standings(callers: Collection[Caller]) -> Standings:
    """Tablets that are not revoked and still stand on the table that their token names."""
    tablets = cast("Collection[TableCaller]", callers)
    current = set(
        Tablet.objects.filter(
            pk__in={caller.tablet_id for caller in tablets}, revoked_at=None, table__is_active=True
        ).values_list("pk", "table_id", "store_id")
    )
    return {caller: "table" for caller in tablets if (caller.tablet_id, caller.table_id, caller.store_id) in current}


def _token_for(tablet: Tablet) -> AccessToken:
    return table_access_token(store_id=tablet.store_id, table_id=tablet.table_id, tablet_id=tablet.pk)


def _hash_of(secret: str) -> str:
    # The secret has 256 random bits: a fast hash is as safe as a slow one.
    return hashlib.sha256(secret.encode()).hexdigest()
