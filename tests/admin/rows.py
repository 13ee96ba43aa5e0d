"""A store with a row of everything, whose texts all carry its mark."""

import uuid
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db.models import Model

from accounts.audit import record
from accounts.business_day import utc_now
from accounts.models import AuditEntry, Deed, Membership, Role, Store, User
from menu.models import Category, MenuItem, MenuItemOptionGroup, MenuVersion, Option, OptionGroup
from orders.models import EventKind, Order, OrderLine, OrderStatus, OrderStep, StoreCounter, StoreEvent
from tables.models import ServiceCall, Table, TableSession, Tablet
from tests.factories import PASSWORD, PIN

Rows = dict[type[Model], Any]
DAY = date(2026, 2, 9)


def furnish(mark: str) -> Rows:
    """A store, with one row of every model that the back office shows."""
    store = Store.objects.create(code=mark.lower(), name=f"{mark} store")
    rows: Rows = {Store: store}
    for make in (_people, _menu, _tables, _orders):
        rows |= make(store, mark, rows)
    return rows


def _people(store: Store, mark: str, _rows: Rows) -> Rows:
    user = User.objects.create(username=f"{mark}-staff", last_name=mark, password=make_password(PASSWORD))
    member = Membership.objects.create(store=store, user=user, role=Role.STAFF)
    entry = record(store_id=store.pk, actor=user, deed=Deed.CHANGED, target=store, changes={"name": ["", mark]})
    return {User: user, Membership: member, AuditEntry: entry}


def _menu(store: Store, mark: str, _rows: Rows) -> Rows:
    category = Category.objects.create(store=store, name={"ko": f"{mark} 찌개"})
    item = MenuItem.objects.create(store=store, category=category, name={"ko": f"{mark} 김치찌개"}, price=9000)
    group = OptionGroup.objects.create(store=store, name={"ko": f"{mark} 맵기"})
    option = Option.objects.create(store=store, group=group, name={"ko": f"{mark} 순한맛"})
    MenuItemOptionGroup.objects.create(store=store, menu_item=item, option_group=group)
    # On PostgreSQL a trigger makes it with the commit, which a test never comes to.
    version, _made = MenuVersion.objects.get_or_create(store=store)
    return {Category: category, MenuItem: item, OptionGroup: group, Option: option, MenuVersion: version}


def _tables(store: Store, mark: str, rows: Rows) -> Rows:
    now = utc_now()
    table = Table.objects.create(store=store, number=7, name=f"{mark} table", zone=mark, pin=make_password(PIN))
    tablet = Tablet.objects.create(store=store, table=table, secret_hash=uuid.uuid4().hex, last_seen_at=now)
    session = TableSession.objects.create(
        store=store, table=table, business_date=DAY, opened_at=now, opened_by=rows[User]
    )
    call = ServiceCall.objects.create(
        store=store, table=table, session=session, kind="other", message=f"{mark} please", created_at=now
    )
    return {Table: table, Tablet: tablet, TableSession: session, ServiceCall: call}


def _orders(store: Store, mark: str, rows: Rows) -> Rows:
    order = Order.objects.create(
        store=store,
        table=rows[Table],
        session=rows[TableSession],
        number=1,
        business_date=DAY,
        total=9000,
        note=f"{mark} note",
        placed_by_user=rows[User],
        idempotency_key=mark,
        body_hash=mark,
        created_at=utc_now(),
    )
    name = {"ko": f"{mark} 김치찌개"}
    OrderLine.objects.create(
        store=store, order=order, position=0, menu_item=rows[MenuItem], name=name, unit_price=9000, quantity=1,
        options=[{"id": str(rows[Option].pk), "name": {"ko": f"{mark} 순한맛"}, "price": 0}], line_total=9000,
    )  # fmt: skip
    OrderStep.objects.create(
        order=order, from_status=OrderStatus.PENDING, to_status=OrderStatus.PREPARING, at=utc_now(), by=rows[User]
    )
    event = StoreEvent.objects.create(
        store=store, number=1, kind=EventKind.ORDER_CREATED, data=f'{{"note": "{mark}"}}', created_at=utc_now()
    )
    counter = StoreCounter.objects.create(store=store, last_event=1, business_date=DAY, last_order=1)
    return {Order: order, StoreEvent: event, StoreCounter: counter}
