"""The back office's door."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.admin import AdminSite
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.reach import reach_of, reach_of_person

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class ManagerSignInForm(AuthenticationForm):
    """Lets in who manages something, and tells nobody else that their password was right."""

    required_css_class = "required"
    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": _("Please enter a manager's user name and password. Capital letters count in both."),
    }

    def confirm_login_allowed(self, user: User) -> None:
        """Refuse staff as a wrong password is refused."""
        super().confirm_login_allowed(user)
        if not reach_of_person(user):
            raise self.get_invalid_login_error()


class BackOfficeSite(AdminSite):
    """Open to managers and owners of a store, and to superusers."""

    site_header = _("tableorder back office")
    site_title = _("tableorder")
    index_title = _("Back office")
    site_url = "/staff"
    login_form = ManagerSignInForm

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether this person manages anything."""
        return bool(reach_of(request))

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Show times as the store's clock does."""

        @wraps(view)
        def in_store_time(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            with timezone.override(reach_of(request).time_zone):
                response = view(request, *args, **kwargs)
                # Django renders a page only after its view; by then the clock would be UTC again.
                return response.render() if isinstance(response, SimpleTemplateResponse) else response

        return cast("View", super().admin_view(in_store_time, cacheable))
