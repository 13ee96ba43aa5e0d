"""Making a store and the people who work in it."""

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from accounts.models import Membership, Role, Store, User


@transaction.atomic
def create_store(*, code: str, name: str, manager: str, password: str) -> Store:
    """Make a store and its first manager; raise ValidationError naming the field.

    A person who is there already joins as they are, with their own password.
    """
    store = Store(code=code, name=name)
    store.full_clean()
    store.save()
    user = User.objects.filter(username=manager).first()
    if user is None:
        user = User(username=manager)
        validate_password(password, user)
        user = create_person(username=manager, password=password)
    employ(store=store, user=user, role=Role.MANAGER)
    return store


def create_person(*, username: str, password: str, is_superuser: bool = False) -> User:
    """Make a person who can sign in."""
    user = User(username=username, is_superuser=is_superuser, is_staff=is_superuser)
    user.set_password(password)
    user.full_clean()
    user.save()
    return user


def employ(*, store: Store, user: User, role: Role) -> Membership:
    """Have the person work in the store."""
    membership = Membership(store=store, user=user, role=role)
    membership.full_clean()
    membership.save()
    return membership
