"""What is done to many items at once: the list's actions, and the pages that two of them ask on."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from accounts.pages import office_page
from menu.admin.bulk_forms import CategoryForm, PricesForm, read_chosen, write_chosen
from menu.admin.item_list import ItemListAdmin
from menu.admin.rows import person
from menu.arranging import put_into_category
from menu.choices import SaleStatus
from menu.duplicating import duplicate_item
from menu.marking import mark_items
from menu.models import Category, MenuItem
from menu.repricing import PriceChange, change_prices, price_changes

MOST_AT_ONCE = 10_000
MOST_COPIES = 50
LIST = "admin:menu_menuitem_changelist"


class BulkItemAdmin(ItemListAdmin):
    """Actions on chosen items."""

    actions = ("sold_out", "back_on_sale", "hide", "move_to_category", "change_prices", "duplicate")

    def get_urls(self) -> Any:
        """The pages that ask before something is done."""
        prices = self.admin_site.admin_view(require_POST(self.prices_view))
        category = self.admin_site.admin_view(require_POST(self.category_view))
        return [
            path("prices/", prices, name="menu_menuitem_prices"),
            path("move/", category, name="menu_menuitem_move"),
            *super().get_urls(),
        ]

    @admin.action(description=gettext_lazy("Mark as sold out"))
    def sold_out(self, request: HttpRequest, queryset: QuerySet[MenuItem]) -> None:
        """Guests see them, struck through."""
        self._mark(request, queryset, SaleStatus.SOLD_OUT)

    @admin.action(description=gettext_lazy("Put back on sale"))
    def back_on_sale(self, request: HttpRequest, queryset: QuerySet[MenuItem]) -> None:
        """Also those that were hidden."""
        self._mark(request, queryset, SaleStatus.ON_SALE)
        if none_left := queryset.filter(remaining=0).count():
            text = ngettext(
                "%(count)d of them stays sold out: none is left in stock.",
                "%(count)d of them stay sold out: none are left in stock.",
                none_left,
            )
            self.message_user(request, text % {"count": none_left}, messages.WARNING)

    @admin.action(description=gettext_lazy("Hide from guests"))
    def hide(self, request: HttpRequest, queryset: QuerySet[MenuItem]) -> None:
        """Guests do not see them at all."""
        self._mark(request, queryset, SaleStatus.HIDDEN)

    @admin.action(description=gettext_lazy("Move to another category…"))
    def move_to_category(self, request: HttpRequest, queryset: QuerySet[MenuItem]) -> HttpResponse | None:
        """Ask which."""
        return self._ask_category(request, queryset) if self._may_ask(request, queryset) else None

    @admin.action(description=gettext_lazy("Change prices…"))
    def change_prices(self, request: HttpRequest, queryset: QuerySet[MenuItem]) -> HttpResponse | None:
        """Ask by how much."""
        return self._ask_prices(request, queryset) if self._may_ask(request, queryset) else None

    @admin.action(description=gettext_lazy("Duplicate"))
    def duplicate(self, request: HttpRequest, queryset: QuerySet[MenuItem]) -> None:
        """Hidden copies, each after its item."""
        chosen = list(queryset[: MOST_COPIES + 1])
        if len(chosen) > MOST_COPIES:
            text = _("Choose %(limit)d items at most.") % {"limit": MOST_COPIES}
            self.message_user(request, text, messages.ERROR)
            return
        for item in chosen:
            duplicate_item(item=item, actor=person(request))
        text = ngettext("%(count)d hidden copy was made.", "%(count)d hidden copies were made.", len(chosen))
        self.message_user(request, text % {"count": len(chosen)}, messages.SUCCESS)

    def category_view(self, request: HttpRequest) -> HttpResponse:
        """Put the chosen items into the category that was chosen for them."""
        items = self._chosen(request)
        form = CategoryForm(request.POST, categories=self._categories_for(request, items))
        if not form.is_valid():
            return self._ask_category(request, items, form)
        category = form.cleaned_data["category"]
        count = put_into_category(items=items, category=category, actor=person(request))
        text = ngettext("%(count)d item is in %(name)s now.", "%(count)d items are in %(name)s now.", count)
        self.message_user(request, text % {"count": count, "name": category}, messages.SUCCESS)
        return HttpResponseRedirect(f"{reverse(LIST)}?category__id__exact={category.pk}")

    def prices_view(self, request: HttpRequest) -> HttpResponse:
        """Show what the prices would become and, once that was seen, change those that are still as they were shown."""
        items = self._chosen(request)
        form = PricesForm(request.POST, currency=currency_of(items))
        if not form.is_valid():
            return self._ask_prices(request, items, form)
        if "apply" not in request.POST:
            return self._ask_prices(request, items, form, price_changes(items, form.rule))
        previewed = {key: price for key, price in read_chosen(request.POST).items() if price is not None}
        count, moved_on = change_prices(items=items, rule=form.rule, previewed=previewed, actor=person(request))
        text = ngettext("%(count)d price was changed.", "%(count)d prices were changed.", count)
        self.message_user(request, text % {"count": count}, messages.SUCCESS)
        if not moved_on:
            return HttpResponseRedirect(reverse(LIST))
        left = items.filter(pk__in=[change.item.pk for change in moved_on])
        return self._ask_prices(request, left, form, moved_on, has_moved_on=True)

    def _mark(self, request: HttpRequest, items: QuerySet[MenuItem], status: SaleStatus) -> None:
        count = mark_items(items=items, status=status, actor=person(request))
        text = ngettext("%(count)d item is %(status)s now.", "%(count)d items are %(status)s now.", count)
        self.message_user(request, text % {"count": count, "status": status.label}, messages.SUCCESS)

    def _chosen(self, request: HttpRequest) -> QuerySet[MenuItem]:
        """Those of the chosen items that are this person's."""
        return self.get_queryset(request).filter(pk__in=read_chosen(request.POST)).order_by(*self.ordering)

    def _categories_for(self, request: HttpRequest, items: QuerySet[MenuItem]) -> QuerySet[Category]:
        pages: Any = self.admin_site.get_model_admin(Category)
        stores = items.order_by().values("store").distinct()
        rows: QuerySet[Category] = pages.get_queryset(request).filter(store__in=stores)
        return rows.order_by("sort_order", "id")

    def _may_ask(self, request: HttpRequest, items: QuerySet[MenuItem]) -> bool:
        """One store's items, and not too many for one page."""
        stores = items.order_by().values("store").distinct().count()
        refusal = ""
        if stores > 1:
            refusal = _("Choose items of one store.")
        elif items.count() > MOST_AT_ONCE:
            refusal = _("Choose %(limit)d items at most.") % {"limit": MOST_AT_ONCE}
        if refusal:
            self.message_user(request, refusal, messages.ERROR)
        return not refusal

    def _ask_category(
        self, request: HttpRequest, items: QuerySet[MenuItem], form: CategoryForm | None = None
    ) -> HttpResponse:
        form = form or CategoryForm(categories=self._categories_for(request, items))
        context = {"form": form, "items": items, "chosen": write_chosen((item.pk, None) for item in items)}
        return office_page(request, "menu/move_items.html", title=_("Move to another category"), **context)

    def _ask_prices(
        self,
        request: HttpRequest,
        items: QuerySet[MenuItem],
        form: PricesForm | None = None,
        changes: list[PriceChange] | None = None,
        has_moved_on: bool = False,
    ) -> HttpResponse:
        shown: Iterable[tuple[uuid.UUID, int | None]] = (
            ((item.pk, None) for item in items)
            if changes is None
            else ((change.item.pk, change.old) for change in changes)
        )
        context = {
            "form": form or PricesForm(currency=currency_of(items)),
            "items": items,
            "changes": changes,
            "due": sum(1 for change in changes or () if not change.fault and change.new != change.old),
            "has_moved_on": has_moved_on,
            "currency": currency_of(items),
            "chosen": write_chosen(shown),
        }
        return office_page(request, "menu/change_prices.html", title=_("Change prices"), **context)


def currency_of(items: QuerySet[MenuItem]) -> str:
    """The items' store's."""
    return items.order_by().values_list("store__currency", flat=True).first() or "KRW"
