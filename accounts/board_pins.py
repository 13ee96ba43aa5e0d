"""People's own PINs at the boards of their store: set with a password, and enough to take a signed-in board over."""

import uuid
from itertools import pairwise

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

from accounts.access import forget_standings
from accounts.audit import name_of, record
from accounts.business_day import utc_now
from accounts.callers import StaffCaller
from accounts.errors import PasswordChangeRequired, PinTooSimple, PinWrong
from accounts.lockout import PIN_OF, count_wrong_try, forget_wrong_tries, refuse_if_locked
from accounts.models import Deed, EndedSignIn, Membership, User
from accounts.signing_in import StaffSignIn, checked, signed_in

# Of a sign-in: the last access token may be had with a refresh token that runs out.
LONGEST_LIFE = RefreshToken.lifetime + AccessToken.lifetime


def people_with_pin(store_id: uuid.UUID) -> QuerySet[Membership]:
    """Who can take over a board of the store, by name."""
    able = Membership.objects.filter(store=store_id, user__is_active=True, user__must_change_password=False)
    return able.exclude(pin="").select_related("store", "user").order_by("user__first_name", "user__username")


def set_own_pin(*, request: HttpRequest, store_code: str, username: str, password: str, pin: str) -> None:
    """Give the person of this name and password another PIN in this store, kept only as a hash.

    Raise SignInFailed, LoginLocked, PasswordChangeRequired or PinTooSimple.
    """
    # A wrong try is counted, so it may not be undone with the rest.
    membership = checked(request, store_code, username, password)
    if membership.user.must_change_password:
        raise PasswordChangeRequired
    if _is_simple(pin):
        raise PinTooSimple
    with transaction.atomic():
        membership.pin = make_password(pin)
        membership.save(update_fields=["pin"])
        _tell(membership, Deed.OWN_PIN_SET, membership.user)


@transaction.atomic
def clear_pin(*, membership: Membership, by: User) -> None:
    """Take somebody's PIN away; they set another one with their password."""
    if Membership.objects.filter(pk=membership.pk).exclude(pin="").update(pin=""):
        _tell(membership, Deed.PIN_CLEARED, by)


def take_over(*, request: HttpRequest, caller: StaffCaller, user_id: uuid.UUID, pin: str) -> StaffSignIn:
    """Sign a person in at the board where `caller` is signed in, whose tokens there end, unless it is the same person.

    Raise Http404 for whoever has no PIN in the caller's store, PinWrong or LoginLocked.
    """
    membership = people_with_pin(caller.store_id).filter(user=user_id).first()
    if membership is None:
        raise Http404
    login = f"{membership.store.code}/{PIN_OF}{membership.user.get_username()}"
    refuse_if_locked(request, login)
    if not check_password(pin, membership.pin):
        count_wrong_try(request, login)
        raise PinWrong
    forget_wrong_tries(login)
    if caller.user_id == membership.user_id:
        return signed_in(membership, caller.sign_in)
    _end(caller)
    return signed_in(membership)


def _end(caller: StaffCaller) -> None:
    """End what `caller` is signed in with; rows that have nothing left to end go."""
    now = utc_now()
    with transaction.atomic():
        if caller.sign_in:
            ended = {"user_id": caller.user_id, "expires_at": now + LONGEST_LIFE}
            EndedSignIn.objects.get_or_create(pk=caller.sign_in, defaults=ended)
        EndedSignIn.objects.filter(expires_at__lt=now).delete()
        transaction.on_commit(forget_standings)


def _is_simple(pin: str) -> bool:
    """One digit all along, or digits that only count up or down."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return len(steps) == 1 and steps <= {-1, 0, 1}


def _tell(membership: Membership, deed: Deed, by: User) -> None:
    person = membership.user
    record(
        store_id=membership.store_id,
        actor=by,
        deed=deed,
        target=person,
        target_name=name_of(person),
        part_of=membership,
    )
