"""The back office's door."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.admin import AdminSite
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.i18n import set_language

from accounts.chosen_store import stores_to_choose
from accounts.models import Store, User
from accounts.navigation import navigation
from accounts.pages import pages
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
    # The frame has a navigation of its own, by task instead of by model.
    enable_nav_sidebar = False

    def get_urls(self) -> list[Any]:
        """The pages that apps registered, before the models' own."""
        ours = [path(page.route, self.admin_view(page.view), name=page.name) for page in pages if page.route]
        language = path("language/", csrf_protect(set_language), name="language")
        return [*ours, language, *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """The home page is one that an app registered."""
        home = next((page.view for page in pages if not page.route), None)
        return home(request) if home else super().index(request, extra_context)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What the frame shows: where one can go, and in which store one is."""
        context = super().each_context(request)
        if not context["has_permission"]:
            return context
        reach, stores = reach_of(request), stores_to_choose(request)
        only = Store.objects.filter(pk=reach.only_store).first() if reach.only_store and not stores else None
        frame = {
            "navigation": navigation(request, list(self._registry.values())),
            "stores": stores,
            "chosen_store": str(reach.chosen or ""),
            "store_name": only.name if only else "",
        }
        return context | frame

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
