"""The option groups' pages."""

from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.pages import Section
from menu.admin.rows import NAME_IN_ANY_LANGUAGE, SEARCHED, MenuAdmin, MenuInline
from menu.forms import OptionGroupForm, PlacedForm
from menu.models import Option, OptionGroup


class OptionInline(MenuInline):
    """The answers."""

    model = Option
    form = PlacedForm
    fields = ("sort_order", "name", "price", "status")


@admin.register(OptionGroup)
class OptionGroupAdmin(MenuAdmin):
    """Choices to make, shared between items."""

    section = Section.MENU
    nav_order = 3
    form = OptionGroupForm
    fields = ("store", "name", ("min_choices", "max_choices"))
    inlines = (OptionInline,)
    list_display = ("__str__", "answers", "min_choices", "max_choices", "asked_by")
    search_fields = NAME_IN_ANY_LANGUAGE
    search_help_text = SEARCHED

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With their options and how many items ask, where that is shown."""
        rows = super().get_queryset(request)
        is_list = request.resolver_match and request.resolver_match.url_name == "menu_optiongroup_changelist"
        return rows.annotate(item_count=Count("item_links")).prefetch_related("options") if is_list else rows

    @admin.display(description=_("options"))
    def answers(self, group: Any) -> str:
        """What can be chosen."""
        return ", ".join(str(option) for option in group.options.all())

    @admin.display(description=_("asked by"))
    def asked_by(self, group: Any) -> int:
        """How many items."""
        count: int = group.item_count
        return count
