"""What happens to people's accounts: invited, renamed, given a role, a new password, sent away, let in again.

Whether somebody may is decided before (accounts/authority.py); what must hold whoever asks is held here. Each deed is
told in the audit trail of every store where the person works.
"""

import secrets
import uuid
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.access import forget_standings
from accounts.audit import Changes, name_of, record
from accounts.models import Deed, Membership, Role, User

# Nothing that looks like something else: it is read from one screen and typed into another.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 3, 4


@transaction.atomic
def invite_person(*, membership: Membership, name: str, username: str, by: User) -> str:
    """Make an account that works where and as the unsaved `membership` says; return its first password, this once."""
    password = temporary_password()
    person = User(username=username, first_name=name, must_change_password=True)
    person.set_password(password)
    person.full_clean()
    person.save()
    join_store(membership=membership, person=person, by=by)
    return password


@transaction.atomic
def join_store(*, membership: Membership, person: User, by: User) -> None:
    """Have somebody work where and as the unsaved `membership` says, with the account they have."""
    membership.user = person
    membership.full_clean()
    membership.save()
    _tell([membership], Deed.PERSON_INVITED, by, {"role": [None, membership.role]})


@transaction.atomic
def change_role(*, membership: Membership, role: str, by: User) -> None:
    """Give somebody another role in the store; raise PermissionDenied for the store's last owner."""
    stored = Membership.objects.select_for_update(no_key=True).get(pk=membership.pk)
    if stored.role == role:
        return
    _keep_an_owner([stored], by)
    membership.role = role
    membership.save(update_fields=["role"])
    _tell([membership], Deed.ROLE_CHANGED, by, {"role": [stored.role, role]})
    transaction.on_commit(forget_standings)


@transaction.atomic
def let_go(*, membership: Membership, by: User) -> None:
    """End somebody's work in the store, with their tokens and streams there; their account stays."""
    _keep_an_owner([membership], by)
    _tell([membership], Deed.PERSON_LEFT, by, {"role": [membership.role, None]})
    membership.delete()
    transaction.on_commit(forget_standings)


@transaction.atomic
def set_active(*, person: User, is_active: bool, by: User) -> None:
    """Let somebody sign in or not; whoever may not any more is out everywhere within a second."""
    memberships = list(person.memberships.all())
    if not is_active:
        _keep_an_owner(memberships, by)
    person.is_active = is_active
    person.save(update_fields=["is_active"])
    _tell(memberships, Deed.PERSON_REACTIVATED if is_active else Deed.PERSON_DEACTIVATED, by, person=person)
    transaction.on_commit(forget_standings)


@transaction.atomic
def rename_person(*, person: User, name: str, username: str, by: User) -> None:
    """Call somebody something else."""
    told = {"name": [person.get_full_name(), name], "username": [person.username, username]}
    changes = {field: [old, new] for field, (old, new) in told.items() if old != new}
    person.first_name, person.last_name, person.username = name, "", username
    person.save(update_fields=["first_name", "last_name", "username"])
    if changes:
        _tell(list(person.memberships.all()), Deed.CHANGED, by, changes, person=person)


@transaction.atomic
def reset_password(*, person: User, by: User) -> str:
    """Give somebody a new password, to be changed when they sign in; return it, this once. The old one's tokens end."""
    password = temporary_password()
    _set_password(person, password, must_change=True)
    _tell(list(person.memberships.all()), Deed.PASSWORD_RESET, by, person=person)
    transaction.on_commit(forget_standings)
    return password


@transaction.atomic
def change_own_password(*, person: User, password: str) -> None:
    """What nobody else knows from now on."""
    _set_password(person, password, must_change=False)
    _tell(list(person.memberships.all()), Deed.PASSWORD_CHANGED, person, person=person)
    transaction.on_commit(forget_standings)


def _set_password(person: User, password: str, *, must_change: bool) -> None:
    person.set_password(password)
    person.must_change_password = must_change
    person.save(update_fields=["password", "must_change_password"])
    # Whoever knew the old password could have set them.
    person.memberships.update(pin="")


def temporary_password() -> str:
    """Three groups of four: 59 random bits that can be read aloud."""
    return "-".join("".join(secrets.choice(LETTERS) for _letter in range(GROUP_LENGTH)) for _group in range(GROUPS))


def _keep_an_owner(leaving: Iterable[Membership], by: User) -> None:
    """Refuse to take a store's last active owner; operators may.

    The owners' rows are locked, by id: two owners who demote each other at the same moment take turns. Whether the
    others are active is asked in a statement of its own: one with the lock would show it as before the wait.
    """
    owning = [row.store_id for row in leaving if row.role == Role.OWNER]
    if by.is_superuser or not owning:
        return
    owners = Membership.objects.filter(store__in=owning, role=Role.OWNER)
    list(owners.order_by("pk").select_for_update(no_key=True).values_list("pk"))
    people = {row.user_id for row in leaving}
    staying: set[uuid.UUID] = set(
        owners.filter(user__is_active=True).exclude(user__in=people).values_list("store_id", flat=True)
    )
    if set(owning) - staying:
        raise PermissionDenied(_("A store keeps an owner."))


def _tell(
    memberships: Iterable[Membership], deed: Deed, by: User, changes: Changes | None = None, person: User | None = None
) -> None:
    """One line in each store's trail; an operator's account that works nowhere has one of no store."""
    for row in memberships:
        target, name = person or row.user, name_of(person or row.user)
        record(
            store_id=row.store_id, actor=by, deed=deed, target=target, target_name=name, part_of=row, changes=changes
        )
    if person and not memberships:
        record(store_id=None, actor=by, deed=deed, target=person, target_name=name_of(person), changes=changes)
