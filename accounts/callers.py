"""Who is calling: a tablet at its table or a person in a store, as their token says."""

import uuid
from dataclasses import dataclass

from rest_framework.request import Request


@dataclass(frozen=True, slots=True)
class Caller:
    """A verified token's bearer. `expires_at` is in seconds since 1970."""

    store_id: uuid.UUID
    expires_at: int

    @property
    def is_authenticated(self) -> bool:
        """A caller only exists once its token was verified."""
        return True


@dataclass(frozen=True, slots=True)
class TableCaller(Caller):
    """A tablet."""

    table_id: uuid.UUID
    tablet_id: uuid.UUID

    @property
    def pk(self) -> uuid.UUID:
        """What a throttle counts by."""
        return self.tablet_id


@dataclass(frozen=True, slots=True)
class StaffCaller(Caller):
    """A person. `stamp` changes with their password, so that old tokens end with it.

    `sign_in` is what all tokens of one sign-in share, so that it can be ended alone; older tokens have none.
    """

    user_id: uuid.UUID
    stamp: str
    sign_in: uuid.UUID | None = None

    @property
    def pk(self) -> uuid.UUID:
        """What a throttle counts by."""
        return self.user_id


def tablet(request: Request) -> TableCaller:
    """The calling tablet, in a view that lets no one else in."""
    caller: object = request.user
    assert isinstance(caller, TableCaller)  # noqa: S101 # the view's permission has decided this already
    return caller


def person(request: Request) -> StaffCaller:
    """The calling person, in a view that lets no one else in."""
    caller: object = request.user
    assert isinstance(caller, StaffCaller)  # noqa: S101 # the view's permission has decided this already
    return caller
