"""A person signs in with store code, user name and password."""

import uuid
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from rest_framework_simplejwt.tokens import AccessToken

from accounts.access import NONE
from accounts.business_day import utc_now
from accounts.callers import StaffCaller
from accounts.errors import PasswordChangeRequired, PasswordNotAccepted, PasswordUnchanged, SignInFailed
from accounts.lockout import count_wrong_try, forget_wrong_tries, refuse_if_locked
from accounts.models import Membership, User
from accounts.people import change_own_password
from accounts.tokens import TokenNotValid, read_refresh_token, staff_refresh_token, stamp_of


@dataclass(frozen=True)
class StaffSignIn:
    """A membership and the tokens it was given."""

    membership: Membership
    access: AccessToken
    refresh: str


def sign_in_staff(*, request: HttpRequest, store_code: str, username: str, password: str) -> StaffSignIn:
    """Check the password and make tokens; raise SignInFailed, LoginLocked or PasswordChangeRequired."""
    membership = checked(request, store_code, username, password)
    if membership.user.must_change_password:
        raise PasswordChangeRequired
    return signed_in(membership)


def choose_password(
    *, request: HttpRequest, store_code: str, username: str, password: str, new_password: str
) -> StaffSignIn:
    """Sign in with a password of one's own from now on; all earlier tokens end.

    Raise SignInFailed or LoginLocked, and PasswordNotAccepted or PasswordUnchanged while nothing has changed.
    """
    # A wrong try is counted, so it may not be undone with the rest.
    membership = checked(request, store_code, username, password)
    try:
        validate_password(new_password, membership.user)
    except ValidationError as problem:
        raise PasswordNotAccepted(problem) from problem
    if new_password == password:
        raise PasswordUnchanged
    with transaction.atomic():
        # Two who know the same first password: the slower one has a wrong one by now.
        person = User.objects.select_for_update(no_key=True).get(pk=membership.user_id)
        if person.password != membership.user.password:
            raise SignInFailed
        change_own_password(person=person, password=new_password)
    membership.user = person
    return signed_in(membership)


def checked(request: HttpRequest, store_code: str, username: str, password: str) -> Membership:
    """Whose name and password these are in this store; raise SignInFailed or LoginLocked."""
    login = f"{store_code}/{username}"
    refuse_if_locked(request, login)
    membership = (
        Membership.objects.select_related("store", "user")
        .filter(store__code=store_code, user__username=username, user__is_active=True)
        .first()
    )
    if membership is None:
        # As slow as a wrong password, so that the time does not tell which names exist.
        make_password(password)
    if membership is None or not membership.user.check_password(password):
        count_wrong_try(request, login)
        raise SignInFailed
    forget_wrong_tries(login)
    return membership


def signed_in(membership: Membership, sign_in: uuid.UUID | None = None) -> StaffSignIn:
    """Tokens for a person who has proved who they are: of a new sign-in, or of the one that goes on."""
    User.objects.filter(pk=membership.user_id).update(last_login=utc_now())
    refresh = staff_refresh_token(user=membership.user, store_id=membership.store_id, sign_in=sign_in)
    return StaffSignIn(membership, refresh.access_token, str(refresh))


def refresh_staff(*, refresh: str) -> AccessToken:
    """A new access token for a person who still works here; raise TokenNotValid."""
    caller = read_refresh_token(refresh)
    if not isinstance(caller, StaffCaller):
        raise TokenNotValid
    # Asked anew and not remembered: what is given here lasts for hours.
    user = User.objects.filter(pk=caller.user_id, is_active=True, memberships__store=caller.store_id).first()
    if user is None or stamp_of(user) != caller.stamp or user.ended_sign_ins.filter(pk=caller.sign_in or NONE).exists():
        raise TokenNotValid
    return staff_refresh_token(user=user, store_id=caller.store_id, sign_in=caller.sign_in).access_token
