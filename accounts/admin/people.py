"""Back office: who works here, and as what."""

import uuid
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from accounts.audit import name_of
from accounts.authority import may_change, may_keep_account
from accounts.board_pins import clear_pin
from accounts.forms import PersonHereForm
from accounts.models import Membership, User
from accounts.pages import Page, Section, office_page, register_page
from accounts.people import change_role, invite_person, join_store, let_go, rename_person, reset_password, set_active
from accounts.reach import reach_of
from accounts.scoping import ScopedAdmin

# What a person may do follows from their memberships.
admin.site.unregister(Group)


@admin.register(Membership)
class PeopleAdmin(ScopedAdmin):
    """The people of a store: one list, one page for each, one form for a new one."""

    form = PersonHereForm
    section = Section.PEOPLE
    nav_order = 1
    actions = None
    list_display = ("who", "role", "standing", "last_sign_in")
    list_filter = ("role", ("user__is_active", admin.BooleanFieldListFilter))
    list_select_related = ("user",)
    search_fields = ("user__username", "user__first_name", "user__last_name")
    search_help_text = _("Name or user name")
    ordering = ("-user__is_active", "user__first_name", "user__username", "id")
    delete_confirmation_template = "accounts/let_go.html"

    class Media:
        css = {"all": ("accounts/people.css",)}

    @admin.display(description=_("name"))
    def who(self, membership: Membership) -> str:
        """What the team calls them, and what they type."""
        person = membership.user
        return format_html('{} <span class="quiet">{}</span>', name_of(person), person.get_username())

    @admin.display(description=_("name"))
    def name(self, membership: Membership) -> str:
        """What the team calls them."""
        return name_of(membership.user)

    @admin.display(description=_("user name"))
    def username(self, membership: Membership) -> str:
        """What they type."""
        return membership.user.get_username()

    @admin.display(description=_("may sign in"), boolean=True)
    def is_active(self, membership: Membership) -> bool:
        """Whether they are let in."""
        return membership.user.is_active

    @admin.display(description=_("standing"))
    def standing(self, membership: Membership) -> str:
        """Whether they are let in, and with a password of their own."""
        person = membership.user
        if not person.is_active:
            return format_html('<span class="badge badge--muted">{}</span>', _("Deactivated"))
        if person.must_change_password:
            return format_html('<span class="badge badge--warn">{}</span>', _("First password"))
        return format_html('<span class="badge badge--good">{}</span>', _("Active"))

    @admin.display(description=_("last sign-in"), ordering="user__last_login")
    def last_sign_in(self, membership: Membership) -> Any:
        """At the board or the back office."""
        at = membership.user.last_login
        return date_format(localtime(at), "SHORT_DATETIME_FORMAT") if at else _("never")

    @admin.display(description=_("password"))
    def password(self, membership: Membership) -> str:
        """The way to another one; the present one cannot be shown."""
        address = reverse("admin:reset_password", args=(membership.user_id,))
        return format_html('<a class="button" href="{}">{}</a>', address, _("Make a new password"))

    @admin.display(description=_("board PIN"))
    def board_pin(self, membership: Membership) -> str:
        """Whether there is one, and the way to be rid of it; nobody sees it."""
        if not membership.pin:
            return str(_("None. They set one at the board, with their password."))
        address = reverse("admin:clear_pin", args=(membership.pk,))
        return format_html('<a class="button" href="{}">{}</a>', address, _("Clear the PIN"))

    @admin.display(description=_("account"))
    def kept_elsewhere(self, membership: Membership) -> str:
        """Why name and password cannot be changed here."""
        return str(_("They also work in a store that is not yours: only their role here can be changed."))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> type[Any]:
        """Tell the form who asks."""
        made = super().get_form(request, obj, change, **kwargs)
        return type("PersonHereForm", (made,), {"reach": reach_of(request)})

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Whose account is kept here, and what is told of whose is not."""
        reach = reach_of(request)
        if obj is None:
            several = reach.everything or len(reach.managed) > 1
            return ["store", *(["has_account"] if several else []), "name", "username", "role"]
        account = ["name", "username", "role", "is_active", "last_sign_in"]
        if not self.has_change_permission(request, obj):
            return ["store", *account]
        return ["store", *account, "password" if may_keep_account(reach, obj.user) else "kept_elsewhere", "board_pin"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """An account that is kept elsewhere too is only shown; operators do not lock themselves out."""
        reach = reach_of(request)
        shown = [*super().get_readonly_fields(request, obj), "last_sign_in", "password", "kept_elsewhere", "board_pin"]
        if obj and not may_keep_account(reach, obj.user):
            return [*shown, "name", "username", "is_active"]
        return [*shown, "is_active"] if obj and obj.user_id == reach.user_id else shown

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not one's own, and nobody's above."""
        return may_change(reach_of(request), obj) if obj else super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only whoever works in another store too: the account of whoever left for good is deactivated and stays."""
        if obj is None:
            return super().has_delete_permission(request)
        elsewhere = Membership.objects.filter(user=obj.user_id).exclude(pk=obj.pk)
        return may_change(reach_of(request), obj) and (reach_of(request).everything or elsewhere.exists())

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Have the services do what was changed."""
        by: Any = request.user
        if not change and form.joining:
            join_store(membership=obj, person=form.joining, by=by)
        elif not change:
            name, username = form.cleaned_data["name"], form.cleaned_data["username"]
            obj.first_password = invite_person(membership=obj, name=name, username=username, by=by)
        else:
            _save_changes(obj, form, by)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Their account stays, for where else they work."""
        by: Any = request.user
        let_go(membership=obj, by=by)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        """One way out: the next page has the first password on it."""
        one_way = {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context | one_way, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Show the first password in the answer itself: it is kept nowhere, and cannot be shown again."""
        if password := getattr(obj, "first_password", ""):
            return show_once(request, obj.user, password, title=_("The account is ready"))
        return super().response_add(request, obj, post_url_continue)


