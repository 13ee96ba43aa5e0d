"""Five wrong tries lock a login for five minutes, counted by django-axes in the database."""

from datetime import timedelta
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone

from accounts.audit import record
from accounts.business_day import utc_now
from accounts.errors import LoginLocked
from accounts.models import AuditEntry, Deed, Membership

# Before a person's name: tries of their board PIN count apart, so that nobody at a board locks them out elsewhere.
PIN_OF = "pin "


def refuse_if_locked(request: HttpRequest, login: str) -> None:
    """Raise LoginLocked while `login` (a store's code and a name or table in it) is locked."""
    if not AxesProxyHandler.is_allowed(request, {"username": login}):
        raise LoginLocked(_seconds_left(login))


def count_wrong_try(request: HttpRequest, login: str) -> None:
    """Count one wrong password or PIN."""
    AxesProxyHandler.user_login_failed(sender=__name__, credentials={"username": login}, request=request)
    # axes forgets each address's tries by themselves; a lock must outlast the last of all of them.
    AccessAttempt.objects.filter(username=login).update(attempt_time=timezone.now())


def forget_wrong_tries(login: str) -> None:
    """Start counting again after a right one."""
    AxesProxyHandler.reset_attempts(username=login)


def tell_of_lock(*, username: str, **_signal: Any) -> None:
    """Tell the audit trail whose sign-in was locked, once a lock; of names that nobody has, nothing."""
    code, _slash, login = username.rpartition("/")
    name = login.removeprefix(PIN_OF)
    people = Membership.objects.select_related("user").filter(user__username=name)
    for row in people.filter(store__code=code) if code else people:
        told = AuditEntry.objects.filter(store=row.store_id, deed=Deed.LOGIN_LOCKED, target_id=row.user_id)
        if not told.filter(at__gt=utc_now() - settings.AXES_COOLOFF_TIME).exists():
            record(store_id=row.store_id, actor=None, deed=Deed.LOGIN_LOCKED, target=row.user, part_of=row)


def _seconds_left(login: str) -> int:
    latest = AccessAttempt.objects.filter(username=login).aggregate(latest=Max("attempt_time"))["latest"]
    cool_off: timedelta = settings.AXES_COOLOFF_TIME
    left = (latest + cool_off - timezone.now()) if latest else cool_off
    return max(1, int(left.total_seconds()))
