"""Random evenings of one store, several business days in a row, through the services and on a clock of their own."""

import random
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from unittest.mock import patch

from django.db import transaction
from rest_framework.exceptions import APIException

from accounts import business_day
from accounts.callers import Caller, StaffCaller, TableCaller
from accounts.models import Role, Store, User
from menu.models import MenuItem
from orders.models import Order, OrderStatus
from orders.moving import merge_sessions, move_session
from orders.order_body import LineBody, StaffOrderBody
from orders.placing import place_order
from orders.sessions import close_session, open_session
from orders.steps import advance_order, cancel_order, undo_step
from tests.factories import CategoryFactory, MembershipFactory, MenuItemFactory, ask
from tests.personas import TabletCaller, tablet_at

REASONS = ("Sold out", "Guest request")
utc_now = business_day.utc_now


class Clock:
    """What time it is for every service, while it is worn."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def pass_on(self, **time: float) -> None:
        self.now += timedelta(**time)

    @contextmanager
    def worn(self) -> Iterator[None]:
        modules = [name for name, module in sys.modules.items() if getattr(module, "utc_now", None) is utc_now]
        patches = [patch(f"{name}.utc_now", lambda: self.now) for name in modules if not name.startswith("tests.")]
        for one in patches:
            one.start()
        try:
            yield
        finally:
            for one in patches:
                one.stop()


class Evenings:
    """Guests order, are seated, move, merge and leave; people step, cancel and undo. Refusals are part of it."""

    def __init__(self, store: Store, clock: Clock, seed: int) -> None:
        self.store, self.clock = store, clock
        self.random = random.Random(seed)  # noqa: S311 # a reproducible evening
        self.tablets = [tablet_at(store) for _ in range(4)]
        self.people: list[User] = [MembershipFactory(store=store, role=Role.STAFF).user for _ in range(2)]
        self.items: list[MenuItem] = []
        self.options: dict[uuid.UUID, list[uuid.UUID]] = {}
        for _ in range(2):
            category = CategoryFactory(store=store)
            for number in range(3):
                item = MenuItemFactory(category=category, price=3300 * (number + 1), name={"ko": f"요리 {number}"})
                self.options[item.pk] = [option.pk for option in ask(item, price=700, max_choices=2)]
                self.items.append(item)

    def go_on(self, deeds: int) -> None:
        """Do so many things, some minutes apart."""
        often = [self.order] * 6 + [self.step] * 4 + [self.cancel, self.undo]
        for _ in range(deeds):
            deed = self.random.choice(
                often * 2 + [self.seat, self.finish, self.finish, self.move, self.merge, self.edit]
            )
            self.clock.pass_on(seconds=self.random.choice([3, 5, 400, 1500]))
            try:
                with transaction.atomic():
                    deed()
            except APIException:
                pass

    def order(self) -> None:
        lines = []
        for item in self.random.sample(self.items, self.random.randint(1, 3)):
            options = self.options[item.pk]
            lines.append(
                LineBody(item.pk, self.random.randint(1, 3), self.random.sample(options, self.random.randint(0, 2)))
            )
        tablet = self.random.choice(self.tablets)
        body = StaffOrderBody(table=tablet.table.pk, items=lines)
        place_order(caller=self._caller(tablet), table_id=body.table, key=uuid.uuid4().hex, body=body)

    def step(self) -> None:
        to = self.random.choice([OrderStatus.PREPARING, OrderStatus.COMPLETED])
        advance_order(store_id=self.store.pk, order_id=self._recent(), to=to, by_id=self._person())

    def cancel(self) -> None:
        reason = self.random.choice(REASONS)
        cancel_order(store_id=self.store.pk, order_id=self._recent(), reason=reason, by_id=self._person())

    def undo(self) -> None:
        undo_step(store_id=self.store.pk, order_id=self._recent(1), by_id=self._person())

    def seat(self) -> None:
        guests = self.random.randint(1, 6)
        open_session(store_id=self.store.pk, table_id=self._table(), guests=guests, by_id=self._person())

    def finish(self) -> None:
        close_session(store_id=self.store.pk, table_id=self._table(), force=True, by_id=self._person())

    def move(self) -> None:
        move_session(store_id=self.store.pk, table_id=self._table(), to_id=self._table(), by_id=self._person())

    def merge(self) -> None:
        merge_sessions(store_id=self.store.pk, table_id=self._table(), to_id=self._table(), by_id=self._person())

    def edit(self) -> None:
        item = self.random.choice(self.items)
        item.name = {"ko": f"요리 {self.random.randint(10, 99)}"}
        item.price = self.random.randint(1, 99) * 100
        item.save()

    def _caller(self, tablet: TabletCaller) -> Caller:
        if self.random.random() < 0.2:
            return StaffCaller(self.store.pk, 0, self._person(), "")
        return TableCaller(self.store.pk, 0, tablet.table.pk, tablet.tablet.pk)

    def _recent(self, among: int = 5) -> uuid.UUID:
        ids = list(Order.objects.filter(store=self.store).order_by("-created_at").values_list("pk", flat=True)[:among])
        return self.random.choice(ids) if ids else uuid.uuid4()

    def _person(self) -> uuid.UUID:
        return self.random.choice(self.people).pk

    def _table(self) -> uuid.UUID:
        return self.random.choice(self.tablets).table.pk
