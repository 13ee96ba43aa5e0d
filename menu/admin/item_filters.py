"""What the list of items can be narrowed to."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import MENU_LANGUAGES
from menu.admin.rows import store_shown
from menu.choices import SaleStatus
from menu.selectors import SOLD_OUT


def lacks(field: str, language: str) -> Q:
    """Whether the text has nothing in this language."""
    return Q(**{f"{field}__{language}__isnull": True}) | Q(**{f"{field}__{language}": ""})


class Status(SimpleListFilter):
    """As guests find them: what is on sale but has nothing left is sold out to them."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """The same words as in the list."""
        return SaleStatus.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those."""
        status = self.value()
        if status == SaleStatus.SOLD_OUT:
            return queryset.filter(SOLD_OUT)
        return queryset.filter(status=status).exclude(SOLD_OUT) if status in SaleStatus else queryset


class MissingTranslation(SimpleListFilter):
    """Items whose name has no text in a language, or whose description has one in others only."""

    title = _("missing translation")
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterator[tuple[str, Any]]:
        """The store's languages."""
        store = store_shown(request)
        for code in store.languages if store else MENU_LANGUAGES:
            yield code, MENU_LANGUAGES[code]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those that lack it."""
        language = self.value()
        if language not in MENU_LANGUAGES:
            return queryset
        described = ~Q(description={})
        return queryset.filter(lacks("name", language) | (described & lacks("description", language)))


class HasPicture(SimpleListFilter):
    """Items with a picture, and those without."""

    title = _("picture")
    parameter_name = "picture"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Missing first: that is what one looks for."""
        return [("missing", _("No picture")), ("there", _("Has a picture"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Those."""
        if self.value() == "missing":
            return queryset.filter(image="")
        return queryset.exclude(image="") if self.value() == "there" else queryset
