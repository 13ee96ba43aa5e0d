"""Back office: who works here, and as what."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import Model, Prefetch, QuerySet, prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from accounts.forms import AnyFormSet, MembershipForm, PersonCreationForm, PersonForm
from accounts.models import Membership, Role, User
from accounts.pages import Section
from accounts.reach import Reach, reach_of
from accounts.scoping import ReadOnlyInline, ScopedAdmin

if TYPE_CHECKING:
    AnyUserAdmin = UserAdmin[Any]
else:  # Django's own class takes no type parameter at run time
    AnyUserAdmin = UserAdmin

# What a person may do follows from their memberships.
admin.site.unregister(Group)


def may_change(reach: Reach, membership: Membership) -> bool:
    """Nobody raises themselves, and only an owner touches an owner."""
    if reach.everything:
        return True
    if membership.user_id == reach.user_id or not reach.manages(membership.store_id):
        return False
    return membership.role != Role.OWNER or reach.owns(membership.store_id)


@admin.register(Membership)
class MembershipAdmin(ScopedAdmin):
    """Who works where as what."""

    form = MembershipForm
    section = Section.PEOPLE
    nav_order = 2
    fields = ("store", "user", "role")
    list_display = ("user", "name", "role")
    list_filter = ("role",)
    list_select_related = ("user",)
    search_fields = ("user__username", "user__first_name", "user__last_name")
    ordering = ("user__username", "id")

    @admin.display(description=_("name"))
    def name(self, membership: Membership) -> str:
        """The person's own name."""
        return membership.user.get_full_name()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> type[Any]:
        """Tell the form who asks."""
        return type("MembershipForm", (super().get_form(request, obj, change, **kwargs),), {"reach": reach_of(request)})

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Another person is another membership."""
        return [*super().get_readonly_fields(request, obj), *(["user"] if obj else [])]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A manager of one store sees only people who work there already, and makes new ones under People."""
        return reach_of(request).spans_stores

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not one's own, and an owner's only by an owner."""
        return may_change(reach_of(request), obj) if obj else super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Likewise."""
        return may_change(reach_of(request), obj) if obj else super().has_delete_permission(request)


class MembershipInline(ReadOnlyInline):
    """Where a new person works; afterwards, where this one does, as far as this manager may know."""

    model = Membership
    form = MembershipForm
    formset = AnyFormSet  # a person belongs to no store
    fields = ("store", "role")
    named_by = ("store", "user")
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """With a new person."""
        return obj is None and bool(reach_of(request))

    def get_min_num(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> int:
        """Nobody makes people whom they could not see afterwards."""
        return 0 if obj or reach_of(request).everything else 1

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """Tell the form who asks."""
        asking = type("MembershipForm", (self.form,), {"reach": reach_of(request)})
        return super().get_formset(request, obj, form=asking, validate_min=True, **kwargs)


@admin.register(User)
class PersonAdmin(ScopedAdmin, AnyUserAdmin):
    """People. A manager sees who works in their stores, and changes only who works nowhere else."""

    form = PersonForm
    section = Section.PEOPLE
    nav_order = 1
    add_form = PersonCreationForm
    add_form_template = None
    inlines = (MembershipInline,)
    list_display = ("username", "first_name", "last_name", "works_as", "is_active")
    list_filter = ("is_active",)
    filter_horizontal = ()
    fieldsets = None
    add_fieldsets = ((None, {"fields": ("username", "first_name", "last_name", "password1", "password2")}),)

    def within(self, reach: Reach, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Who works in this manager's stores, each once and with what they are there."""
        here = reach.within(Membership.objects.select_related("store"), "store")
        people = rows if reach.everything else rows.filter(pk__in=here.values("user"))
        return people.prefetch_related(Prefetch("memberships", here, to_attr="memberships_here"))

    @admin.display(description=_("works as"))
    def works_as(self, person: Any) -> str:
        """What they are in this manager's stores."""
        return ", ".join(f"{row.get_role_display()} ({row.store})" for row in person.memberships_here)

    @admin.display(description=_("password"))
    def new_password(self, person: User) -> str:
        """The way to another one; the present one cannot be shown."""
        address = reverse("admin:auth_user_password_change", args=(person.pk,))
        return format_html('<a href="{}">{}</a>', address, _("Set a new password"))

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Superusers make superusers."""
        password = ["new_password"] if self.has_change_permission(request, obj) else []
        superuser = ["is_superuser"] if reach_of(request).everything else []
        return ["username", *password, "first_name", "last_name", "email", "is_active", *superuser]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Superusers do not lock themselves out."""
        is_self = obj and obj.pk == reach_of(request).user_id
        return ["new_password", *(["is_active", "is_superuser"] if is_self else [])]

    def reaches(self, request: HttpRequest, obj: Any) -> bool:
        """Whether somebody works in one of this manager's stores."""
        reach = reach_of(request)
        if obj is None or reach.everything:
            return bool(reach)
        return any(reach.manages(membership.store_id) for membership in _memberships_of(obj))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not superusers, not whoever also works elsewhere, not oneself, and owners only by an owner."""
        reach = reach_of(request)
        if obj is None or reach.everything:
            return bool(reach)
        memberships = _memberships_of(obj)
        return bool(memberships) and not obj.is_superuser and all(may_change(reach, row) for row in memberships)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Operators only: who leaves is deactivated, and the history keeps their name."""
        return reach_of(request).everything


def _memberships_of(person: Any) -> list[Membership]:
    prefetch_related_objects([person], "memberships")
    return list(person.memberships.all())
