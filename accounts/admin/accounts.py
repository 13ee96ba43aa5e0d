"""Back office: accounts, as operators keep them. Managers keep theirs under People."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.audit import Changes, record
from accounts.forms import AccountCreationForm, AccountForm
from accounts.models import Deed, Membership, User
from accounts.reach import Reach, reach_of
from accounts.scoping import OperatorAdmin

if TYPE_CHECKING:
    AnyUserAdmin = UserAdmin[Any]
else:  # Django's own class takes no type parameter at run time
    AnyUserAdmin = UserAdmin


def operators(scoped: Any, request: HttpRequest, obj: Any = None) -> bool:
    """Operators alone."""
    return reach_of(request).everything


@admin.register(User)
class AccountAdmin(OperatorAdmin, AnyUserAdmin):
    """Every account, also those that work in no store."""

    form = AccountForm
    add_form = AccountCreationForm
    add_form_template = None
    list_display = ("username", "first_name", "last_name", "works_as", "is_active", "last_login")
    list_filter = ("is_active", "is_superuser")
    filter_horizontal = ()
    fieldsets = None
    add_fieldsets = ((None, {"fields": ("username", "first_name", "last_name", "password1", "password2")}),)
    has_add_permission = has_change_permission = has_delete_permission = operators

    def within(self, reach: Reach, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Who works in this person's stores, each once and with what they are there."""
        here = reach.within(Membership.objects.select_related("store"), "store")
        people = rows if reach.everything and not reach.chosen else rows.filter(pk__in=here.values("user"))
        return people.prefetch_related(Prefetch("memberships", here, to_attr="memberships_here"))

    @admin.display(description=_("works as"))
    def works_as(self, person: Any) -> str:
        """What they are, and where."""
        return ", ".join(f"{row.get_role_display()} ({row.store})" for row in person.memberships_here)

    @admin.display(description=_("password"))
    def new_password(self, person: User) -> str:
        """The way to another one; the present one cannot be shown."""
        address = reverse("admin:reset_password", args=(person.pk,))
        return format_html('<a class="button" href="{}">{}</a>', address, _("Make a new password"))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Operators make operators."""
        return ["username", "new_password", "first_name", "last_name", "email", "is_active", "is_superuser"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Operators do not lock themselves out."""
        is_self = obj and obj.pk == reach_of(request).user_id
        return ["new_password", *(["is_active", "is_superuser"] if is_self else [])]

    def trace(
        self, request: HttpRequest, deed: Deed, row: Any, changes: Changes | None = None, part_of: Any = None
    ) -> None:
        """Tell every store where the person works."""
        works = list(row.memberships.all())
        for work in works:
            record(store_id=work.store_id, actor=request.user, deed=deed, target=row, part_of=work, changes=changes)
        if not works:
            super().trace(request, deed, row, changes)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Orders and sessions link here to who did what: a manager is led to the person's page under People."""
        reach = reach_of(request)
        person = self.get_object(request, object_id)
        here = reach.within(person.memberships.all(), "store").first() if person and not reach.everything else None
        if here and request.method == "GET":
            return redirect("admin:accounts_membership_change", here.pk)
        return super().change_view(request, object_id, form_url, extra_context)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002 # Django's own name
        """One way to a new password for everybody, which the audit trail knows of."""
        if not reach_of(request).everything:
            raise PermissionDenied
        return redirect("admin:reset_password", id)
