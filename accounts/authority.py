"""Who may look after whose account: nobody their own, nobody above themselves, nobody in another store."""

import uuid

from accounts.models import Membership, Role, User
from accounts.reach import Reach


def has_owner(store_id: uuid.UUID) -> bool:
    """Whether an owner of the store can sign in."""
    return Membership.objects.filter(store=store_id, role=Role.OWNER, user__is_active=True).exists()


def may_grant(reach: Reach, store_id: uuid.UUID, role: str) -> bool:
    """Owners make everybody, managers make staff; managers too while the store has no owner, as operators open it."""
    if reach.owns(store_id):
        return True
    if role == Role.OWNER or not reach.manages(store_id):
        return False
    return role == Role.STAFF or not has_owner(store_id)


def may_change(reach: Reach, membership: Membership) -> bool:
    """Whether somebody's role in a store is this person's to change."""
    if reach.everything:
        return True
    return membership.user_id != reach.user_id and may_grant(reach, membership.store_id, membership.role)


def may_keep_account(reach: Reach, person: User) -> bool:
    """Whether name, password and activity are: they hold everywhere, so every place where the person works counts."""
    if reach.everything:
        return True
    memberships = list(person.memberships.all())
    return bool(memberships) and not person.is_superuser and all(may_change(reach, row) for row in memberships)
