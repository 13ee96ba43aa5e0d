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

from accounts import sql
from accounts.access import Standings, forget_standings
from accounts.audit import record
from accounts.business_day import utc_now
from accounts.callers import Caller, TableCaller
from accounts.errors import SignInFailed
from accounts.lockout import count_wrong_try, forget_wrong_tries, refuse_if_locked
from accounts.models import Deed
from accounts.tokens import table_access_token
from tables.models import Table, Tablet

STANDING = """
SELECT 1 FROM tables_tablet tablet JOIN tables_table place ON place.id = tablet.table_id
WHERE tablet.id = %s AND place.id = %s AND tablet.store_id = %s AND tablet.revoked_at IS NULL AND place.is_active
"""


@dataclass(frozen=True)
class TabletSignIn:
    """A tablet with its token and, when it was paired just now, its secret."""

    tablet: Tablet
    access: AccessToken
    secret: str = ""


def sign_in_tablet(
    *, request: HttpRequest, store_code: str, table_number: int, pin: str, tablet_secret: str = ""
) -> TabletSignIn:
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
    return pair(table, tablet_secret=tablet_secret)


@transaction.atomic
def pair(table: Table, *, tablet_secret: str = "", by_id: uuid.UUID | None = None) -> TabletSignIn:
    """Make the calling device a tablet of the table, which the caller has proved to be at.

    A device that was paired before says so by its secret: it stays one tablet of the store, and no row is left behind
    that would be valid until somebody revoked it. `by_id`: whose one-time code it was.
    """
    tablet = _same_device(table, tablet_secret)
    is_news = tablet is None or tablet.table_id != table.pk or by_id is not None
    if tablet is None:
        tablet_secret = secrets.token_urlsafe(32)
        tablet = Tablet(store=table.store, secret_hash=_hash_of(tablet_secret))
    elif tablet.table_id != table.pk:
        transaction.on_commit(forget_standings)  # its token for the other table
    tablet.table = table
    tablet.paired_by_id = by_id
    tablet.paired_at = tablet.last_seen_at = utc_now()
    tablet.save()
    if is_news:
        record(store_id=table.store_id, actor=by_id, deed=Deed.TABLET_PAIRED, target=tablet, target_name=str(table))
    return TabletSignIn(tablet, _token_for(tablet), tablet_secret)


def _same_device(table: Table, tablet_secret: str) -> Tablet | None:
    """The device's own row in this store, locked; in another store its row ends here."""
    rows = Tablet.objects.select_for_update(no_key=True).filter(revoked_at=None)
    tablet = rows.filter(secret_hash=_hash_of(tablet_secret)).first() if tablet_secret else None
    if tablet and tablet.store_id != table.store_id:
        revoke_tablet(tablet=tablet, by_id=None)
        return None
    return tablet


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


def revoke_tablet(*, tablet: Tablet, by_id: uuid.UUID | None) -> None:
    """End the tablet's tokens and streams within a second, for good. `by_id`: who did; None: the tablet itself."""
    with transaction.atomic():
        if Tablet.objects.filter(pk=tablet.pk, revoked_at=None).update(revoked_at=utc_now()):
            record(store_id=tablet.store_id, actor=by_id, deed=Deed.TABLET_REVOKED, target=tablet)
        transaction.on_commit(forget_standings)


def sign_out_tablet(*, tablet_secret: str) -> None:
    """Revoke the tablet whose secret this is; nothing when there is none."""
    if tablet := Tablet.objects.filter(secret_hash=_hash_of(tablet_secret), revoked_at=None).first():
        revoke_tablet(tablet=tablet, by_id=None)


def see_tablets(*, tablet_ids: Collection[uuid.UUID], app_version: str | None = None) -> None:
    """Note that these tablets are there now and, unless that is not known, which build they all run."""
    build = {} if app_version is None else {"app_version": app_version}
    Tablet.objects.filter(pk__in=tablet_ids).update(last_seen_at=utc_now(), **build)


def set_pin(*, table: Table, pin: str) -> None:
    """Give the table a new PIN, kept only as a hash. Paired tablets stay paired."""
    table.pin = make_password(pin)
    table.save(update_fields=["pin"])


def tablet_standings(callers: Collection[Caller]) -> Standings:
    """Tablets that are not revoked and still stand on the table that their token names."""
    tablets = cast("Collection[TableCaller]", callers)
    if len(tablets) == 1:
        return {caller: "table" for caller in tablets if _stands(caller)}
    current = set(
        Tablet.objects.filter(
            pk__in={caller.tablet_id for caller in tablets}, revoked_at=None, table__is_active=True
        ).values_list("pk", "table_id", "store_id")
    )
    return {caller: "table" for caller in tablets if (caller.tablet_id, caller.table_id, caller.store_id) in current}


def _stands(caller: TableCaller) -> bool:
    """The same of one: most orders ask, and the ORM would take as long as a third of the order."""
    ids = [sql.uid(one) for one in (caller.tablet_id, caller.table_id, caller.store_id)]
    return sql.fetch_one(STANDING, ids) is not None


def _token_for(tablet: Tablet) -> AccessToken:
    return table_access_token(store_id=tablet.store_id, table_id=tablet.table_id, tablet_id=tablet.pk)


def _hash_of(secret: str) -> str:
    # The secret has 256 random bits: a fast hash is as safe as a slow one.
    return hashlib.sha256(secret.encode()).hexdigest()
