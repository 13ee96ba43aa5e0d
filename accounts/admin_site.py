"""The back office's door."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.admin import AdminSite
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import SimpleTemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_protect
from django.views.i18n import JavaScriptCatalog, set_language

from accounts.chosen_store import stores_to_choose
from accounts.forms import OwnPasswordForm
from accounts.models import Store, User
from accounts.navigation import navigation
from accounts.pages import pages
from accounts.reach import reach_of, reach_of_person

# What is open to somebody who has yet to choose a password of their own.
WITH_A_GIVEN_PASSWORD = frozenset({"password_change", "password_change_done", "logout", "language"})

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


def must_choose_password(request: HttpRequest, *, anywhere: bool = False) -> bool:
    """Whether somebody comes with a password that another person made, to a page where that will not do."""
    here = request.resolver_match.url_name if request.resolver_match else ""
    given = getattr(request.user, "must_change_password", False)
    return bool(given) and (anywhere or here not in WITH_A_GIVEN_PASSWORD)


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
        # No row has a page of its own outside, and Django's way there asks for it in no store's name.
        django_s = [entry for entry in super().get_urls() if getattr(entry, "name", "") != "view_on_site"]
        return [*ours, language, *django_s]

    def i18n_javascript(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """What Django's scripts say, in our words where we have some."""
        return JavaScriptCatalog.as_view(packages=["django.contrib.admin", "accounts"])(request)  # the last wins

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

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        """One's own password; whoever was given theirs reads why they are here."""
        why = {"title": _("Choose a password of your own")} if must_choose_password(request, anywhere=True) else {}
        change = PasswordChangeView.as_view(
            form_class=OwnPasswordForm,
            success_url=reverse("admin:password_change_done"),
            extra_context={**self.each_context(request), **why, **(extra_context or {})},
        )
        return change(request)

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether this person manages anything."""
        return bool(reach_of(request))

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """Show times as the store's clock does."""

        @wraps(view)
        def in_store_time(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if must_choose_password(request):
                return redirect("admin:password_change")
            with timezone.override(reach_of(request).time_zone):
                response = view(request, *args, **kwargs)
                # Django renders a page only after its view; by then the clock would be UTC again.
                return response.render() if isinstance(response, SimpleTemplateResponse) else response

        return cast("View", super().admin_view(in_store_time, cacheable))
