"""Lists whose rows are dragged into order."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from menu.admin.rows import MenuAdmin, person
from menu.widgets import module


class PlaceForm(forms.Form):
    """One drop: the row that was moved, and the one that it now stands beside."""

    moved = forms.UUIDField()
    beside = forms.UUIDField()
    after = forms.ChoiceField(choices=[("true", ""), ("false", "")])


class ArrangedAdmin(MenuAdmin):
    """A model whose rows have an order of their own. Each drop is one small request to one service."""

    change_list_template = "menu/arranged_list.html"
    place: ClassVar[Callable[..., bool]]

    class Media:
        css = {"all": ("menu/arranging.css",)}
        js = (module("menu/arranging.js"),)

    def is_in_order(self, request: HttpRequest) -> bool:
        """Whether the list shows, one after the other, rows of one store that have an order among themselves."""
        raise NotImplementedError  # each list says

    def get_urls(self) -> Any:
        """The address for drops."""
        view = require_POST(self.place_view)
        return [path("place/", self.admin_site.admin_view(view), name=self._place_name()), *super().get_urls()]

    def get_list_display(self, request: HttpRequest) -> Any:
        """A handle where it can be used."""
        columns = super().get_list_display(request)
        return ["handle", *columns] if self.is_in_order(request) else columns

    def get_list_display_links(self, request: HttpRequest, list_display: Any) -> Any:
        """The name leads to the row's page, not the handle."""
        return super().get_list_display_links(request, [name for name in list_display if name != "handle"])

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """Tell the page where drops go."""
        arranging = reverse(f"admin:{self._place_name()}") if self.is_in_order(request) else ""
        return super().changelist_view(request, {"arranging": arranging, **(extra_context or {})})

    def place_view(self, request: HttpRequest) -> HttpResponse:
        """Put a row in its new place; 409 when the list is not any more as the page shows it."""
        drop = PlaceForm(request.POST)
        if not drop.is_valid():
            return HttpResponse(status=400)
        row = self.get_queryset(request).filter(pk=drop.cleaned_data["moved"]).first()
        if row is None:
            raise Http404
        done = type(self).place(
            store_id=row.store_id,
            moved=row.pk,
            beside=drop.cleaned_data["beside"],
            after=drop.cleaned_data["after"] == "true",
            actor=person(request),
        )
        return HttpResponse(status=204 if done else 409)

    @admin.display(description=gettext_lazy("sort order"))
    def handle(self, row: Any) -> str:
        """What the script makes a handle and two buttons of."""
        return format_html(
            '<span data-place="{}" data-name="{}" data-drag="{}" data-up="{}" data-down="{}" data-moved="{}"></span>',
            row.pk,
            row,
            _("Drag to move, or use the arrow keys"),
            _("Move up"),
            _("Move down"),
            _("Place {place} of {count}"),
        )

    def _place_name(self) -> str:
        return f"menu_{self.model._meta.model_name}_place"
