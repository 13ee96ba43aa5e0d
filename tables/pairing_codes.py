"""One-time codes: a manager asks for one, and whoever types it into a tablet within ten minutes pairs it.

Six digits are few. So a code lives shortly, works once, is one of at most one for each table, and five wrong tries
lock the address that they came from: guesses do not name a store or a table whose sign-in could be locked.
"""

import ipaddress
import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from rest_framework.exceptions import NotFound

from accounts.audit import record
from accounts.business_day import utc_now
from accounts.lockout import count_wrong_try, refuse_if_locked
from accounts.models import Deed
from tables.errors import PairingFailed
from tables.models import Table
from tables.pairing import TabletSignIn, pair

VALID_FOR = timedelta(minutes=10)
DIGITS = 6
IPV6_NEIGHBOURHOOD = 64  # bits that one subscriber's addresses share


@dataclass(frozen=True, slots=True)
class PairingCode:
    """A code as it is shown, this once."""

    code: str
    expires_at: datetime


def make_pairing_code(*, store_id: uuid.UUID, table_id: uuid.UUID, by_id: uuid.UUID | None) -> PairingCode:
    """A new code for the table, in the place of any earlier one; raise NotFound. `by_id`: who asks for it."""
    expires_at = utc_now() + VALID_FOR
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        try:
            with transaction.atomic():
                table = Table.objects.select_for_update(no_key=True).get(pk=table_id, store=store_id, is_active=True)
                table.pairing_code_hash, table.pairing_code_expires_at = _hash_of(code), expires_at
                table.pairing_code_by_id = by_id
                table.save(update_fields=["pairing_code_hash", "pairing_code_expires_at", "pairing_code_by"])
                record(store_id=store_id, actor=by_id, deed=Deed.PAIRING_CODE_MADE, target=table)
        except IntegrityError:
            continue  # another table has it
        except Table.DoesNotExist:
            raise NotFound from None
        return PairingCode(code, expires_at)


def pair_tablet(*, request: HttpRequest, address: str, code: str, tablet_secret: str = "") -> TabletSignIn:
    """Pair the calling device by a code, which is then used up; raise PairingFailed or LoginLocked.

    A right code does not forgive wrong ones: who has codes of their own could guess others' between them.
    """
    login = f"pairing/{_neighbourhood(address)}"
    refuse_if_locked(request, login)
    with transaction.atomic():
        if table := _take_table(code):
            return pair(table, tablet_secret=tablet_secret, by_id=table.pairing_code_by_id)
    count_wrong_try(request, login)
    raise PairingFailed


def _take_table(code: str) -> Table | None:
    """The table of the code, locked: the same code at the same moment finds it used."""
    rows = Table.objects.select_for_update(no_key=True, of=("self",)).select_related("store")
    table = rows.filter(pairing_code_hash=_hash_of(code), pairing_code_expires_at__gt=utc_now(), is_active=True).first()
    if table:
        table.pairing_code_hash = table.pairing_code_expires_at = None
        table.save(update_fields=["pairing_code_hash", "pairing_code_expires_at"])
    return table


def _hash_of(code: str) -> str:
    # Keyed: a million codes are hashed in a second by whoever has the database and not the key.
    return salted_hmac("tables.pairing_codes", code, algorithm="sha256").hexdigest()


def _neighbourhood(address: str) -> str:
    """What one device cannot easily change: its address, of IPv6 the half that the provider gives."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.version == 4:  # the protocol's own name
        return address
    return str(ipaddress.ip_network((parsed, IPV6_NEIGHBOURHOOD), strict=False))