def make_new_password(request: HttpRequest, person_id: uuid.UUID) -> HttpResponse:
    """Ask whether one is sure, then make a new password and show it, this once."""
    person = person_in_reach(request, person_id)
    by: Any = request.user
    if person == by or not may_keep_account(reach_of(request), person):
        raise PermissionDenied
    if request.method == "POST":
        password = reset_password(person=person, by=by)
        return show_once(request, person, password, title=_("The new password"))
    context = {"person": person, "name": name_of(person)}
    return office_page(request, "accounts/new_password.html", title=_("Make a new password"), **context)


def clear_board_pin(request: HttpRequest, membership_id: uuid.UUID) -> HttpResponse:
    """Ask whether one is sure, then have somebody do without a PIN until they set another."""
    rows = reach_of(request).within(Membership.objects.select_related("user", "store"), "store")
    membership = get_object_or_404(rows, pk=membership_id)
    by: Any = request.user
    if not may_change(reach_of(request), membership):
        raise PermissionDenied
    name = name_of(membership.user)
    if request.method == "POST":
        clear_pin(membership=membership, by=by)
        messages.success(request, _("%(name)s has no board PIN any more.") % {"name": name})
        return redirect("admin:accounts_membership_change", membership.pk)
    return office_page(request, "accounts/clear_pin.html", title=_("Clear the PIN"), name=name)


def person_in_reach(request: HttpRequest, person_id: uuid.UUID) -> User:
    """Somebody who works in one of this person's stores; raise Http404."""
    person = User.objects.filter(pk=person_id).first()
    reach = reach_of(request)
    if person and (reach.everything or any(reach.manages(row.store_id) for row in person.memberships.all())):
        return person
    raise Http404


def show_once(request: HttpRequest, person: User, password: str, *, title: Any) -> HttpResponse:
    """What somebody needs to sign in, to be handed to them."""
    works = reach_of(request).within(person.memberships.select_related("store"), "store")
    context = {"person": person, "name": name_of(person), "password": password, "works": list(works)}
    return office_page(request, "accounts/first_password.html", title=title, **context)


register_page(Page("people/<uuid:person_id>/password/", "reset_password", make_new_password, Section.PEOPLE))
register_page(Page("people/<uuid:membership_id>/pin/", "clear_pin", clear_board_pin, Section.PEOPLE))


def _save_changes(membership: Membership, form: Any, by: User) -> None:
    changed, data, person = set(form.changed_data), form.cleaned_data, membership.user
    if "role" in changed:
        change_role(membership=membership, role=data["role"], by=by)
    if changed & {"name", "username"}:
        rename_person(person=person, name=data["name"], username=data["username"], by=by)
    if "is_active" in changed:
        set_active(person=person, is_active=data["is_active"], by=by)
