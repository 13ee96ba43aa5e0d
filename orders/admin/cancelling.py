"""Cancelling an order from the back office: the reason, then the same service as the board's."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.exceptions import APIException

from accounts.money import written
from accounts.reach import reach_of
from orders.admin.looks import dishes_of, page_of, status_badge
from orders.admin.papers import language_of
from orders.models import Order
from orders.steps import CANCELLABLE, cancel_order

OTHER = "other"
# The board's own, in its order.
REASONS: dict[str, str | Promise] = {
    "sold_out": gettext_lazy("Sold out"),
    "guest": gettext_lazy("Guest request"),
    "mistake": gettext_lazy("Ordered by mistake"),
    "duplicate": gettext_lazy("Duplicate"),
    OTHER: gettext_lazy("Other"),
}
LONGEST_DETAILS = 150


class CancelForm(forms.Form):
    """Why."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        choices=list(REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Please choose a reason.")},
    )
    details = forms.CharField(
        label=gettext_lazy("Details"),
        max_length=LONGEST_DETAILS,
        required=False,
        help_text=gettext_lazy("Needed where the reason is another one."),
    )

    def clean(self) -> dict[str, Any]:
        """Another reason is told in words."""
        cleaned = super().clean() or {}
        if cleaned.get("reason") == OTHER and not cleaned.get("details"):
            self.add_error("details", _("Please write the details."))
        return cleaned

    def in_the_record(self, order: Order) -> str:
        """The reason as it is kept, in the store's language, whoever cancels."""
        reason, details = self.cleaned_data["reason"], self.cleaned_data["details"]
        if reason == OTHER:
            return str(details)
        with translation.override(language_of(order.store)):
            return ": ".join(filter(None, [str(REASONS[reason]), details]))


def cancel(pages: Any, request: HttpRequest, order: Order) -> Any:
    """Ask for the reason; with one, cancel, or say what stands in the way. `pages` is the orders' admin."""
    form = CancelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _cancelled(request, order, form.in_the_record(order)):
        return HttpResponseRedirect(page_of(order))
    order = pages.whole(order)
    return pages.page(
        request,
        order,
        "orders/cancel.html",
        title=_("Cancel order %(number)d") % {"number": order.number},
        form=form,
        order=order,
        state=status_badge(order),
        dishes=dishes_of(order),
        total=written(order.total, order.store.currency),
        can_cancel=order.status in CANCELLABLE,
    )


def _cancelled(request: HttpRequest, order: Order, reason: str) -> bool:
    by_id = reach_of(request).user_id
    assert by_id  # noqa: S101 # nobody comes here without having signed in
    try:
        cancel_order(store_id=order.store_id, order_id=order.pk, reason=reason, by_id=by_id)
    except APIException as refusal:  # the API's handler would say it; these pages have none
        messages.error(request, str(refusal.detail))
        return False
    messages.success(request, _("Order %(number)d is cancelled.") % {"number": order.number})
    return True
