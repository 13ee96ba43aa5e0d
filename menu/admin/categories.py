"""The categories' pages."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.pages import Section
from accounts.reach import reach_of
from menu.admin.arranged import ArrangedAdmin
from menu.admin.rows import NAME_IN_ANY_LANGUAGE, SEARCHED
from menu.arranging import last_place, place_category
from menu.models import Category


@admin.register(Category)
class CategoryAdmin(ArrangedAdmin):
    """Categories."""

    section = Section.MENU
    nav_order = 2
    place = place_category
    fields = ("store", "name", "station", "is_hidden")
    ordering = ("sort_order", "id")
    list_display = ("__str__", "items_in_it", "station", "shown")
    list_filter = ("station", "is_hidden")
    search_fields = NAME_IN_ANY_LANGUAGE
    search_help_text = SEARCHED
    sortable_by = ()

    def is_in_order(self, request: HttpRequest) -> bool:
        """One store's, all of them."""
        return not request.GET and reach_of(request).only_store is not None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With how many items each has, where that is shown."""
        rows = super().get_queryset(request)
        is_list = request.resolver_match and request.resolver_match.url_name == "menu_category_changelist"
        return rows.annotate(item_count=Count("items")) if is_list else rows

    @admin.display(description=_("menu items"))
    def items_in_it(self, category: Any) -> str:
        """The way to its items, which are put in order there."""
        count = ngettext("%(count)d item", "%(count)d items", category.item_count) % {"count": category.item_count}
        address = reverse("admin:menu_menuitem_changelist")
        return format_html('<a href="{}?category__id__exact={}">{}</a>', address, category.pk, count)

    @admin.display(description=_("guests see it"), boolean=True)
    def shown(self, category: Category) -> bool:
        """The other way round than the column: hidden is what stands out."""
        return not category.is_hidden

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A new one comes last."""
        if not change:
            obj.sort_order = last_place(Category.objects.filter(store=obj.store_id))
        super().save_model(request, obj, form, change)
