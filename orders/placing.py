"""Placing an order: the hot path.

One transaction. Locks, in the house's order (docs/architecture.md): the table, so that orders, seating and finishing
at one table take turns; the counted menu items by id; the store's counter row, last.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from rest_framework.exceptions import NotFound

from accounts import sql
from accounts.business_day import business_date, utc_now
from accounts.callers import Caller, StaffCaller, TableCaller
from accounts.ids import new_id
from menu.snapshot import MenuSnapshot, snapshot_for
from orders import announcing
from orders.documents import order_document, session_document, stored_order_document, table_reference
from orders.errors import (
    IdempotencyKeyReused,
    LinesRefused,
    OrderWithdrawn,
    PriceChanged,
    SessionClosed,
    StoreClosed,
    StorePaused,
)
from orders.events import Event, encode, event, store_events, take_numbers
from orders.models import EventKind, Order, OrderLine
from orders.order_body import OrderBody, fingerprint
from orders.pricing import PricedLine, amounts, price_lines
from orders.rows import insert_lines, insert_order, insert_session
from orders.selectors import order_with_lines
from orders.stock import take_stock
from tables.models import TableSession

# One question for all that the table's lock protects: the menu's version, the open session, and whether this key was
# used before, or given up.
STATE = """
SELECT menu.version, session.id, earlier.id, earlier.body_hash, withdrawn.id
FROM menu_menuversion menu
LEFT JOIN tables_tablesession session ON session.table_id = %s AND session.closed_at IS NULL
LEFT JOIN orders_order earlier ON earlier.table_id = %s AND earlier.idempotency_key = %s
LEFT JOIN orders_withdrawnkey withdrawn ON withdrawn.table_id = %s AND withdrawn.idempotency_key = %s
WHERE menu.store_id = %s
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """An order as its JSON document; `replayed` when its key had placed it before."""

    document: bytes
    replayed: bool


@dataclass(frozen=True, slots=True)
class _Wish:
    """What was asked for, by whom, at which table, under which key."""

    caller: Caller
    table_id: uuid.UUID
    key: str
    body: OrderBody
    body_hash: str

    @property
    def store_id(self) -> uuid.UUID:
        return self.caller.store_id

    @property
    def tablet_id(self) -> uuid.UUID | None:
        return self.caller.tablet_id if isinstance(self.caller, TableCaller) else None

    @property
    def user_id(self) -> uuid.UUID | None:
        return self.caller.user_id if isinstance(self.caller, StaffCaller) else None


@dataclass(frozen=True, slots=True)
class _State:
    table_number: int
    menu_version: int
    session_id: uuid.UUID | None
    earlier: tuple[uuid.UUID, str] | None
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class _Priced:
    snapshot: MenuSnapshot
    lines: list[PricedLine]
    took_stock: set[uuid.UUID]
    total: int


def place_order(*, caller: Caller, table_id: uuid.UUID, key: str, body: OrderBody) -> Placed:
    """Place an order at a table of the caller's store, or find the one that this key placed before."""
    try:
        with transaction.atomic(), sql.few_round_trips():
            return _place(_Wish(caller, table_id, key, body, fingerprint(body)))
    except IntegrityError as problem:
        if "order_key" not in str(problem) and "idempotency_key" not in str(problem):
            raise
        # One person's key at two tables, whose locks do not meet.
        raise IdempotencyKeyReused from problem


def _place(wish: _Wish) -> Placed:
    state = _lock_table(wish)
    if state.earlier:
        return _replay(wish, state.earlier)
    if state.is_withdrawn:
        raise OrderWithdrawn
    if wish.body.session_id and wish.body.session_id != state.session_id:
        raise SessionClosed
    now = utc_now()
    snapshot = snapshot_for(wish.store_id, state.menu_version, {line.menu_item for line in wish.body.items})
    # Hours and pauses are for guests; staff know what the kitchen can still take.
    if wish.tablet_id:
        _refuse_unless_open(snapshot, now)
    return _store(wish, state, _check_and_price(wish, snapshot, now), now)


def _refuse_unless_open(snapshot: MenuSnapshot, now: datetime) -> None:
    store = snapshot.store_row
    opening = store.clock.at(now)
    if not opening.is_open:
        raise StoreClosed(opening=opening, now=now, time_zone=store.time_zone)
    if store.is_paused_at(now):
        raise StorePaused(resumes_at=store.resumes_at(now), time_zone=store.time_zone)


