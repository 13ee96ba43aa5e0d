"""What happened to an order and to a session, moment by moment, for people to read in their language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import User
from menu.translations import Text, pick
from orders.models import Order, OrderLine, OrderStatus, OrderStep
from tables.models import ServiceCall, SessionStep, SessionStepKind, TableSession


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened when, and by whom. `took` is the time since the status before, or since guests called."""

    at: datetime
    text: str
    kind: str
    by: User | None = None
    took: timedelta | None = None
    note: str = ""
    order: Order | None = None
    session: TableSession | None = None


def in_reader_s_language(text: Text, default_language: str) -> str:
    """The text as the reader understands it, else as the store writes it."""
    return pick(text, (get_language() or default_language)[:2], default_language)


def order_story(order: Order, calls: Iterable[ServiceCall]) -> list[Moment]:
    """From its placing on. `order` is read with its lines, steps, store and tables, and its session with its steps."""
    moments = [_placed(order), *_stepped(order), *_ticked(order), *_called(calls)]
    moments += [moment for moment in _went(order.session, {}) if moment.at >= order.created_at]
    return sorted(moments, key=lambda moment: moment.at)


def session_story(session: TableSession, orders: Iterable[Order], calls: Iterable[ServiceCall]) -> list[Moment]:
    """From the guests' coming to their leaving."""
    moments = [_opened(session), *_called(calls), *_went(session, _others_of(session))]
    for order in orders:
        moments.append(replace(_placed(order), text=_("Order %(number)d") % {"number": order.number}, order=order))
        if order.status == OrderStatus.CANCELLED and order.cancelled_at:
            text = _("Order %(number)d was cancelled") % {"number": order.number}
            moments.append(Moment(order.cancelled_at, text, "cancelled", note=order.cancel_reason, order=order))
    if session.closed_at:
        stayed = session.closed_at - session.opened_at
        moments.append(Moment(session.closed_at, _("Finished"), "closed", session.closed_by, stayed))
    return sorted(moments, key=lambda moment: moment.at)


def _placed(order: Order) -> Moment:
    if order.placed_by_tablet_id:
        return Moment(order.created_at, _("Ordered on the tablet of %(table)s") % {"table": order.table}, "placed")
    text = _("Ordered by staff for %(table)s") % {"table": order.table}
    return Moment(order.created_at, text, "placed", order.placed_by_user)


def _stepped(order: Order) -> Iterator[Moment]:
    before = order.created_at
    for step in order.steps.all():
        yield Moment(step.at, _step_text(step), step.to_status, step.by, step.at - before, step.reason)
        before = step.at


def _step_text(step: OrderStep) -> str:
    if step.is_undo:
        steps = {"from": step.get_from_status_display(), "to": step.get_to_status_display()}
        return _("Taken back: %(from)s, now %(to)s again") % steps
    texts = {
        OrderStatus.PREPARING: _("The kitchen began"),
        OrderStatus.COMPLETED: _("Completed"),
        OrderStatus.CANCELLED: _("Cancelled"),
    }
    return texts.get(OrderStatus(step.to_status), step.get_to_status_display())


def _ticked(order: Order) -> Iterator[Moment]:
    language = order.store.default_language
    done = sorted((line for line in order.lines.all() if line.done_at), key=lambda line: (line.done_at, line.position))
    for at, lines in groupby(done, key=lambda line: line.done_at):
        if at:
            yield Moment(at, _("Ticked off by the kitchen"), "ticked", note=_dishes(lines, language))


def _dishes(lines: Iterable[OrderLine], language: str) -> str:
    return ", ".join(f"{in_reader_s_language(line.name, language)} × {line.quantity}" for line in lines)


def _called(calls: Iterable[ServiceCall]) -> Iterator[Moment]:
    for call in calls:
        text = _("Called: %(what)s") % {"what": call.get_kind_display()}
        yield Moment(call.created_at, text, "called", note=call.message)
        if call.acknowledged_at:
            waited = call.acknowledged_at - call.created_at
            text = _("Call taken: %(what)s") % {"what": call.get_kind_display()}
            yield Moment(call.acknowledged_at, text, "taken", call.acknowledged_by, waited)


def _opened(session: TableSession) -> Moment:
    text = _("Seated by staff") if session.opened_by_id else _("The first order opened the table")
    return Moment(session.opened_at, text, "opened", session.opened_by)


def _went(session: TableSession, others: dict[datetime, TableSession]) -> Iterator[Moment]:
    for step in session.steps.all():
        yield Moment(step.at, _way(step, session), step.kind, step.by, session=others.get(step.at))


def _way(step: SessionStep, session: TableSession) -> str:
    tables = {"from": step.from_table, "to": step.to_table}
    if step.kind == SessionStepKind.MOVED:
        return _("The guests went from %(from)s to %(to)s") % tables
    if step.at == session.closed_at:
        return _("The bill of %(from)s joined that of %(to)s, and this session ended") % tables
    return _("The bill of %(from)s joined this one at %(to)s") % tables


def _others_of(session: TableSession) -> dict[datetime, TableSession]:
    """The other session of each merge, by its moment."""
    merges = [step for step in session.steps.all() if step.kind == SessionStepKind.MERGED]
    if not merges:
        return {}
    same = Q()
    for step in merges:
        same |= Q(kind=step.kind, at=step.at, from_table=step.from_table_id, to_table=step.to_table_id)
    others = SessionStep.objects.filter(same, session__store=session.store_id).exclude(session=session)
    return {step.at: step.session for step in others.select_related("session")}
