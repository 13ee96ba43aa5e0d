"""How the pages of orders, sessions and calls write what they show."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from accounts.audit import name_of
from accounts.models import Membership, Store, User
from accounts.money import written
from orders.models import Order, OrderLine, OrderStatus
from orders.stories import Moment, in_reader_s_language

TONES = {
    OrderStatus.PENDING: "warn",
    OrderStatus.PREPARING: "warn",
    OrderStatus.COMPLETED: "good",
    OrderStatus.CANCELLED: "bad",
}
DISHES_SHOWN = 2


def badge(text: Any, tone: str) -> SafeString:
    """A word on coloured ground."""
    return format_html('<span class="badge badge--{}">{}</span>', tone, text)


def status_badge(order: Order) -> SafeString:
    """Where the order is."""
    return badge(order.get_status_display(), TONES[OrderStatus(order.status)])


def page_of(row: Any) -> str:
    """The address of a row's own page."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=(row.pk,))


def clock(moment: datetime, store: Store) -> str:
    """Day and time as the store's clock has them."""
    return formats.date_format(timezone.localtime(moment, ZoneInfo(store.time_zone)), "Y-m-d H:i")


def lasting(span: timedelta) -> str:
    """How long: 40 s, 12 min, 1 h 05 min."""
    seconds = max(int(span.total_seconds()), 0)
    if seconds < 60:
        return _("%(seconds)d s") % {"seconds": seconds}
    hours, minutes = divmod(seconds // 60, 60)
    if not hours:
        return _("%(minutes)d min") % {"minutes": minutes}
    return _("%(hours)d h %(minutes)02d min") % {"hours": hours, "minutes": minutes}


def dishes_of(order: Order) -> str:
    """What was ordered, in short."""
    lines = list(order.lines.all())
    names = [in_reader_s_language(line.name, order.store.default_language) for line in lines[:DISHES_SHOWN]]
    shown = ", ".join(f"{name} × {line.quantity}" for name, line in zip(names, lines, strict=False))
    rest = len(lines) - DISHES_SHOWN
    return shown if rest <= 0 else _("%(dishes)s and %(count)d more") % {"dishes": shown, "count": rest}


def line_shown(line: OrderLine, store: Store) -> dict[str, Any]:
    """A line as it was ordered: dish, options with their prices, what one costs, and all."""
    options = [
        in_reader_s_language(option["name"], store.default_language)
        + (f" +{written(option['price'], store.currency)}" if option["price"] else "")
        for option in line.options
    ]
    return {
        "dish": in_reader_s_language(line.name, store.default_language),
        "options": options,
        "note": line.note,
        "each": written(line.unit_price, store.currency),
        "quantity": line.quantity,
        "total": written(line.line_total, store.currency),
    }


class Colleagues:
    """People as a page names them: who works here has a page that leads on, who has left has a name."""

    def __init__(self, request: HttpRequest, store: Store, people: Iterable[User | None]) -> None:
        there = {person.pk for person in people if person}
        here = Membership.objects.filter(store=store, user__in=there).values_list("user", flat=True) if there else ()
        self._here = set(here)

    def link(self, person: User | None) -> SafeString | str:
        """The person's name, and the way to their page where there is one."""
        if person is None:
            return ""
        if person.pk not in self._here:
            return name_of(person)
        return format_html('<a href="{}">{}</a>', page_of(person), name_of(person))

    def told(self, moments: Iterable[Moment]) -> list[tuple[Moment, SafeString | str, str]]:
        """Each moment with who it was, and how long it took."""
        return [(each, self.link(each.by), lasting(each.took) if each.took is not None else "") for each in moments]