def _lock_table(wish: _Wish) -> _State:
    """Lock the table and read what the lock protects."""
    store, table = sql.uid(wish.store_id), sql.uid(wish.table_id)
    lock = "FOR NO KEY UPDATE" if connection.features.has_select_for_update else ""
    found = sql.fetch_one(
        f"SELECT number FROM tables_table WHERE id = %s AND store_id = %s AND is_active {lock}",  # noqa: S608 # a constant
        [table, store],
    )
    if found is None:
        raise NotFound
    row = sql.fetch_one(STATE, [table, table, wish.key, table, wish.key, store])
    assert row  # noqa: S101 # menu/triggers.py gives every store its version
    version, session_id, earlier_id, body_hash, withdrawn = row
    earlier_id = sql.read_uid(earlier_id)
    earlier = (earlier_id, body_hash) if earlier_id else None
    return _State(found[0], version, sql.read_uid(session_id), earlier, withdrawn is not None)


def _replay(wish: _Wish, earlier: tuple[uuid.UUID, str]) -> Placed:
    order_id, body_hash = earlier
    if body_hash != wish.body_hash:
        raise IdempotencyKeyReused
    order = order_with_lines(store_id=wish.store_id, order_id=order_id)
    return Placed(encode(stored_order_document(order)), replayed=True)


def _check_and_price(wish: _Wish, snapshot: MenuSnapshot, now: datetime) -> _Priced:
    lines, faults = price_lines(snapshot, wish.body.items, now)
    took_stock, shortages = take_stock(store_id=wish.store_id, snapshot=snapshot, lines=wish.body.items)
    if faults or shortages:
        raise LinesRefused([*faults, *shortages])
    total = sum(line.line_total for line in lines)
    if wish.body.expected_total not in (None, total):
        raise PriceChanged(total=total, lines=[amounts(line) for line in lines])
    return _Priced(snapshot, lines, took_stock, total)


def _store(wish: _Wish, state: _State, priced: _Priced, now: datetime) -> Placed:
    events: list[Event] = []
    order = _order(wish, priced, now)
    if state.session_id:
        order.session_id = state.session_id
    else:
        events.append(_open_session(order, state.table_number))
    lines = [_order_line(order, position, line, priced) for position, line in enumerate(priced.lines)]
    insert_lines(lines)
    last_event, order.number = take_numbers(
        store_id=wish.store_id, events=len(events) + 1, business_date=order.business_date
    )
    insert_order(order)
    document = encode(order_document(order, lines, table=table_reference(order.table_id, state.table_number)))
    events.append(Event(EventKind.ORDER_CREATED, order.table_id, b'{"order":' + document + b"}"))
    store_events(store_id=wish.store_id, last_number=last_event, events=events)
    if priced.took_stock:
        announcing.announce_after_commit(wish.store_id)
    return Placed(document, replayed=False)


def _order(wish: _Wish, priced: _Priced, now: datetime) -> Order:
    store = priced.snapshot.store
    return Order(
        store_id=wish.store_id,
        table_id=wish.table_id,
        business_date=business_date(now, time_zone=store.time_zone, day_start=store.business_day_start),
        total=priced.total,
        note=wish.body.note.strip(),
        idempotency_key=wish.key,
        body_hash=wish.body_hash,
        placed_by_tablet_id=wish.tablet_id,
        placed_by_user_id=wish.user_id,
        created_at=now,
    )


def _open_session(order: Order, table_number: int) -> Event:
    """Open the session that the table's first order belongs to."""
    session = TableSession(
        store_id=order.store_id,
        table_id=order.table_id,
        business_date=order.business_date,
        opened_at=order.created_at,
        opened_by_id=order.placed_by_user_id,
    )
    insert_session(session)
    order.session_id = session.id
    return event(
        EventKind.SESSION_OPENED,
        table_id=order.table_id,
        session=session_document(session),
        table=table_reference(order.table_id, table_number),
    )


def _order_line(order: Order, position: int, line: PricedLine, priced: _Priced) -> OrderLine:
    return OrderLine(
        id=new_id(),
        store_id=order.store_id,
        order_id=order.id,
        position=position,
        menu_item_id=line.item.id,
        name=line.item.name,
        unit_price=line.item.price,
        quantity=line.quantity,
        options=[{"id": str(option.id), "name": option.name, "price": option.price} for option in line.options],
        note=line.note,
        line_total=line.line_total,
        took_stock=line.item.id in priced.took_stock,
    )
