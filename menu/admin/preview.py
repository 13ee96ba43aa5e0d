"""An item as a guest sees it: a page of the tablet's own parts, shown this one item."""

from typing import Any

import orjson
from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_safe

from accounts.business_day import utc_now
from menu.admin.rows import MenuAdmin
from menu.preview import preview_of


class PreviewedItemAdmin(MenuAdmin):
    """The page, and what it shows."""

    def get_urls(self) -> Any:
        """Beside the item's own page."""
        page = self.admin_site.admin_view(require_safe(self.preview_view))
        data = self.admin_site.admin_view(require_safe(self.preview_data_view))
        return [
            path("<uuid:pk>/preview/", page, name="menu_menuitem_preview"),
            path("<uuid:pk>/preview/menu", data, name="menu_menuitem_preview_menu"),
            *super().get_urls(),
        ]

    def preview_view(self, request: HttpRequest, pk: Any) -> HttpResponseBase:
        """The page; it asks for the item itself."""
        get_object_or_404(self.get_queryset(request), pk=pk)
        page = settings.CLIENT_ROOT / "preview.html"
        if not page.is_file():
            return HttpResponse("The screens are not built. Run: make build", status=503, content_type="text/plain")
        return FileResponse(page.open("rb"), content_type="text/html; charset=utf-8")

    def preview_data_view(self, request: HttpRequest, pk: Any) -> HttpResponse:
        """The item as it is stored."""
        item = get_object_or_404(self.get_queryset(request).select_related("category", "store"), pk=pk)
        return HttpResponse(orjson.dumps(preview_of(item, utc_now()), default=str), content_type="application/json")
