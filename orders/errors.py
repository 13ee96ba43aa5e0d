"""What ordering refuses, and how it says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError

from accounts.opening import Opening
from accounts.opening_words import clock_of, opens_next


class Refused(APIException):
    """A request that is well formed and still cannot be done."""

    status_code = 422


class Conflict(APIException):
    """The request does not fit the state of things any more."""

    status_code = 409


@dataclass(frozen=True, slots=True)
class LineFault:
    """What is wrong with one line of an order: its index, the field, and why."""

    index: int
    field: str
    code: str
    detail: str


class LinesRefused(Refused):
    """Every line at fault, at once."""

    def __init__(self, faults: Iterable[LineFault]) -> None:
        lines: dict[str, Any] = {}
        for fault in faults:
            details = lines.setdefault(str(fault.index), {}).setdefault(fault.field, [])
            details.append(ErrorDetail(fault.detail, fault.code))
        super().__init__()
        self.detail = {"items": lines}


class PriceChanged(Conflict):
    """The guest saw another total. `extra` has the amounts as they are now."""

    def __init__(self, *, total: int, lines: list[dict[str, Any]]) -> None:
        super().__init__()
        detail = _("Prices have changed. Please check the new total.")
        self.detail = {"expected_total": [ErrorDetail(str(detail), "price_changed")]}
        self.extra = {"total": total, "items": lines}


class SessionClosed(Conflict):
    """The cart belongs to guests who have left the table, or gone to another."""

    default_code = "session_closed"
    default_detail = _("These guests are not at this table any more. Nothing was ordered.")


class StorePaused(Conflict):
    """The store takes no orders now. `extra` says when it will, if that is known."""

    default_code = "store_paused"
    default_detail = _("The restaurant is not taking orders right now.")

    def __init__(self, *, resumes_at: datetime | None, time_zone: str) -> None:
        detail = _("The restaurant is not taking orders right now. It will again at %(time)s.")
        super().__init__(detail % {"time": clock_of(resumes_at, time_zone)} if resumes_at else None)
        self.extra = {"paused_until": resumes_at}


class StoreClosed(Conflict):
    """Outside the store's hours, or after the last order. `extra` says when it opens next, if that is known."""

    default_code = "store_closed"
    default_detail = _("The restaurant is closed now.")

    def __init__(self, *, opening: Opening, now: datetime, time_zone: str) -> None:
        closed = _("The last orders have been taken.") if opening.closes_at else self.default_detail
        super().__init__(" ".join(filter(None, [str(closed), opens_next(opening.next_opens_at, now, time_zone)])))
        self.extra = {"next_opens_at": opening.next_opens_at}


class TabletRevoked(Conflict):
    """Nobody hears."""

    default_code = "tablet_revoked"
    default_detail = _("This tablet is revoked. Pair it again first.")


class SessionHasOpenOrders(Conflict):
    """Finishing needs a confirmation."""

    default_code = "session_has_open_orders"
    default_detail = _("This table still has orders that are not completed.")


class TableOccupied(Conflict):
    """There are guests at the table already."""

    default_code = "table_occupied"
    default_detail = _("There are guests at this table already.")


class NoOpenSession(Refused):
    """There is nothing to finish, to move or to merge with."""

    default_code = "no_open_session"
    default_detail = _("There are no guests at this table.")


class SameTable(ValidationError):
    """Guests cannot go where they are."""

    def __init__(self) -> None:
        super().__init__({"to": [ErrorDetail(str(_("Choose another table.")), "invalid")]})


class InvalidStatusTransition(Refused):
    """The order cannot go there from where it is."""

    default_code = "invalid_status_transition"
    default_detail = _("This step is not possible any more.")


class IdempotencyKeyReused(Refused):
    """The same key with another body."""

    default_code = "idempotency_key_reused"
    default_detail = _("This Idempotency-Key was already used for a different order.")


class OrderWithdrawn(Conflict):
    """Its guests gave this order up while nobody knew whether it had come."""

    default_code = "order_withdrawn"
    default_detail = _("This order was given up. Nothing was ordered.")


class MenuItemUnavailable(Refused):
    """A hidden item is the manager's business."""

    default_code = "menu_item_unavailable"
    default_detail = _("This item is not on the menu.")


class SalesNotReady(APIException):
    """Days of the period are still to be added up. Each request adds up some, so the same one may be sent again."""

    status_code = 503
    default_code = "sales_not_ready"
    wait = 2

    def __init__(self, *, ready: int, days: int) -> None:
        said = _("The sales of %(days)d days are being added up; %(ready)d are done. Please try again.")
        super().__init__(said % {"ready": ready, "days": days})
        self.ready, self.days = ready, days
