"""Whose rows a person may see and change in the back office: those of the stores that they manage."""

import uuid
from dataclasses import dataclass, replace
from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.models import MANAGING_ROLES, Membership, Role, Store, User

CHOSEN_STORE = "store"  # in the session


@dataclass(frozen=True, slots=True)
class Reach:
    """The stores that a person manages, and which of them they own; a superuser reaches everything.

    Whoever manages several may look at one of them: `chosen`.
    """

    user_id: uuid.UUID | None = None
    everything: bool = False
    managed: frozenset[uuid.UUID] = frozenset()
    owned: frozenset[uuid.UUID] = frozenset()
    time_zones: frozenset[str] = frozenset()
    chosen: uuid.UUID | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to manage."""
        return self.everything or bool(self.managed)

    @property
    def only_store(self) -> uuid.UUID | None:
        """The store that is looked at, or a manager's only one."""
        return None if self.spans_stores else self.chosen or next(iter(self.managed), None)

    @property
    def spans_stores(self) -> bool:
        """Whether a page may show rows of more than one store."""
        return self.chosen is None and (self.everything or len(self.managed) > 1)

    @property
    def time_zone(self) -> str:
        """The zone of the stores' clocks, UTC when they differ."""
        return next(iter(self.time_zones)) if len(self.time_zones) == 1 else "UTC"

    def manages(self, store_id: uuid.UUID) -> bool:
        """Whether the store's rows are this person's to keep."""
        return self.everything or store_id in self.managed

    def owns(self, store_id: uuid.UUID) -> bool:
        """Whether the store's owners are this person's to choose."""
        return self.everything or store_id in self.owned

    def within(self, rows: QuerySet[Any], store_path: str) -> QuerySet[Any]:
        """Those of `rows` whose store, found along `store_path`, this person manages and looks at."""
        if self.chosen:
            rows = rows.filter(**{store_path: self.chosen})
        return rows if self.everything else rows.filter(**{f"{store_path}__in": self.managed})


def reach_of(request: HttpRequest) -> Reach:
    """The signed-in person's reach, read once a request."""
    carrier: Any = request
    if not hasattr(carrier, "reach"):
        carrier.reach = looking_at_one(reach_of_person(request.user), request.session.get(CHOSEN_STORE))
    return cast("Reach", carrier.reach)


def looking_at_one(reach: Reach, store_id: str | None) -> Reach:
    """The reach narrowed to the store that was chosen, as long as this person manages it."""
    if not store_id or not reach.manages(uuid.UUID(store_id)):
        return reach
    store = Store.objects.filter(pk=store_id).values_list("time_zone", flat=True).first()
    return replace(reach, chosen=uuid.UUID(store_id), time_zones=frozenset([store])) if store else reach


def reach_of_person(person: User | AnonymousUser) -> Reach:
    """What this person reaches; nothing for somebody not signed in, deactivated, or of no managing role."""
    if not person.is_active:
        return Reach()
    if person.is_superuser:
        zones = Store.objects.values_list("time_zone", flat=True).distinct()
        return Reach(user_id=person.pk, everything=True, time_zones=frozenset(zones))
    rows = Membership.objects.filter(user=person.pk, role__in=MANAGING_ROLES)
    found = list(rows.values_list("store_id", "role", "store__time_zone"))
    return Reach(
        user_id=person.pk,
        managed=frozenset(store_id for store_id, _role, _zone in found),
        owned=frozenset(store_id for store_id, role, _zone in found if role == Role.OWNER),
        time_zones=frozenset(zone for _store_id, _role, zone in found),
    )
