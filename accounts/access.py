"""Whether a token's bearer still may: the tablet not revoked, the person still employed.

The token itself says so for 16 hours; this says otherwise within a second, and asks the database at most once a
second for each caller in a process.
"""

import time
import uuid
from collections.abc import Callable, Collection
from typing import cast

from django.db.models import FilteredRelation, Q

from accounts.callers import Caller, StaffCaller
from accounts.models import Membership, User
from accounts.tokens import stamp_of

Standings = dict[Caller, str]
StandingsOf = Callable[[Collection[Caller]], Standings]

REMEMBERED_FOR = 1.0  # seconds
REMEMBERED_CALLERS = 10_000
NONE = uuid.UUID(int=0)  # of a token without a sign-in

_standings_of: dict[type[Caller], StandingsOf] = {}
_remembered: dict[Caller, tuple[float, str]] = {}


def register(kind: type[Caller], standings_of: StandingsOf) -> None:
    """Say how callers of `kind` are looked up. Apps that bring a kind of caller do so when they are ready."""
    _standings_of[kind] = standings_of


def standings(callers: Collection[Caller]) -> Standings:
    """Of `callers`, those that still may, each with what it is: a person's role, or `table`. Asks the database.

    What it says is remembered: whoever has an open stream is asked about every second anyway (orders/hub.py).
    """
    asked_at = time.monotonic()
    found: Standings = {}
    for kind, standings_of in _standings_of.items():
        if of_kind := [caller for caller in callers if isinstance(caller, kind)]:
            found |= standings_of(of_kind)
    if len(_remembered) + len(found) > REMEMBERED_CALLERS:
        _remembered.clear()
    _remembered.update((caller, (asked_at, current)) for caller, current in found.items())
    return found


def standing(caller: Caller) -> str | None:
    """What the caller is, or None when it may no longer; at most a second old."""
    now = time.monotonic()
    known = _remembered.get(caller)
    if known and now - known[0] < REMEMBERED_FOR:
        return known[1]
    current = standings([caller]).get(caller)
    if current is None:
        _remembered.pop(caller, None)
    return current


def forget_standings() -> None:
    """Ask again, now: this process has just changed who may."""
    _remembered.clear()


def staff_standings(callers: Collection[Caller]) -> Standings:
    """People who are active, work in the token's store, and whose sign-in nothing has ended since."""
    people = cast("Collection[StaffCaller]", callers)
    sign_ins = {caller.sign_in or NONE for caller in people}
    rows = Membership.objects.filter(
        user__in={caller.user_id for caller in people},
        store__in={caller.store_id for caller in people},
        user__is_active=True,
    ).annotate(ended=FilteredRelation("user__ended_sign_ins", condition=Q(user__ended_sign_ins__in=sign_ins)))
    current: dict[tuple[uuid.UUID, uuid.UUID, str], str] = {}
    ended = set()
    for user_id, store_id, role, password, sign_in in rows.values_list(
        "user_id", "store_id", "role", "user__password", "ended"
    ):
        current[user_id, store_id, stamp_of(User(password=password))] = role
        ended.add(sign_in)
    found = {caller: current.get((caller.user_id, caller.store_id, caller.stamp)) for caller in people}
    return {caller: role for caller, role in found.items() if role and (caller.sign_in or NONE) not in ended}
