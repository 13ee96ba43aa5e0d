"""The back office's door."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class BackOfficeSite(AdminSite):
    """Open to managers and owners of a store, and to superusers."""

    site_header = _("tableorder back office")
    site_title = _("tableorder")
    index_title = _("Back office")
    site_url = "/staff"

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether this person manages anything."""
        user: Any = request.user
        return bool(user.is_active and user.is_superuser)
